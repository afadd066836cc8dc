package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which zones each region of each layout has, and with which share of their people:
 * region_membership as arrays.
 */
final class RegionIndex implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Region> regions;

  private RegionIndex(List<Region> regions) {
    this.regions = new ArrayList<>(regions);
  }

  /**
   * A region.
   *
   * @param layout its layout
   * @param region its code
   * @param zones its zones, rising
   * @param weights share of each zone's people
   */
  record Region(String layout, String region, int[] zones, double[] weights)
      implements Serializable {}

  /** From the rows of region_membership. */
  static RegionIndex of(Dataset<Row> membership) {
    var byRegion = new TreeMap<String, List<Row>>();
    Map<String, String[]> names = new HashMap<>();
    for (var row : membership.select("layout", "region", "zone", "weight").collectAsList()) {
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
              new Region(
                  name[0],
                  name[1],
                  rows.stream().mapToInt(row -> row.getInt(2)).toArray(),
                  rows.stream().mapToDouble(row -> row.getDouble(3)).toArray()));
        });
    return new RegionIndex(regions);
  }

  /** The regions, by layout and code. */
  List<Region> regions() {
    return regions;
  }
}
