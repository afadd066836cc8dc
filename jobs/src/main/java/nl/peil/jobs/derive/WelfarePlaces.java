package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.welfare.AreasOfRegion;
import nl.peil.welfare.Places;
import org.apache.spark.sql.Row;

/** The regions of layouts, and the zones, with the people of the base population. */
final class WelfarePlaces {

  private final double[] people;
  private final Map<String, List<Places>> byKind = new HashMap<>();
  private final Map<List<String>, List<AreasOfRegion>> lying = new HashMap<>();

  private WelfarePlaces(double[] people) {
    this.people = people;
  }

  /** Reads region_membership. */
  static WelfarePlaces read(Derived.Inputs inputs) {
    var rows =
        inputs.rows(
            InputTables.REGION_MEMBERSHIP, "layout", "region", "zone", "weight", "zone_persons");
    int[] zones = rows.stream().mapToInt(row -> row.getInt(2)).sorted().distinct().toArray();
    var index = new ZoneIndex(zones);
    var places = new WelfarePlaces(new double[zones.length]);
    Map<String, Map<String, List<Row>>> byRegion = new HashMap<>();
    for (var row : rows) {
      places.people[index.position(row.getInt(2))] = row.getDouble(4);
      byRegion
          .computeIfAbsent(row.getString(0), key -> new TreeMap<>())
          .computeIfAbsent(row.getString(1), key -> new ArrayList<>())
          .add(row);
    }
    byRegion.forEach(
        (layout, regions) -> {
          var found = new ArrayList<Places>();
          regions.forEach((region, its) -> found.add(region(region, its, index)));
          places.byKind.put(layout, found);
        });
    var each = new ArrayList<Places>();
    for (int i = 0; i < zones.length; i++) {
      each.add(new Places(Integer.toString(zones[i]), new int[] {i}, new double[] {1}));
    }
    places.byKind.put(BarrierSourceConfig.ZONE, each);
    return places;
  }

  private static Places region(String code, List<Row> rows, ZoneIndex index) {
    rows.sort(Comparator.comparingInt(row -> row.getInt(2)));
    return new Places(
        code,
        rows.stream().mapToInt(row -> index.position(row.getInt(2))).toArray(),
        rows.stream().mapToDouble(row -> row.getDouble(3)).toArray());
  }

  /** The zones, by key, or the regions of a layout, by code; none when it is not there. */
  List<Places> areas(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** The people of an area. */
  double people(Places area) {
    return area.people(people);
  }

  /** Which areas of a kind lie in each of the regions of a layout. */
  List<AreasOfRegion> lying(String kind, String layout) {
    return lying.computeIfAbsent(
        List.of(kind, layout),
        key ->
            areas(layout).stream()
                .map(region -> AreasOfRegion.of(region, areas(kind), people))
                .toList());
  }
}
