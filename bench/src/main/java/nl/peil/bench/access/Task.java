package nl.peil.bench.access;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.setting.Configuration;
import nl.peil.bench.setting.Workspace;
import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.ingest.DecayCurves;
import nl.peil.measure.ZoneIndex;
import nl.peil.measure.decay.LogLogistic;
import nl.peil.model.Mode;
import nl.peil.table.InputTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What all contestants are given: zones, what there is in them, decay curves, and the Parquet files
 * of travel times.
 *
 * @param zones the delivered zones
 * @param services keys of the services, in order
 * @param counts opportunities by service, per zone
 * @param modes decay curve and Parquet files of each mode
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Task(ZoneIndex zones, List<String> services, double[][] counts, List<OfMode> modes) {

  /** Measures of every service: time to the nearest, number within 30 minutes, and by decay. */
  static final List<String> MEASURES = List.of("nearest(1)", "cumulative(30)", "gravity(pbl)");

  /** Their names in results. */
  static final List<String> NAMES = List.of("nearest_1", "within_30", "gravity_pbl");

  /** Threshold of the second measure, minutes. */
  static final float WITHIN = 30;

  /** Sums in another order differ in the last digits. */
  private static final double TOLERANCE = 1e-9;

  /**
   * One mode.
   *
   * @param mode mode
   * @param curve its decay
   * @param files Parquet files with its pairs, whole origins to a file
   */
  record OfMode(Mode mode, LogLogistic curve, List<Path> files) {}

  /** Reads it from the tables. */
  static Task read(Workspace workspace, Configuration configuration)
      throws ConfigProblemException, IOException {
    var store = workspace.store(configuration);
    var keys =
        store
            .read(InputTables.ZONES)
            .where("delivered")
            .select("zone")
            .orderBy("zone")
            .collectAsList();
    var zones = new ZoneIndex(keys.stream().mapToInt(row -> row.getInt(0)).toArray());
    var byService = new TreeMap<String, double[]>();
    for (var row :
        store
            .read(InputTables.OPPORTUNITIES)
            .where(workspace.scenarioYear())
            .select("service", "zone", "count")
            .collectAsList()) {
      byService
              .computeIfAbsent(row.getString(0), key -> new double[zones.size()])[
              zones.position(row.getInt(1))] +=
          row.getDouble(2);
    }
    var modes = new ArrayList<OfMode>();
    var curves = DecayCurves.read(configuration.load().decayCurves()).byMode();
    for (var matrix : workspace.matrices()) {
      var mode = matrix.mode();
      if (!(curves.getOrDefault(mode, java.util.Map.of()).get("pbl") instanceof LogLogistic pbl)) {
        throw new IllegalArgumentException("expected a decay curve pbl for " + mode.key());
      }
      var pairs = pairs(workspace, configuration, mode);
      modes.add(new OfMode(mode, pbl, Arrays.stream(pairs.inputFiles()).map(Task::path).toList()));
    }
    return new Task(
        zones,
        List.copyOf(byService.keySet()),
        byService.values().toArray(double[][]::new),
        List.copyOf(modes));
  }

  private static Path path(String uri) {
    return Path.of(java.net.URI.create(uri).getPath());
  }

  /** The pairs of a mode, as Peil reads them. */
  static Dataset<Row> pairs(Workspace workspace, Configuration configuration, Mode mode) {
    return workspace
        .store(configuration)
        .read(InputTables.TRAVEL_TIMES)
        .where(workspace.scenarioYear() + " AND mode = '" + mode.key() + "'");
  }

  /** Adds the values of one measure, per zone; NaN where there is none. */
  void add(Answer answer, Mode mode, int service, int measure, double[] values) {
    add(answer, mode.key(), services.get(service), NAMES.get(measure), values);
  }

  private static void add(
      Answer answer, String mode, String service, String measure, double[] values) {
    answer.with(
        mode + " " + service + " " + measure, measure.equals(NAMES.get(0)) ? 0 : TOLERANCE, values);
  }

  /** The answer in rows with mode, service, measure, zone and value; every zone has to be there. */
  Answer answer(Dataset<Row> rows) {
    var values =
        new TreeMap<List<String>, double[]>((a, b) -> a.toString().compareTo(b.toString()));
    int found = 0;
    for (var row : rows.select("mode", "service", "measure", "zone", "value").collectAsList()) {
      var key = List.of(row.getString(0), row.getString(1), row.getString(2));
      values
              .computeIfAbsent(key, absent -> new double[zones.size()])[
              zones.position(row.getInt(3))] =
          row.isNullAt(4) ? Double.NaN : row.getDouble(4);
      found++;
    }
    if (found != values.size() * zones.size()) {
      throw new IllegalStateException(
          "expected a value for each of %d zones and %d measures, found %d"
              .formatted(zones.size(), values.size(), found));
    }
    var answer = new Answer();
    values.forEach((key, each) -> add(answer, key.get(0), key.get(1), key.get(2), each));
    return answer;
  }
}
