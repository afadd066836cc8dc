package nl.peil.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of the Python package access (PySAL). */
@ExtendWith(ConformanceExtension.class)
@EnabledIfSystemProperty(named = Oracles.FOLDER, matches = ".+")
class PysalConformanceTest {

  private static final String FOLDER = "pysal-access/";
  private static final Tolerance CLOSE = Tolerance.relative(1e-6);

  /** Its max_cost of 61 lies outside, so the last tenth of a minute inside is 60.9. */
  private static final String TWO_STEPS = "floating_catchment(2sfca,power,1,max=60.9)";

  /** Its shares are over all destinations, also those beyond max_cost. */
  private static final String THREE_STEPS = "floating_catchment(3sfca,power,1,catchment=60.9)";

  private static final String HOSPITAL = FOLDER + "expected/hospital_2sfca_3sfca.csv";
  private static final String GRID = FOLDER + "expected/grid5x5_gravity_scale60_alpha1.csv";
  private static final String WEIGHTS = FOLDER + "expected/weight_functions.csv";

  @Test
  void noFileIsLeftOut() throws IOException {
    try (var files = Files.list(Oracles.path(FOLDER + "expected"))) {
      assertThat(files.map(file -> FOLDER + "expected/" + file.getFileName()))
          .containsExactlyInAnyOrder(HOSPITAL, GRID, WEIGHTS);
    }
  }

  @Test
  void hospitalsAgreeInEveryScenario(ConformanceReport report) {
    var two = report.compare("pysal-access, hospitals", "two_stage_fca", CLOSE);
    var three = report.compare("pysal-access, hospitals", "three_stage_fca", CLOSE);
    for (var row : Oracles.rows(HOSPITAL)) {
      var zone = row.getField("geoid");
      var area = hospitals(row.getField("scenario"));
      var name = "scenario " + row.getField("scenario") + " zone " + zone;
      two.row(
          name,
          get(area.values(TWO_STEPS, "doc"), zone),
          Double.parseDouble(row.getField("access_2sfca_doc")));
      three.row(
          name,
          get(area.values(THREE_STEPS, "doc"), zone),
          Double.parseDouble(row.getField("access_3sfca_doc")));
    }
    two.requireAgreement(4 * 3);
    three.requireAgreement(4 * 3);
  }

  /** Costs are asymmetric: a faster way in is not a faster way out. */
  @Test
  void scenariosChangeAccessInTheDirectionThatItsAuthorsArgueFor(ConformanceReport report) {
    var changes =
        Map.of(
            "1", Map.of("1", 1, "2", 1, "3", -1),
            "2", Map.of("1", -1, "2", -1, "3", 1),
            "3", Map.of("1", 1, "2", 1, "3", -1));
    var signs = report.compare("pysal-access, hospitals", "two_stage_fca, sign of change", CLOSE);
    var before = hospitals("0").values(TWO_STEPS, "doc");
    changes.forEach(
        (scenario, expected) -> {
          var after = hospitals(scenario).values(TWO_STEPS, "doc");
          expected.forEach(
              (zone, sign) ->
                  signs.row(
                      "scenario " + scenario + " zone " + zone,
                      Math.signum(get(after, zone) - get(before, zone)),
                      sign));
        });
    signs.requireAgreement(9);
  }

  private static StudyArea hospitals(String scenario) {
    var tracts = Oracles.rows(FOLDER + "input/hospital_tracts.csv");
    var costs =
        Oracles.rows(FOLDER + "input/hospital_costs.csv").stream()
            .filter(row -> row.getField("scenario").equals(scenario))
            .toList();
    assertThat(costs).as("scenario " + scenario).hasSize(9);
    return new StudyArea(
        tracts.stream().map(row -> row.getField("geoid")).toList(),
        Map.of(
            StudyArea.POPULATION,
            Oracles.numbers(tracts, "pop"),
            "doc",
            Oracles.numbers(tracts, "doc")),
        pairs(costs));
  }

  @Test
  void gravityOnTheGridAgrees(ConformanceReport report) {
    var cells = Oracles.rows(FOLDER + "input/grid5x5.csv");
    var values = Oracles.numbers(cells, "value");
    var area =
        new StudyArea(
            cells.stream().map(row -> row.getField("id")).toList(),
            Map.of(StudyArea.POPULATION, values, "value", values),
            pairs(Oracles.rows(FOLDER + "input/grid5x5_costs.csv")));
    var found = area.values("gravity(scaled_power,60,1,0)", "value");
    var computed = report.compare("pysal-access, grid", "weighted_catchment gravity", CLOSE);
    var typed = report.compare("pysal-access, grid", "weighted_catchment, literals", CLOSE);
    for (var row : Oracles.rows(GRID)) {
      var id = row.getField("id");
      computed.row(id, get(found, id), Double.parseDouble(row.getField("gravity_value")));
      var literal = row.getField("literal_in_upstream_test");
      if (!literal.isEmpty()) {
        typed.row(id, get(found, id), Double.parseDouble(literal));
      }
    }
    computed.requireAgreement(25);
    typed.requireAgreement(5);
  }

  @Test
  void weightFunctionsAgree(ConformanceReport report) {
    var rows = Oracles.rows(WEIGHTS);
    assertThat(rows).hasSize(18);
    var comparisons = new LinkedHashMap<String, Comparison>();
    for (var row : rows) {
      var weight = row.getField("weight");
      comparisons
          .computeIfAbsent(weight, name -> report.compare("pysal-access, weights", name, CLOSE))
          .row(
              row.getField("cost"),
              StudyArea.weight(decay(weight), Double.parseDouble(row.getField("cost"))),
              Double.parseDouble(row.getField("value")));
    }
    var sizes = new HashMap<String, Integer>();
    comparisons.forEach((name, each) -> sizes.put(name, each.compared()));
    assertThat(sizes.values()).containsExactlyInAnyOrder(8, 4, 6);
    comparisons.values().forEach(each -> each.requireAgreement(each.compared()));
  }

  private static String decay(String weight) {
    var known =
        Map.of(
            Pattern.compile("step_fn\\{(.*)}"), "step_within,$1",
            Pattern.compile("gaussian\\((\\d+)\\)"), "gaussian,$1",
            Pattern.compile("gravity\\((\\d+),(-?\\d+),min_dist=(\\d+)\\)"),
                "scaled_power,$1,$2,$3");
    return known.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(weight).matches())
        .map(entry -> entry.getKey().matcher(weight).replaceFirst(entry.getValue()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("weight not understood: " + weight));
  }

  private static List<StudyArea.Pair> pairs(List<NamedCsvRecord> costs) {
    return costs.stream()
        .map(
            row ->
                new StudyArea.Pair(
                    row.getField("origin"),
                    row.getField("dest"),
                    Double.parseDouble(row.getField("cost"))))
        .toList();
  }

  private static double get(Map<String, Double> values, String zone) {
    return Objects.requireNonNull(values.get(zone), () -> "nothing for " + zone);
  }
}
