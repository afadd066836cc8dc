package nl.peil.jobs.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.peil.config.ConfigProblemException;
import nl.peil.inequality.InequalityStatistic;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.ingest.DecayCurves;
import nl.peil.jobs.matrix.MatrixInput;
import nl.peil.measure.IntrazonalRule;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.decay.Decay;
import nl.peil.model.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What {@code peil measure} is asked for.
 *
 * @param matrix the file with travel times, and what is said of it
 * @param zones file with a row per zone
 * @param zone its column with the zone
 * @param opportunities its columns with what can be reached
 * @param demand its column with people; null: none
 * @param area its column with the area in km2; null: none
 * @param measures the measures, in order
 * @param intrazonal how times within zones are found
 * @param mode mode of the matrix, for named curves
 * @param curves named decay curves of that mode
 * @param inequality statistics over people, in order
 * @param out file to write; null: print
 */
record MeasureRequest(
    MatrixInput matrix,
    Path zones,
    String zone,
    List<String> opportunities,
    @Nullable String demand,
    @Nullable String area,
    List<MeasureDefinition> measures,
    IntrazonalRule intrazonal,
    Mode mode,
    Map<String, Decay> curves,
    List<InequalityStatistic> inequality,
    @Nullable Path out) {

  /**
   * Reads the command line.
   *
   * @throws ConfigProblemException with everything that is missing or wrong
   */
  static MeasureRequest of(Arguments args) throws ConfigProblemException {
    var problems = new ArrayList<String>();
    for (var required : List.of("times", "zones", "zone", "opportunities", "measure")) {
      if (!args.has(required)) {
        problems.add("measure needs --" + required + "; ./peil --help tells what it is");
      }
    }
    if (args.all("times").size() > 1) {
      problems.add("measure takes one --times, got " + args.all("times"));
    }
    var curves = DecayCurves.read(args.path("decay-curves"));
    problems.addAll(curves.problems());
    var mode = tried(problems, "mode", args.text("mode", Mode.AUTO.key()), Mode::of, Mode.AUTO);
    var intrazonal =
        tried(
            problems,
            "intrazonal",
            args.text("intrazonal", "given"),
            IntrazonalRule::parse,
            IntrazonalRule.AS_GIVEN);
    var request =
        new MeasureRequest(
            MatrixInput.of(args, Path.of(args.text("times", "")), problems),
            Path.of(args.text("zones", "")),
            args.text("zone", ""),
            args.names("opportunities"),
            args.text("demand"),
            args.text("area"),
            measures(args, problems),
            intrazonal,
            mode,
            curves.byMode().getOrDefault(mode, Map.of()),
            inequality(args, problems),
            args.path("out"));
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    return request;
  }

  private static List<MeasureDefinition> measures(Arguments args, List<String> problems) {
    boolean passive = args.text("direction", "active").equals("passive");
    var measures = new ArrayList<MeasureDefinition>();
    var names = new HashSet<String>();
    for (var text : args.all("measure")) {
      try {
        var measure = MeasureDefinition.parse(passive ? "passive(" + text + ")" : text);
        if (!names.add(measure.name())) {
          problems.add("--measure: '" + text + "' comes twice");
        }
        measures.add(measure);
      } catch (IllegalArgumentException e) {
        problems.add("--measure: " + e.getMessage() + "; ./peil measure --list tells all");
      }
    }
    return measures;
  }

  /** Statistics are separated by commas, as are their arguments: only those outside brackets. */
  private static List<InequalityStatistic> inequality(Arguments args, List<String> problems) {
    var statistics = new ArrayList<InequalityStatistic>();
    for (var text : String.join(",", args.all("inequality")).split(",(?![^(]*\\))", -1)) {
      if (!text.isBlank()) {
        try {
          statistics.add(InequalityStatistic.parse(text));
        } catch (IllegalArgumentException e) {
          problems.add("--inequality: " + e.getMessage() + "; ./peil measure --list tells all");
        }
      }
    }
    return statistics;
  }

  private interface Parser<T> {
    T parse(String text);
  }

  private static <T> T tried(
      List<String> problems, String option, String text, Parser<T> parser, T fallback) {
    try {
      return parser.parse(text);
    } catch (IllegalArgumentException e) {
      problems.add("--" + option + ": " + e.getMessage());
      return fallback;
    }
  }

  /** Columns of the zones that are read, besides the zone itself. */
  List<String> columns() {
    var columns = new TreeSet<>(opportunities);
    if (demand != null) {
      columns.add(demand);
    }
    if (area != null) {
      columns.add(area);
    }
    for (var statistic : inequality) {
      statistic.rankingColumn().ifPresent(columns::add);
      statistic.groupColumn().ifPresent(columns::add);
    }
    columns.remove(zone);
    return List.copyOf(columns);
  }
}
