package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.barrier.Share;
import nl.peil.config.BarriersConfig;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.BarrierTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * For how many people of each region a barrier, several at once, or a risk of transport poverty
 * holds. The people of a zone that live in a region have the zone's shares.
 */
public final class RegionBarriersTable {

  private final List<List<String>> joint;

  private RegionBarriersTable(BarriersConfig config) {
    this.joint = config.joint();
  }

  /** The declaration. */
  public static Derived declare(BarriersConfig config) {
    var output = BarrierTables.REGION_BARRIERS;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(BarrierTables.BARRIERS, output),
            Derived.Input.of(BarrierTables.BARRIER_RISK, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output)),
        List.of("scenario", "year"),
        slice -> config.joint().toString(),
        RegionBarriersTable.class,
        new RegionBarriersTable(config)::rows);
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var regions = RegionIndex.of(inputs);
    var years = new TreeMap<String, Map<String, BarrierColumn>>();
    for (var row :
        inputs.rows(
            BarrierTables.BARRIERS,
            "scenario",
            "year",
            "zone",
            "indicator",
            "share",
            "value",
            "denominator",
            "unit",
            "aggregate",
            "population")) {
      var column = column(years, row, BarrierColumn.INDICATOR, row.getString(3), regions.zones());
      column.unit(row.getString(7), row.getString(8));
      column.set(row.getInt(2), row.getDouble(9), number(row, 4), number(row, 5), number(row, 6));
    }
    for (var row :
        inputs.rows(
            BarrierTables.BARRIER_RISK,
            "scenario",
            "year",
            "zone",
            "risk_class",
            "share",
            "share_low",
            "share_high",
            "score_mean",
            "population")) {
      int zone = row.getInt(2);
      double people = row.getDouble(8);
      column(years, row, BarrierColumn.RISK_CLASS, row.getString(3), regions.zones())
          .set(zone, people, new Share(number(row, 4), number(row, 5), number(row, 6)));
      column(years, row, BarrierColumn.RISK_SCORE, "mean", regions.zones())
          .set(zone, people, Double.NaN, number(row, 7), Double.NaN);
    }
    var asked = new HashSet<>(inputs.slices());
    var rows = new ArrayList<Row>();
    years.forEach(
        (year, columns) -> {
          addJoint(columns, regions.zones());
          for (var region : regions.regions()) {
            int slash = year.lastIndexOf('/');
            var slice =
                Slice.of(
                    "scenario",
                    year.substring(0, slash),
                    "year",
                    year.substring(slash + 1),
                    "layout",
                    region.layout());
            if (asked.contains(slice)) {
              columns.values().forEach(column -> rows.add(column.of(slice, region)));
            }
          }
        });
    return SparkSession.active().createDataFrame(rows, BarrierTables.REGION_BARRIERS.schema());
  }

  private static BarrierColumn column(
      Map<String, Map<String, BarrierColumn>> years,
      Row row,
      String kind,
      String name,
      ZoneIndex zones) {
    return years
        .computeIfAbsent(row.getString(0) + "/" + row.getInt(1), key -> new TreeMap<>())
        .computeIfAbsent(kind + "/" + name, key -> new BarrierColumn(kind, name, zones));
  }

  /** A number of a row; NaN when there is none. */
  private static double number(Row row, int at) {
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }

  private void addJoint(Map<String, BarrierColumn> columns, ZoneIndex zones) {
    for (var names : joint) {
      var parts =
          names.stream()
              .map(
                  name ->
                      columns.computeIfAbsent(
                          BarrierColumn.INDICATOR + "/" + name,
                          key -> new BarrierColumn(BarrierColumn.INDICATOR, name, zones)))
              .toList();
      var together = BarrierColumn.joint(String.join("+", names), parts, zones);
      columns.put(BarrierColumn.JOINT + "/" + together.name(), together);
    }
  }
}
