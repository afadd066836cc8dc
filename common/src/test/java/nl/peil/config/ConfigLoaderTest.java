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
import nl.peil.model.ScenarioYear;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake is found before work starts, and its place is named. */
class ConfigLoaderTest {

  @TempDir Path folder;
  private SmallConfig small;

  @BeforeEach
  void write() throws IOException {
    small = SmallConfig.in(folder);
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
    var config = small.load(SmallConfig.TEXT, Map.of());
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
        SmallConfig.TEXT
            + """
              income { path = "i.csv", columns { zone = pc4, income = inkomen }, decimal_comma = true, year = 2020, source = "CBS" }
              inequality { sufficiency_share_of_median = 0.6 }
              """;
    var config = small.load(text, Map.of());
    var income = Objects.requireNonNull(config.income());
    assertThat(income.file().path().text()).isEqualTo("i.csv");
    assertThat(income.file().columns()).isEqualTo(Map.of("zone", "pc4", "income", "inkomen"));
    assertThat(income.file().format().decimalComma()).isTrue();
    assertThat(income.year()).isEqualTo(2020);
    assertThat(income.source()).isEqualTo("CBS");
    assertThat(config.inequality().sufficiencyShareOfMedian()).isEqualTo(0.6);
    assertThat(config.withOutput("elders").income()).isEqualTo(income);
    assertThat(config.withOutput("elders").inequality()).isEqualTo(config.inequality());

    assertThat(small.problems(text.replace("i.csv", "i_{year}.csv")))
        .singleElement()
        .asString()
        .contains("test.conf:11: income.path: name one file");
    assertThat(small.problems(text.replace("income = inkomen", "inkomen = inkomen")))
        .anyMatch(problem -> problem.contains("the column 'income' is required"));
    assertThat(small.problems(text.replace("0.6", "0")))
        .singleElement()
        .asString()
        .contains("test.conf:12: inequality.sufficiency_share_of_median", "from 0.001 to 1.0");
  }

  @Test
  void theLayoutOfTheWholeDeliveryIsAlwaysThereAndNotToBeMade() {
    assertThat(small.problems(SmallConfig.with("layout = gemeente", "layout = delivery")))
        .singleElement()
        .asString()
        .contains(":9: layouts[0].layout: 'delivery' is the name of the layout", "another name");
  }

  @Test
  void anUnknownKeyIsNamedWithFileLineAndTheOneThatWasMeant() {
    assertThat(small.problems(SmallConfig.with("output =", "ouput =")))
        .hasSize(2)
        .anyMatch(
            text ->
                text.contains("test.conf:2: ouput: unknown key")
                    && text.endsWith("did you mean 'output'?"))
        .anyMatch(text -> text.contains("output: this key is required"));
    assertThat(
            small.problems(
                SmallConfig.with("cell_size_m = 500", "cell_size_m = 500, colour = red")))
        .singleElement()
        .asString()
        .contains("test.conf:6: population[0].colour: unknown key")
        .doesNotContain("did you mean");
  }

  @Test
  void severalProblemsComeAtOnce() {
    var text =
        SmallConfig.TEXT
            .replace("minutes = m", "minuten = m")
            .replace("cell_size_m = 500, ", "")
            .replace("kind = points", "kind = dots")
            .replace("norms.csv", "weg.csv");
    assertThat(small.problems(text))
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
    assertThat(small.problems(SmallConfig.with(old, replacement)))
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
    var text = SmallConfig.TEXT.replaceFirst("(?m)^" + key + " .*\n", "");
    assertThat(text).hasSizeLessThan(SmallConfig.TEXT.length());
    assertThat(small.problems(text)).anyMatch(problem -> problem.contains(key + ": "));
  }

  @Test
  void overridesGoBeforeTheFileAndKeepTheirKind() throws Exception {
    var config =
        small.load(
            SmallConfig.TEXT,
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
        SmallConfig.TEXT
            + "manifest = levering.json\ninequality { sufficiency_share_of_median = 0.25 }\n";
    assertThat(small.load(text, Map.of()).manifest()).isEqualTo("levering.json");
    var without = small.load(text, Map.of("manifest", "null", "inequality", "null"));
    assertThat(without.manifest()).isNull();
    assertThat(without.inequality()).isEqualTo(small.load(SmallConfig.TEXT, Map.of()).inequality());
    assertThat(small.problems(text, Map.of("norms", "null")))
        .anyMatch(problem -> problem.contains("norms: "));
  }

  @Test
  void aWrongOverrideSaysThatItCameFromTheCommandLine() {
    assertThat(small.problems(SmallConfig.TEXT, Map.of("quality.max_bad_share", "2")))
        .singleElement()
        .asString()
        .startsWith("--set: quality.max_bad_share")
        .contains("from 0.0 to 1.0, got 2.0");
    assertThat(small.problems(SmallConfig.TEXT, Map.of("outpt", "x")))
        .singleElement()
        .asString()
        .startsWith("--set: outpt: unknown key")
        .endsWith("did you mean 'output'?");
    assertThat(small.problems(SmallConfig.TEXT, Map.of("a..b", "x")))
        .singleElement()
        .asString()
        .contains("a..b");
  }

  @Test
  void aFileThatIsNotThereOrIsNoHoconIsNamed() {
    var thrown =
        catchThrowableOfType(
            ConfigProblemException.class,
            () -> ConfigLoader.load(folder.resolve("weg.conf"), Map.of()));
    assertThat(thrown).hasMessageContaining("weg.conf").hasMessageContaining("sample.conf");
    assertThat(small.problems(SmallConfig.TEXT + "zones { oeps\n"))
        .singleElement()
        .asString()
        .contains("test.conf: 1");
    assertThat(small.problems(SmallConfig.with("\"uit\"", "${nergens}")))
        .singleElement()
        .asString()
        .contains("nergens");
  }

  @Test
  void aListOfMembersNamesALayoutThatIsThere() {
    var list =
        "layouts = [ { layout = regio, list { path = \"r.csv\", of = OF, columns { member = m, region = r } } }, ";
    assertThat(small.problems(SmallConfig.with("layouts = [", list.replace("OF", "provincie"))))
        .singleElement()
        .asString()
        .contains("layout 'regio' lists members of 'provincie'");
    assertThat(
            small.problems(
                SmallConfig.with(
                    "layouts = [", list.replace("OF", "zones").replace("regio,", "gemeente,"))))
        .singleElement()
        .asString()
        .contains("layout 'gemeente' stands here twice");
    assertThat(small.problems(SmallConfig.with("layouts = [", "layouts = [ { layout = leeg },")))
        .singleElement()
        .asString()
        .contains("layouts[0].layout")
        .contains("either polygons or a list");
  }

  @Test
  void everyBarrierHasAShareOfPeople() throws Exception {
    assertThat(small.load(SmallConfig.TEXT, Map.of()).effectiveAccess())
        .isEqualTo(EffectiveAccessConfig.NONE);
    var effective =
        "effective_access { barriers = [ { barrier = geen_auto, indicator = zonder_auto, takes = [auto] } ] }\n";
    assertThat(small.problems(SmallConfig.TEXT + effective))
        .singleElement()
        .asString()
        .contains(
            "effective_access: barrier 'geen_auto' has indicator 'zonder_auto', which is not one of")
        .endsWith("barriers.indicators []");
    var known =
        small.load(
            SmallConfig.TEXT + "barriers { indicators = [zonder_auto] }\n" + effective, Map.of());
    assertThat(known.effectiveAccess().barriers()).hasSize(1);
  }

  @Test
  void bestPlacesAreOfServicesThatThereAre() throws Exception {
    assertThat(small.load(SmallConfig.TEXT, Map.of()).marginal()).isEqualTo(MarginalConfig.DEFAULT);
    assertThat(small.problems(SmallConfig.TEXT + "marginal { services = [tandarts] }\n"))
        .singleElement()
        .asString()
        .contains("marginal: services: 'tandarts' is not one of the services");
    assertThat(small.load(SmallConfig.TEXT + "marginal { best = 1 }\n", Map.of()).marginal().best())
        .isOne();
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
    assertThat(
            small.problems(
                SmallConfig.with(
                    "columns { x = x, y = y }", "columns { x = x, y = y }, " + addition)))
        .singleElement()
        .asString()
        .contains("test.conf:8: opportunities[0]." + addition.split(" ")[0])
        .contains(expected);
  }

  @Test
  void delimitersMayBeNamed() throws Exception {
    for (var text : List.of("tab", "\"\\t\"")) {
      var config =
          small.load(
              SmallConfig.with("kind = points", "kind = points, delimiter = " + text), Map.of());
      assertThat(config.opportunities().get(0).file().format().delimiter()).isEqualTo('\t');
    }
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
    assertThat(small.problems(SmallConfig.TEXT + scenarios))
        .singleElement()
        .asString()
        .contains("open/2022 changes dicht/2022", "write all changes in one");
  }
}
