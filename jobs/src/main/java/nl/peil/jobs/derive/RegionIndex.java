package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.peil.inequality.LayoutRegions;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import org.apache.spark.sql.Row;

/**
 * Which zones each region of each layout has, with which share of their people, and how they are
 * ranked by income: region_membership and zone_income as arrays.
 */
final class RegionIndex implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Region> regions;
  private final ZoneIndex zones;

  private RegionIndex(List<Region> regions) {
    this.regions = new ArrayList<>(regions);
    this.zones =
        new ZoneIndex(
            regions.stream()
                .flatMapToInt(region -> IntStream.of(region.zones()))
                .distinct()
                .sorted()
                .toArray());
  }

  /**
   * A layout.
   *
   * @param layout its name
   * @param regions its regions, by code
   * @param places the same by places of zones
   */
  record Layout(String layout, List<Region> regions, LayoutRegions places) {}

  /**
   * A region.
   *
   * @param layout its layout
   * @param region its code
   * @param zones its zones, rising
   * @param weights share of each zone's people
   * @param poorestFirst places in zones of those with a known income, by rising income, then zone
   * @param incomes incomes in that order
   */
  record Region(
      String layout,
      String region,
      int[] zones,
      double[] weights,
      int[] poorestFirst,
      double[] incomes)
      implements Serializable {

    private static Region of(
        String layout,
        String region,
        int[] zones,
        double[] weights,
        Map<Integer, Double> incomeByZone) {
      var incomes =
          IntStream.of(zones)
              .mapToDouble(zone -> incomeByZone.getOrDefault(zone, Double.NaN))
              .toArray();
      var poorestFirst =
          IntStream.range(0, zones.length)
              .filter(i -> !Double.isNaN(incomes[i]))
              .boxed()
              .sorted(Comparator.comparingDouble(i -> incomes[i])) // stable: equal ones by zone
              .mapToInt(Integer::intValue)
              .toArray();
      return new Region(
          layout,
          region,
          zones,
          weights,
          poorestFirst,
          IntStream.of(poorestFirst).mapToDouble(i -> incomes[i]).toArray());
    }
  }

  /** From region_membership, where nobody asks for incomes. */
  static RegionIndex of(Derived.Inputs inputs) {
    return of(inputs, Map.of());
  }

  /** From region_membership and zone_income. */
  static RegionIndex withIncomes(Derived.Inputs inputs) {
    var incomeByZone = new HashMap<Integer, Double>();
    for (var row : inputs.rows(InputTables.ZONE_INCOME, "zone", "income")) {
      if (!row.isNullAt(1)) {
        incomeByZone.put(row.getInt(0), row.getDouble(1));
      }
    }
    return of(inputs, incomeByZone);
  }

  private static RegionIndex of(Derived.Inputs inputs, Map<Integer, Double> incomeByZone) {
    var byRegion = new TreeMap<String, List<Row>>();
    Map<String, String[]> names = new HashMap<>();
    for (var row :
        inputs.rows(InputTables.REGION_MEMBERSHIP, "layout", "region", "zone", "weight")) {
      var key = row.getString(0) + "\u0000" + row.getString(1);
      names.putIfAbsent(key, new String[] {row.getString(0), row.getString(1)});
      byRegion.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    var regions = new ArrayList<Region>();
    byRegion.forEach(
        (key, rows) -> {
          rows.sort(Comparator.comparingInt(row -> row.getInt(2)));
          var name = names.getOrDefault(key, new String[] {"", ""});
          regions.add(
              Region.of(
                  name[0],
                  name[1],
                  rows.stream().mapToInt(row -> row.getInt(2)).toArray(),
                  rows.stream().mapToDouble(row -> row.getDouble(3)).toArray(),
                  incomeByZone));
        });
    return new RegionIndex(regions);
  }

  /** The regions, by layout and code. */
  List<Region> regions() {
    return regions;
  }

  /** The zones of all regions, rising. */
  ZoneIndex zones() {
    return zones;
  }

  /** Names of the layouts, rising. */
  List<String> layoutNames() {
    return regions.stream().map(Region::layout).distinct().toList();
  }

  /** A layout. */
  Layout layout(String name) {
    var its = regions.stream().filter(region -> region.layout().equals(name)).toList();
    return new Layout(
        name,
        its,
        new LayoutRegions(
            its.stream()
                .map(
                    region ->
                        new LayoutRegions.Region(
                            IntStream.of(region.zones()).map(zones::position).toArray(),
                            region.weights(),
                            region.poorestFirst(),
                            region.incomes()))
                .toList()));
  }
}
