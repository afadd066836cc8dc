package nl.peil.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that the authors of the R package accessibility typed into their tests, and what it is
 * in the language of Peil.
 *
 * @param asked what it is the answer to
 * @param id the zone, or ALL for a statistic over zones
 * @param expected the number, NaN where there is none
 * @param decimals to which it was rounded
 */
record IpeaLiteral(Question asked, String id, double expected, int decimals) {

  /**
   * What one call in a test of the authors asks.
   *
   * @param test file of the test
   * @param subset which pairs of the matrix are kept
   * @param measure function, and columns of the land use
   * @param parameters the other arguments
   */
  record Question(String test, String subset, String measure, String parameters) {

    /**
     * The measure as it is written in the configuration; empty for a statistic.
     *
     * @throws IllegalArgumentException when it is neither
     */
    Optional<String> accessMeasure() {
      var measure = translated(MEASURES);
      if (measure.isEmpty() && statistic().isEmpty()) {
        throw new IllegalArgumentException("not understood: " + this);
      }
      return measure;
    }

    /** The statistic as it is written in the configuration; empty for a measure. */
    Optional<String> statistic() {
      return translated(STATISTICS);
    }

    /** The column that is measured: the last word, before that of the demand; jobs if not said. */
    String opportunities() {
      return measure.contains(" ")
          ? measure.substring(measure.lastIndexOf(' ') + 1).split("/")[0]
          : "jobs";
    }

    private Optional<String> translated(Map<Pattern, String> dictionary) {
      var sentence = measure + " | " + parameters;
      return dictionary.entrySet().stream()
          .filter(entry -> entry.getKey().matcher(sentence).matches())
          .map(entry -> entry.getKey().matcher(sentence).replaceFirst(entry.getValue()))
          .findFirst();
    }
  }

  private static final Map<Pattern, String> MEASURES = measures();
  private static final Map<Pattern, String> STATISTICS = statistics();

  private static Map<Pattern, String> measures() {
    var known = new LinkedHashMap<Pattern, String>();
    var each = "(?:jobs|schools|population)";
    add(known, "cumulative_cutoff " + each, "cutoff=(\\d+);active", "cumulative($1)");
    add(known, "cumulative_cutoff " + each, "cutoff=(\\d+);passive", "passive(cumulative($1))");
    // The thresholds are a minute apart, and the package keeps whole numbers.
    add(
        known,
        "cumulative_interval " + each,
        "(\\d+)-(\\d+);(median|min|mean)(?:\\(int\\))?(?:;step1)?",
        "cumulative_interval($1,$2,1,$3,integer)");
    add(
        known,
        "cumulative_interval " + each,
        "(\\d+)-(\\d+);(median);passive",
        "passive(cumulative_interval($1,$2,1,$3,integer))");
    add(known, "cost_to_closest " + each, "n=(\\d+)", "nearest($1)");
    add(known, "cost_to_closest " + each, "n=(\\d+);passive", "passive(nearest($1))");
    add(known, "balancing_cost jobs/population", "increment=(\\d+)", "balancing_cost($1)");
    addWithDecay(known, "fca (2sfca|bfca) jobs/population", "floating_catchment($1,", 2);
    addWithDecay(known, "spatial_availability(?: jobs/population)?", "spatial_availability(", 1);
    addWithDecay(known, "gravity jobs", "gravity(", 1);
    return known;
  }

  private static void addWithDecay(
      Map<Pattern, String> known, String measure, String begin, int group) {
    add(known, measure, "binary(\\d+)", begin + "binary,$" + group + ")");
    add(known, measure, "exp([\\d.]+)", begin + "exponential,$" + group + ")");
    add(known, measure, "weight=1", begin + StudyArea.ONE + ")");
  }

  private static Map<Pattern, String> statistics() {
    var known = new LinkedHashMap<Pattern, String>();
    var columns = "jobs;population;" + BeloHorizonte.INCOME;
    add(known, "gini_index", columns, "gini");
    add(known, "palma_ratio", columns, "palma(income_per_capita,interpolated)");
    add(
        known,
        "concentration_index standard",
        columns,
        "concentration(income_per_capita,lightest_first)");
    add(
        known,
        "concentration_index corrected",
        columns,
        "concentration_corrected(income_per_capita,lightest_first)");
    add(known, "FGT([012])", "poverty_line=(\\d+)", "fgt($1,$2)");
    add(
        known,
        "theil_t (?:total|(?:between|within) \\(income_decile\\))",
        "jobs;population",
        "theil(income_decile)");
    return known;
  }

  private static void add(
      Map<Pattern, String> known, String measure, String parameters, String text) {
    known.put(Pattern.compile(measure + " \\| " + parameters), text);
  }

  /** All of them, in the order of the file. */
  static List<IpeaLiteral> read() {
    return Oracles.rows(BeloHorizonte.FOLDER + "expected/testthat_literals.csv").stream()
        .map(
            row ->
                new IpeaLiteral(
                    new Question(
                        row.getField("upstream_test"),
                        row.getField("subset"),
                        row.getField("measure"),
                        row.getField("parameters")),
                    row.getField("id"),
                    Oracles.number(row.getField("expected")),
                    Integer.parseInt(row.getField("rounded_to_decimals"))))
        .toList();
  }
}
