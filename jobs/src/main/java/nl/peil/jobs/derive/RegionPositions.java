package nl.peil.jobs.derive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.peil.jobs.derive.RelationRows.Position;
import nl.peil.jobs.derive.RelationRows.Series;
import nl.peil.table.Derived;
import nl.peil.table.WelfareTables;
import org.apache.spark.sql.Row;

/**
 * Where the regions of all layouts stand in the indicators of brede welvaart.
 *
 * @param byRegion positions by indicator, and by layout and code of the region
 */
record RegionPositions(SortedMap<Series, Map<List<String>, Position>> byRegion) {

  /** Values per person or place, of the latest year of each indicator and supplier. */
  static RegionPositions read(Derived.Inputs inputs) {
    var latest = new TreeMap<Series, Map<List<String>, Position>>();
    var rows =
        inputs.rows(
            WelfareTables.WELFARE_INDICATORS,
            "indicator",
            "supplied_by",
            "year",
            "layout",
            "region",
            "value",
            "z_score",
            "percentile",
            "aggregate");
    var years = new HashMap<List<String>, Integer>();
    for (var row : rows) {
      years.merge(List.of(row.getString(0), row.getString(1)), row.getInt(2), Math::max);
    }
    for (var row : rows) {
      var whose = List.of(row.getString(0), row.getString(1));
      // A count tells how large a region is, and goes with everything that large regions have
      if (row.getString(8).equals("mean") && years.getOrDefault(whose, 0) == row.getInt(2)) {
        latest
            .computeIfAbsent(
                new Series(row.getString(0), row.getString(1), row.getInt(2)),
                key -> new HashMap<>())
            .put(
                List.of(row.getString(3), row.getString(4)),
                new Position(number(row, 5), number(row, 6), number(row, 7)));
      }
    }
    return new RegionPositions(latest);
  }

  /** The indicators, in their order. */
  List<Series> series() {
    return List.copyOf(byRegion.keySet());
  }

  /** Where a region stands; {@link Position#NONE} when nothing is known. */
  Position of(Series series, String layout, String region) {
    return byRegion
        .getOrDefault(series, Map.of())
        .getOrDefault(List.of(layout, region), Position.NONE);
  }

  private static double number(Row row, int at) {
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }
}
