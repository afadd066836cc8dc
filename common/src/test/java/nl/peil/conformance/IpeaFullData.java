package nl.peil.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the R package accessibility computes for all zones of {@link BeloHorizonte}.
 *
 * @param file the file with expected numbers
 * @param kind what they are, for the report
 * @param zone the zone
 * @param opportunities the column that is measured
 * @param measure as it is written in the configuration
 * @param value the expected number, NaN where there is none
 */
record IpeaFullData(
    String file, String kind, String zone, String opportunities, String measure, double value) {

  /** The files with values of zones, and their number of rows. */
  static final Map<String, Integer> FILES =
      Map.of(
          "balancing_cost.csv", 898,
          "cost_to_closest_schools.csv", 3 * 898,
          "cumulative_cutoff_active.csv", 3 * 4 * 898,
          "cumulative_interval_median.csv", 2 * 898,
          "gravity_scalar_param.csv", 8 * 898);

  private static final Pattern INTERVAL = Pattern.compile("\\[(\\d+),(\\d+)]");

  /** What we compute. */
  @FunctionalInterface
  interface Computed {
    /** The value of a zone, NaN when there is none. */
    double value(String zone, String opportunities, String measure);
  }

  /** All rows of all files. */
  static List<IpeaFullData> read() {
    var all = new ArrayList<IpeaFullData>();
    FILES.forEach(
        (file, rows) -> {
          var records = Oracles.rows(BeloHorizonte.FOLDER + "expected/" + file);
          assertThat(records).as(file).hasSize(rows);
          records.forEach(record -> all.add(of(file, record)));
        });
    return all;
  }

  private static IpeaFullData of(String file, NamedCsvRecord row) {
    return switch (file) {
      case "balancing_cost.csv" ->
          of(file, "balancing_cost", row, "jobs", "balancing_cost(1)", "travel_time");
      case "cost_to_closest_schools.csv" ->
          of(
              file,
              "cost_to_closest",
              row,
              "schools",
              "nearest(" + row.getField("n") + ")",
              "travel_time");
      case "cumulative_cutoff_active.csv" ->
          of(
              file,
              "cumulative_cutoff " + row.getField("opportunity"),
              row,
              row.getField("opportunity"),
              "cumulative(" + row.getField("travel_time") + ")",
              "value");
      case "cumulative_interval_median.csv" ->
          of(
              file,
              "cumulative_interval " + row.getField("interval"),
              row,
              "jobs",
              "cumulative_interval(" + interval(row.getField("interval")) + ",1,median,integer)",
              "jobs");
      case "gravity_scalar_param.csv" ->
          of(
              file,
              "gravity " + row.getField("decay"),
              row,
              "jobs",
              "gravity(" + row.getField("decay") + "," + row.getField("decay_function_arg") + ")",
              "value");
      default -> throw new IllegalArgumentException("nobody reads " + file);
    };
  }

  private static IpeaFullData of(
      String file,
      String kind,
      NamedCsvRecord row,
      String opportunities,
      String measure,
      String value) {
    return new IpeaFullData(
        file,
        kind,
        row.getField("id"),
        opportunities,
        measure,
        Oracles.number(row.getField(value)));
  }

  private static String interval(String text) {
    var matcher = INTERVAL.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("interval not understood: " + text);
    }
    return matcher.group(1) + "," + matcher.group(2);
  }

  /** Compares every row of every file with what we compute. */
  static void compare(ConformanceReport report, String source, Computed computed) {
    var comparisons = new LinkedHashMap<String, Comparison>();
    var expected = read();
    for (var row : expected) {
      comparisons
          .computeIfAbsent(
              row.kind(), kind -> report.compare(source, kind, Tolerance.relative(1e-6)))
          .row(
              row.measure() + " " + row.zone(),
              computed.value(row.zone(), row.opportunities(), row.measure()),
              row.value());
    }
    assertThat(comparisons.values().stream().mapToInt(Comparison::compared).sum())
        .isEqualTo(FILES.values().stream().mapToInt(Integer::intValue).sum());
    comparisons.values().forEach(each -> each.requireAgreement(each.compared()));
  }
}
