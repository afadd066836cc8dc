package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import nl.peil.model.ScenarioYear;
import nl.peil.source.PathPattern;
import nl.peil.source.omx.MatrixSelection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake is found before work starts, and its place is named. */
class ConfigLoaderTest {

  /** The smallest configuration; every line is of its own, so that tests can point at it. */
  private static final String SMALL =
      """
      input = "levering"
      output = "uit"
      norms = "norms.csv"
      zones { polygons { path = "zones.gpkg", columns { zone = pc4 } } }
      base_population { scenario = basis, year = 2022 }
      population = [ { path = "b_{scenario}_{year}.csv", cell_size_m = 500, columns { cell = c, population = p } } ]
      travel_times = [ { path = "{scenario}/{year}/{mode}_{period}.csv", columns { origin = o, destination = d, minutes = m } } ]
      opportunities = [ { service = huisarts, kind = points, path = "h.csv", columns { x = x, y = y } } ]
      layouts = [ { layout = gemeente, polygons { path = "g.geojson", columns { region = code } } } ]
      measures = ["nearest(1)"]
      """;

  @TempDir Path folder;

  @BeforeEach
  void norms() throws IOException {
    Files.writeString(folder.resolve("norms.csv"), "service;mode;minutes\n");
  }

  private PeilConfig load(String text, Map<String, String> overrides) throws Exception {
    var file = folder.resolve("test.conf");
    Files.writeString(file, text);
    return ConfigLoader.load(file, overrides);
  }

  private List<String> problems(String text, Map<String, String> overrides) {
    var thrown = catchThrowableOfType(ConfigProblemException.class, () -> load(text, overrides));
    assertThat(thrown).isNotNull();
    assertThat(thrown).hasMessage(String.join("\n", thrown.problems()));
    return thrown.problems();
  }

  private List<String> problems(String text) {
    return problems(text, Map.of());
  }

  private static String with(String old, String replacement) {
    assertThat(SMALL).contains(old);
    return SMALL.replace(old, replacement);
  }

  private static Path repository() {
    var at = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(at.resolve("conf/sample.conf"))) {
      at = Objects.requireNonNull(at.getParent(), "not in the repository");
    }
    return at;
  }

  @Test
  void theSampleConfigurationIsRight() throws Exception {
    var config = ConfigLoader.load(repository().resolve("conf/sample.conf"), Map.of());
    assertThat(config.input()).isEqualTo("data/sample");
    assertThat(config.manifest()).isEqualTo("levering.json");
    assertThat(config.travelTimes())
        .extracting(TravelTimesConfig::mode)
        .containsExactly(Mode.AUTO, Mode.OV_LOPEN, Mode.OV_FIETS, Mode.FIETS, Mode.LOPEN);
    assertThat(config.travelTimes().get(1).file().format().decimalComma()).isTrue();
    assertThat(config.travelTimes().get(3).unreachable()).containsExactly(9999.0);
    assertThat(config.opportunities().get(0).file().format().encoding())
        .isEqualTo(Charset.forName("windows-1252"));
    assertThat(config.opportunities().get(7).where()).isEqualTo(Map.of("actief", "ja"));
    assertThat(config.layouts())
        .extracting(LayoutConfig::layout)
        .containsExactly("gemeente", "stadsregio", "landschap", "kustzone");
    assertThat(config.layouts().get(0).partition()).isTrue();
    assertThat(config.basePopulation()).isEqualTo(new ScenarioYear("basis", 2022));
    assertThat(config.norms()).isRegularFile().hasFileName("norms-example.csv");
    assertThat(config.json()).startsWith("{").contains("\"data/sample\"");
  }

  @Test
  void theNationalConfigurationIsRight() throws Exception {
    var config = ConfigLoader.load(repository().resolve("conf/national.conf"), Map.of());
    assertThat(config.travelTimes()).isNotEmpty();
    assertThat(config.layouts()).isNotEmpty();
    assertThat(config.norms()).isRegularFile();
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws Exception {
    var config = load(SMALL, Map.of());
    assertThat(config.quality()).isEqualTo(new QualityConfig(0.05, 0.5));
    assertThat(config.zones().system()).isEqualTo("pc4");
    assertThat(config.zones().snapMetres()).isEqualTo(1000);
    assertThat(config.travelTimes().get(0).maxMinutes()).isEqualTo(1440);
    assertThat(config.opportunities().get(0).crs()).isEqualTo("EPSG:28992");
    assertThat(config.layouts().get(0).status()).isEqualTo("vastgesteld");
    assertThat(config.manifest()).isNull();
    assertThat(config.decayCurves()).isNull();
    assertThat(config.suppliedLevels()).isEmpty();
    assertThat(config.income()).isNull();
    assertThat(config.inequality().sufficiencyShareOfMedian()).isEqualTo(0.5);
  }

  @Test
  void incomeIsOneFileWithAColumnThatRanks() throws Exception {
    var text =
        SMALL
            + """
              income { path = "i.csv", columns { zone = pc4, income = inkomen }, decimal_comma = true, year = 2020, source = "CBS" }
              inequality { sufficiency_share_of_median = 0.6 }
              """;
    var config = load(text, Map.of());
    var income = Objects.requireNonNull(config.income());
    assertThat(income.file().path().text()).isEqualTo("i.csv");
    assertThat(income.file().columns()).isEqualTo(Map.of("zone", "pc4", "income", "inkomen"));
    assertThat(income.file().format().decimalComma()).isTrue();
    assertThat(income.year()).isEqualTo(2020);
    assertThat(income.source()).isEqualTo("CBS");
    assertThat(config.inequality().sufficiencyShareOfMedian()).isEqualTo(0.6);
    assertThat(config.withOutput("elders").income()).isEqualTo(income);
    assertThat(config.withOutput("elders").inequality()).isEqualTo(config.inequality());

    assertThat(problems(text.replace("i.csv", "i_{year}.csv")))
        .singleElement()
        .asString()
        .contains("test.conf:11: income.path: name one file");
    assertThat(problems(text.replace("income = inkomen", "inkomen = inkomen")))
        .anyMatch(problem -> problem.contains("the column 'income' is required"));
    assertThat(problems(text.replace("0.6", "0")))
        .singleElement()
        .asString()
        .contains("test.conf:12: inequality.sufficiency_share_of_median", "from 0.001 to 1.0");
  }

  @Test
  void theLayoutOfTheWholeDeliveryIsAlwaysThereAndNotToBeMade() {
    assertThat(problems(with("layout = gemeente", "layout = delivery")))
        .singleElement()
        .asString()
        .contains(":9: layouts[0].layout: 'delivery' is the name of the layout", "another name");
  }

  @Test
  void anUnknownKeyIsNamedWithFileLineAndTheOneThatWasMeant() {
    assertThat(problems(with("output =", "ouput =")))
        .hasSize(2)
        .anyMatch(
            text ->
                text.contains("test.conf:2: ouput: unknown key")
                    && text.endsWith("did you mean 'output'?"))
        .anyMatch(text -> text.contains("output: this key is required"));
    assertThat(problems(with("cell_size_m = 500", "cell_size_m = 500, colour = red")))
        .singleElement()
        .asString()
        .contains("test.conf:6: population[0].colour: unknown key")
        .doesNotContain("did you mean");
  }

  @Test
  void severalProblemsComeAtOnce() {
    var text =
        SMALL
            .replace("minutes = m", "minuten = m")
            .replace("cell_size_m = 500, ", "")
            .replace("kind = points", "kind = dots")
            .replace("norms.csv", "weg.csv");
    assertThat(problems(text))
        .anyMatch(p -> p.contains(":3: norms") && p.contains("there is no file"))
        .anyMatch(p -> p.contains(":6: population[0].cell_size_m") && p.contains("metres"))
        .anyMatch(
            p -> p.contains(":7: travel_times[0].columns") && p.contains("'minutes' is required"))
        .anyMatch(
            p ->
                p.contains(":7: travel_times[0].columns") && p.contains("unknown column 'minuten'"))
        .anyMatch(p -> p.contains(":8: opportunities[0].kind") && p.contains("'dots'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "input = \"levering\" | input = [1] | :1: input",
        "year = 2022 | year = soon | :5: base_population.year",
        "year = 2022 | year = 2022.5 | :5: base_population.year",
        "travel_times = [ | travel_times = [ 7, | :7: travel_times[0]: expected { ... }",
        "measures = [\"nearest(1)\"] | measures = { a = 1 } | :10: measures",
        "layouts = [ | layouts = [ { layout = x, polygons = 5 }, | :9: layouts[0].polygons",
      })
  void aValueOfTheWrongKindIsNamed(String old, String replacement, String expected) {
    assertThat(problems(with(old, replacement)))
        .anySatisfy(text -> assertThat(text).contains("test.conf" + expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "input",
        "output",
        "norms",
        "zones",
        "base_population",
        "population",
        "travel_times",
        "opportunities",
        "layouts",
        "measures"
      })
  void whatIsRequiredIsMissed(String key) {
    var text = SMALL.replaceFirst("(?m)^" + key + " .*\n", "");
    assertThat(text).hasSizeLessThan(SMALL.length());
    assertThat(problems(text)).anyMatch(problem -> problem.contains(key + ": "));
  }

  @Test
  void overridesGoBeforeTheFileAndKeepTheirKind() throws Exception {
    var config =
        load(
            SMALL,
            Map.of(
                "input", "C:\\levering/2025 = \"nieuw\" #1",
                "quality.max_bad_share", "0.25",
                "base_population.year", "2040",
                "zones.system", "001",
                "measures", "[\"nearest(1)\", \"cumulative(30)\"]"));
    assertThat(config.input()).isEqualTo("C:\\levering/2025 = \"nieuw\" #1");
    assertThat(config.quality().maxBadShare()).isEqualTo(0.25);
    assertThat(config.basePopulation().year()).isEqualTo(2040);
    assertThat(config.zones().system()).isEqualTo("001");
    assertThat(config.measures())
        .containsExactly(
            MeasureConfig.everywhere("nearest(1)"), MeasureConfig.everywhere("cumulative(30)"));
  }

  @Test
  void anOverrideOfNullTakesAKeyAway() throws Exception {
    var text =
        SMALL + "manifest = levering.json\ninequality { sufficiency_share_of_median = 0.25 }\n";
    assertThat(load(text, Map.of()).manifest()).isEqualTo("levering.json");
    var without = load(text, Map.of("manifest", "null", "inequality", "null"));
    assertThat(without.manifest()).isNull();
    assertThat(without.inequality()).isEqualTo(load(SMALL, Map.of()).inequality());
    assertThat(problems(text, Map.of("norms", "null")))
        .anyMatch(problem -> problem.contains("norms: "));
  }

  @Test
  void aWrongOverrideSaysThatItCameFromTheCommandLine() {
    assertThat(problems(SMALL, Map.of("quality.max_bad_share", "2")))
        .singleElement()
        .asString()
        .startsWith("--set: quality.max_bad_share")
        .contains("from 0.0 to 1.0, got 2.0");
    assertThat(problems(SMALL, Map.of("outpt", "x")))
        .singleElement()
        .asString()
        .startsWith("--set: outpt: unknown key")
        .endsWith("did you mean 'output'?");
    assertThat(problems(SMALL, Map.of("a..b", "x"))).singleElement().asString().contains("a..b");
  }

  @Test
  void aFileThatIsNotThereOrIsNoHoconIsNamed() {
    var thrown =
        catchThrowableOfType(
            ConfigProblemException.class,
            () -> ConfigLoader.load(folder.resolve("weg.conf"), Map.of()));
    assertThat(thrown).hasMessageContaining("weg.conf").hasMessageContaining("sample.conf");
    assertThat(problems(SMALL + "zones { oeps\n"))
        .singleElement()
        .asString()
        .contains("test.conf: 1");
    assertThat(problems(with("\"uit\"", "${nergens}")))
        .singleElement()
        .asString()
        .contains("nergens");
  }

  @Test
  void aListOfMembersNamesALayoutThatIsThere() {
    var list =
        "layouts = [ { layout = regio, list { path = \"r.csv\", of = OF, columns { member = m, region = r } } }, ";
    assertThat(problems(with("layouts = [", list.replace("OF", "provincie"))))
        .singleElement()
        .asString()
        .contains("layout 'regio' lists members of 'provincie'");
    assertThat(
            problems(
                with("layouts = [", list.replace("OF", "zones").replace("regio,", "gemeente,"))))
        .singleElement()
        .asString()
        .contains("layout 'gemeente' stands here twice");
    assertThat(problems(with("layouts = [", "layouts = [ { layout = leeg },")))
        .singleElement()
        .asString()
        .contains("layouts[0].layout")
        .contains("either polygons or a list");
  }

  @Test
  void everyBarrierHasAShareOfPeople() throws Exception {
    assertThat(load(SMALL, Map.of()).effectiveAccess()).isEqualTo(EffectiveAccessConfig.NONE);
    var effective =
        "effective_access { barriers = [ { barrier = geen_auto, indicator = zonder_auto, takes = [auto] } ] }\n";
    assertThat(problems(SMALL + effective))
        .singleElement()
        .asString()
        .contains(
            "effective_access: barrier 'geen_auto' has indicator 'zonder_auto', which is not one of")
        .endsWith("barriers.indicators []");
    var known = load(SMALL + "barriers { indicators = [zonder_auto] }\n" + effective, Map.of());
    assertThat(known.effectiveAccess().barriers()).hasSize(1);
  }

  @Test
  void bestPlacesAreOfServicesThatThereAre() throws Exception {
    assertThat(load(SMALL, Map.of()).marginal()).isEqualTo(MarginalConfig.DEFAULT);
    assertThat(problems(SMALL + "marginal { services = [tandarts] }\n"))
        .singleElement()
        .asString()
        .contains("marginal: services: 'tandarts' is not one of the services");
    assertThat(load(SMALL + "marginal { best = 1 }\n", Map.of()).marginal().best()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scenario = x", "year = 2022", "mode = auto", "period = spits"})
  void whatStandsInThePathIsNotGivenAgain(String key) {
    assertThat(
            problems(
                with("{ path = \"{scenario}/{year}", "{ " + key + ", path = \"{scenario}/{year}")))
        .singleElement()
        .asString()
        .contains("travel_times[0]." + key.split(" ")[0] + ": stands in the path too");
  }

  @Test
  void theSameHoldsForEverySource() {
    assertThat(problems(with("cell_size_m", "scenario = basis, year = 2022, cell_size_m")))
        .hasSize(2)
        .allMatch(text -> text.contains("stands in the path too"));
    var level =
        "supplied_levels = [ { path = \"n_{year}.csv\", year = 2022, columns { zone = z, service = s, mode = m } } ]\n";
    assertThat(problems(SMALL + level))
        .singleElement()
        .asString()
        .contains("supplied_levels[0].year: stands in the path too");
    assertThat(problems(with("cell_size_m", "year = 2022, cell_size_m").replace("_{year}", "")))
        .singleElement()
        .asString()
        .contains("population[0].scenario: give both scenario and year");
  }

  @Test
  void literalsStandForWhatThePathLeavesOpen() throws Exception {
    var config =
        load(
            with(
                "{ path = \"{scenario}/{year}/{mode}_{period}.csv\"",
                "{ path = \"t.csv\", scenario = basis, year = 2022, mode = ov_fiets, period = dal"),
            Map.of());
    var times = config.travelTimes().get(0);
    assertThat(times.scenario()).isEqualTo("basis");
    assertThat(times.year()).isEqualTo(2022);
    assertThat(times.mode()).isEqualTo(Mode.OV_FIETS);
    assertThat(times.period()).isEqualTo(Period.DAL);
    assertThat(problems(with("{mode}_{period}", "t")))
        .hasSize(2)
        .allMatch(text -> text.contains("in the path"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "encoding = latin-99 | encoding 'latin-99' is unknown",
        "encoding = \"utf 8\" | encoding 'utf 8' is unknown",
        "delimiter = \";;\" | delimiter ';;' is not one character",
        "path = \"{jaar}.csv\" | {jaar} is not one of",
        "service = \"Huis arts\" | service 'Huis arts' must be",
      })
  void wrongTextsAreExplained(String addition, String expected) {
    assertThat(problems(with("columns { x = x, y = y }", "columns { x = x, y = y }, " + addition)))
        .singleElement()
        .asString()
        .contains("test.conf:8: opportunities[0]." + addition.split(" ")[0])
        .contains(expected);
  }

  @Test
  void delimitersMayBeNamed() throws Exception {
    for (var text : List.of("tab", "\"\\t\"")) {
      var config = load(with("kind = points", "kind = points, delimiter = " + text), Map.of());
      assertThat(config.opportunities().get(0).file().format().delimiter()).isEqualTo('\t');
    }
  }

  @Test
  void theFormatOfTravelTimesMayBeLeftToTheFile() throws Exception {
    var described = load(SMALL, Map.of()).travelTimes().get(0);
    assertThat(described.matrix().format()).isEqualTo(MatrixFormat.LONG_CSV);
    assertThat(described.file().columns()).containsEntry("minutes", "m");
    var columns = ", columns { origin = o, destination = d, minutes = m }";
    var open = load(with(columns, ""), Map.of()).travelTimes().get(0);
    assertThat(open.matrix())
        .isEqualTo(new MatrixConfig(MatrixFormat.AUTO, null, null, null, null, null));
    var square =
        load(
                with(
                    columns,
                    ", format = square_csv, decimal_comma = true, delimiter = \";\""
                        + ", zone_list { path = \"zones.csv\", column = pc4 }"),
                Map.of())
            .travelTimes()
            .get(0)
            .matrix();
    assertThat(square.zoneList()).isEqualTo(new PathPattern("zones.csv"));
    assertThat(square.zoneColumn()).isEqualTo("pc4");
    assertThat(square.decimalComma()).isTrue();
    var omx =
        SMALL.replace(
            "\"{scenario}/{year}/{mode}_{period}.csv\"" + columns,
            "\"{scenario}/{year}.omx\", format = omx, matrix = \"{mode}_{period}\"");
    var named = load(omx, Map.of()).travelTimes().get(0);
    assertThat(named.matrix().named()).containsExactly("mode", "period");
    assertThat(named.matrix().matrices()).isEqualTo(MatrixSelection.byPattern("{mode}_{period}"));
    assertThat(named.blankUnreachable()).isNull();
    var foreign =
        omx.replace(
            "matrix = \"{mode}_{period}\"", "matrices { auto_spits = CAR_AM }, mapping = taz");
    var declared = load(foreign, Map.of()).travelTimes().get(0).matrix();
    assertThat(declared.matrices())
        .isEqualTo(
            new MatrixSelection(
                new PathPattern("{mode}_{period}"), Map.of("auto_spits", "CAR_AM")));
    assertThat(declared.named()).containsExactly("mode", "period");
    assertThat(declared.mapping()).isEqualTo("taz");
    var one =
        omx.replace(
            "matrix = \"{mode}_{period}\"",
            "matrix = CAR_AM, mode = auto, period = spits, zone_list { path = z },"
                + " blank_is_unreachable = false");
    var literal = load(one, Map.of()).travelTimes().get(0);
    assertThat(literal.matrix().named()).isEmpty();
    assertThat(literal.mode()).isEqualTo(Mode.AUTO);
    assertThat(literal.blankUnreachable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "matrices { auto = CAR } ! matrices: matrix 'auto' = 'CAR': 'auto' does not fit the pattern",
        "matrices { auto_spits = CAR, auto_dal = CAR } ! matrices: matrix 'CAR' is declared twice",
        "matrix = \"{mode}_{year}\" ! matrix: a name of a matrix can hold {mode} and {period} only",
        "mapping = taz, zone_list { path = z } ! mapping: zone_list says which zones the rows are",
        "mode = auto, matrix = \"{mode}_{period}\" ! mode: stands in the names of the matrices too",
      })
  void whatIsWrongWithTheMatricesOfAnOmxFileIsNamed(String more, String expected) {
    var omx =
        SMALL.replace(
            "\"{scenario}/{year}/{mode}_{period}.csv\""
                + ", columns { origin = o, destination = d, minutes = m }",
            "\"{scenario}/{year}.omx\", format = omx, " + more);
    assertThat(problems(omx)).anyMatch(problem -> problem.contains("travel_times[0]." + expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "format = csv ! format: 'csv' is no format of travel times",
        "format = square_csv ! columns: means nothing with format = square_csv",
        "matrices { auto_spits = A } ! matrices: means nothing with format = long_csv",
        "matrix = auto ! matrix: means nothing with format = long_csv",
        "zone_list { path = z } ! zone_list: means nothing with format = long_csv",
        "format = auto, mapping = zone ! mapping: means nothing with format = auto",
        "format = auto, zone_list { path = \"{year}.csv\" } ! zone_list.path: a zone list is one file",
      })
  void whatDoesNotGoWithAFormatIsNamed(String more, String expected) {
    assertThat(problems(with("columns { origin = o", more + ", columns { origin = o")))
        .singleElement()
        .asString()
        .contains("travel_times[0]." + expected);
  }

  @Test
  void aWhatIfOfAWhatIfIsRefused() {
    var scenarios =
        """
        scenarios = [
          { scenario = dicht, year = 2022, inherit = basis/2022, close = [ { service = huisarts, zone = "1001" } ] }
          { scenario = open, year = 2022, inherit = dicht/2022, open = [ { service = huisarts, zone = "1002" } ] }
        ]
        """;
    assertThat(problems(SMALL + scenarios))
        .singleElement()
        .asString()
        .contains("open/2022 changes dicht/2022", "write all changes in one");
  }
}
