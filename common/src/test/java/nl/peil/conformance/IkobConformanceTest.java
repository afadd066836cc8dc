package nl.peil.conformance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peil.barrier.ikob.Category;
import nl.peil.barrier.ikob.Group;
import nl.peil.barrier.ikob.GroupShares;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.ModeSet;
import nl.peil.barrier.ikob.Preference;
import nl.peil.barrier.ikob.RowWeights;
import nl.peil.barrier.ikob.Scores;
import nl.peil.barrier.ikob.SingleWeight;
import nl.peil.barrier.ikob.TimeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every stage of IKOB, from groups to competition, on the case that its makers test with. */
@ExtendWith(ConformanceExtension.class)
@EnabledIfSystemProperty(named = Oracles.FOLDER, matches = ".+")
class IkobConformanceTest {

  private static final Tolerance CLOSE = Tolerance.relative(1e-5);
  private static final int PAIRS = IkobCase.ZONES * IkobCase.ZONES;

  private final IkobCase vlaanderen = IkobCase.read();
  private final RowWeights rows = vlaanderen.rows();

  /** Rows of the matrices that were asked for, by name and origin. */
  private final Map<String, double[]> cache = new HashMap<>();

  @Test
  void sharesOfGroups(ConformanceReport report) {
    var comparison = report.compare(IkobCase.SOURCE + "1", "shares of groups", CLOSE);
    var expected = Oracles.rows(IkobCase.FOLDER + "input/group_distribution_reference.csv");
    var headers = GroupShares.headers();
    for (int zone = 0; zone < expected.size(); zone++) {
      double[] shares = vlaanderen.shares().shares(zone, Category.ALLE_GROEPEN);
      for (int column = 0; column < headers.length; column++) {
        comparison.row(
            zone + " " + headers[column],
            shares[column],
            Double.parseDouble(expected.get(zone).getField(headers[column])));
      }
    }
    comparison.requireAgreement(IkobCase.ZONES * 60);
  }

  /** Compares matrices in long form. */
  private void matrices(
      Comparison comparison,
      String file,
      String name,
      String value,
      Function<String, double[]> row,
      int matrices) {
    for (var expected : Oracles.rows(IkobCase.FOLDER + file)) {
      var matrix = expected.getField(name);
      int origin = Integer.parseInt(expected.getField("origin")) - 1;
      int destination = Integer.parseInt(expected.getField("destination")) - 1;
      double[] found =
          cache.computeIfAbsent(
              matrix + " from " + origin,
              key -> {
                rows.read(origin);
                return row.apply(matrix);
              });
      comparison.row(
          "%s from %d to %d".formatted(matrix, origin + 1, destination + 1),
          found[destination],
          Double.parseDouble(expected.getField(value)));
    }
    comparison.requireAgreement(matrices * PAIRS);
  }

  @Test
  void experiencedTimes(ConformanceReport report) {
    matrices(
        report.compare(IkobCase.SOURCE + "2", "experienced times, 26 matrices", CLOSE),
        "input/experienced_travel_time_long.csv",
        "variant",
        "experienced_minutes",
        name -> rows.minutes(kind(withoutClass(name)), income(name)),
        26);
  }

  @Test
  void weightsOfOneMode(ConformanceReport report) {
    matrices(
        report.compare(IkobCase.SOURCE + "3", "weights of one mode, 90 matrices", CLOSE),
        "expected/single_weights_long.csv",
        "weight",
        "weight_value",
        name -> rows.single(single(name), income(name)),
        90);
  }

  @Test
  void weightsOfSeveralModes(ConformanceReport report) {
    matrices(
        report.compare(IkobCase.SOURCE + "4", "weights of several modes, 240 matrices", CLOSE),
        "expected/combined_weights_long.csv",
        "combination",
        "weight_value",
        this::combined,
        240);
  }

  /** The class at the end of a name; any when there is none. */
  private static IncomeClass income(String name) {
    return Arrays.stream(IncomeClass.values())
        .filter(income -> name.endsWith("_" + income.label()))
        .findFirst()
        .orElse(IncomeClass.LAAG);
  }

  private static String withoutClass(String name) {
    return name.replaceFirst("_(laag|middellaag|middelhoog|hoog)$", "");
  }

  /** {@code fossiel/Auto_vkNeutraal_laag} and the like. */
  private static SingleWeight single(String name) {
    var parts = withoutClass(name).split("_vk", -1);
    var kind =
        switch (parts[0]) {
          case "fossiel/Auto" -> TimeKind.AUTO_FOSSIEL;
          case "elektrisch/Auto" -> TimeKind.AUTO_ELEKTRISCH;
          default -> kind(parts[0]);
        };
    return SingleWeight.of(kind, parts[1].isEmpty() ? Preference.NEUTRAAL : preference(parts[1]));
  }

  private static TimeKind kind(String label) {
    return Arrays.stream(TimeKind.values())
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static Preference preference(String label) {
    return Arrays.stream(Preference.values())
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  /** {@code elektrisch/Auto_GratisOV_Fiets_vkOV_laag} and the like: of the group that has it. */
  private double[] combined(String name) {
    var modes = withoutClass(name).replaceFirst("^(fossiel|elektrisch)/", "");
    var words = List.of(modes.replaceFirst("_vk.*", "").split("_", -1));
    boolean free = words.contains("GratisOV");
    var car = words.stream().filter(word -> word.matches("(Gratis|Geen)?Auto|GeenRijbewijs"));
    var has =
        Stream.of(
                car.findFirst().isPresent() ? "Auto" : "",
                free || words.contains("OV") ? "OV" : "",
                words.contains("Fiets") ? "Fiets" : "")
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining("_"));
    var set =
        Arrays.stream(ModeSet.values())
            .filter(each -> each.label().equals(has))
            .findFirst()
            .orElseThrow();
    var holder =
        words.get(0).matches("GratisAuto|GeenAuto|GeenRijbewijs") ? words.get(0) : "WelAuto";
    var preference = modes.replaceFirst(".*_vk", "");
    var group =
        holder + (free ? "_GratisOV" : holder.equals("GratisAuto") ? "" : "_vk" + preference);
    return rows.group(
        Arrays.stream(Group.values())
            .filter(each -> each.label().equals(group))
            .findFirst()
            .orElseThrow(),
        set,
        name.startsWith("elektrisch"),
        income(name));
  }

  @Test
  void reachAndCompetition(ConformanceReport report) {
    var found = vlaanderen.accessibility().compute(List.of(Category.ALLE_GROEPEN), 2);
    scores(
        report.compare(IkobCase.SOURCE + "5", "jobs within reach, T", CLOSE),
        "potential_bestemmingen.csv",
        "",
        found.jobs(Category.ALLE_GROEPEN));
    scores(
        report.compare(IkobCase.SOURCE + "6", "workforce within reach, H", CLOSE),
        "potential_herkomsten.csv",
        "",
        found.workforce());
    scores(
        report.compare(IkobCase.SOURCE + "7", "competition for jobs, CJ", CLOSE),
        "competition_totals.csv",
        "concurrentie/arbeidsplaatsen",
        found.jobCompetition());
    scores(
        report.compare(IkobCase.SOURCE + "8", "competition for workers, CW", CLOSE),
        "competition_totals.csv",
        "concurrentie/inwoners",
        found.workerCompetition());
  }

  private static void scores(Comparison comparison, String file, String result, Scores found) {
    for (var row : Oracles.rows(IkobCase.FOLDER + "expected/" + file)) {
      if (result.isEmpty() || row.getField("result").equals(result)) {
        var modes =
            Arrays.stream(ModeSet.values())
                .filter(each -> each.label().equals(row.getField("modality")))
                .findFirst()
                .orElseThrow();
        comparison.row(
            row.toString(),
            found.of(
                Integer.parseInt(row.getField("zone")) - 1,
                income("_" + row.getField("income")),
                modes),
            Double.parseDouble(row.getField("value")));
      }
    }
    comparison.requireAgreement(28 * IkobCase.ZONES);
  }
}
