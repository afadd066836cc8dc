package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import nl.peil.forecast.Decomposition;
import nl.peil.table.ForecastTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one measure of one service and mode, region by region. The mean of a region in a
 * state takes the people of that state and the values of that state.
 */
final class RegionChanges {

  /** What a group of zones has in common. */
  static final List<String> KEY =
      List.of(
          "base_scenario",
          "base_year",
          "scenario",
          "year",
          "mode",
          "period",
          "service",
          "measure",
          "unit",
          "norm_min");

  /** What is known of a zone. */
  static final List<String> OF_ZONE =
      Stream.concat(
              Stream.of("zone", "population_base", "population_future"),
              SwappedAccess.STATES.stream())
          .toList();

  /** Columns of the result: those of forecasts but for what the scenarios have in common. */
  static final StructType SCHEMA =
      new StructType(
          Arrays.stream(ForecastTables.FORECASTS.schema().fields())
              .filter(
                  field ->
                      !List.of("model_version", "future_lowest", "future_highest", "scenarios")
                          .contains(field.name()))
              .toArray(org.apache.spark.sql.types.StructField[]::new));

  private static final String NEAREST = "nearest_1";

  private final Row key;
  private final int[] zones;

  /** People of a zone, by whether they are those of the future. */
  private final double[][] people;

  /** Values by state, then zone; NaN where there is none. */
  private final double[][] values;

  private RegionChanges(Row key, List<Row> rows) {
    this.key = key;
    this.zones = rows.stream().mapToInt(row -> row.getInt(0)).toArray();
    this.people = new double[2][zones.length];
    this.values = new double[Decomposition.STATES][zones.length];
    for (int i = 0; i < zones.length; i++) {
      var row = rows.get(i);
      people[0][i] = row.getDouble(1);
      people[1][i] = row.getDouble(2);
      for (int state = 0; state < Decomposition.STATES; state++) {
        values[state][i] = row.isNullAt(3 + state) ? Double.NaN : row.getDouble(3 + state);
      }
    }
  }

  /** The rows of all regions, from a group with its zones in rising order. */
  static Iterator<Row> of(Row group, RegionIndex regions) {
    var changes = new RegionChanges(group, group.getList(KEY.size()));
    var rows = new ArrayList<Row>();
    for (var region : regions.regions()) {
      changes.addRows(region, rows);
    }
    return rows.iterator();
  }

  private void addRows(RegionIndex.Region region, List<Row> rows) {
    var sum = new double[Decomposition.STATES];
    var covered = new double[Decomposition.STATES];
    var meeting = new double[Decomposition.STATES];
    var persons = new double[2];
    double gain = 0;
    double lose = 0;
    var norm = norm();
    for (int i = 0; i < region.zones().length; i++) {
      int at = Arrays.binarySearch(zones, region.zones()[i]);
      if (at < 0) {
        continue;
      }
      double weight = region.weights()[i];
      for (int year = 0; year < 2; year++) {
        persons[year] += people[year][at] * weight;
      }
      for (int state = 0; state < Decomposition.STATES; state++) {
        double value = values[state][at];
        double inState = people[year(state)][at] * weight;
        if (!Double.isNaN(value)) {
          sum[state] += inState * value;
          covered[state] += inState;
          if (norm != null && value <= norm) {
            meeting[state] += inState;
          }
        }
      }
      if (norm != null) {
        boolean before = values[0][at] <= norm;
        boolean after = values[Decomposition.STATES - 1][at] <= norm;
        gain += !before && after ? people[1][at] * weight : 0;
        lose += before && !after ? people[1][at] * weight : 0;
      }
    }
    var mean = new double[Decomposition.STATES];
    Arrays.setAll(mean, state -> sum[state] / covered[state]);
    boolean crosses = norm != null;
    rows.add(
        row(
            region,
            key.getString(7),
            key.getString(8),
            persons,
            mean,
            crosses ? new double[] {gain, lose} : null));
    if (crosses) {
      var share = new double[Decomposition.STATES];
      Arrays.setAll(share, state -> meeting[state] / persons[year(state)]);
      rows.add(row(region, "share_meeting_norm", "share", persons, share, null));
      rows.add(row(region, "persons_meeting_norm", "persons", persons, meeting, null));
    }
  }

  /** 1 when the people of a state are those of the future. */
  private static int year(int state) {
    return (state & Decomposition.LAND_USE) / Decomposition.LAND_USE;
  }

  /** The norm where rows are about it. */
  private @Nullable Double norm() {
    return key.getString(7).equals(NEAREST) && !key.isNullAt(9) ? key.getDouble(9) : null;
  }

  private Row row(
      RegionIndex.Region region,
      String measure,
      String unit,
      double[] persons,
      double[] byState,
      double @Nullable [] gainAndLose) {
    var parts = Decomposition.of(byState);
    double base = byState[0];
    return RowFactory.create(
        key.getString(0),
        key.getInt(1),
        key.getString(2),
        key.getInt(3),
        region.layout(),
        region.region(),
        key.getString(4),
        key.getString(5),
        key.getString(6),
        measure,
        unit,
        persons[0],
        persons[1],
        known(base),
        known(byState[Decomposition.STATES - 1]),
        known(parts.delta()),
        base == 0 ? null : known(100 * parts.delta() / base),
        known(parts.network()),
        known(parts.landUse()),
        known(parts.services()),
        known(parts.networkAlone()),
        known(parts.landUseAlone()),
        known(parts.servicesAlone()),
        known(parts.interaction()),
        key.isNullAt(9) ? null : key.getDouble(9),
        gainAndLose == null ? null : gainAndLose[0] + gainAndLose[1] > 0,
        gainAndLose == null ? null : gainAndLose[0],
        gainAndLose == null ? null : gainAndLose[1]);
  }

  private static @Nullable Double known(double number) {
    return Double.isNaN(number) ? null : number;
  }
}
