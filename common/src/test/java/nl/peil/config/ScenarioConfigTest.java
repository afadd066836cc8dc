package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.peil.config.ScenarioConfig.Inherited;
import nl.peil.model.ScenarioYear;
import org.junit.jupiter.api.Test;

class ScenarioConfigTest {

  private static final ScenarioYear BASE = new ScenarioYear("basis", 2022);

  private final List<String> problems = new ArrayList<>();

  private ScenarioConfig read(String text) {
    var config = ConfigFactory.parseString(text);
    return ScenarioConfig.read(
        new Section(config, "scenarios[0]", config.root().origin(), problems),
        (key, file) -> Path.of(file));
  }

  @Test
  void anInputOfItsOwnWordGoesBeforeTheOneWordForAll() {
    var hoog =
        read(
            "scenario = ima_hoog, year = 2040, inherit = basis/2022,"
                + " inherit_from { services = ima_laag/2040 }");
    assertThat(problems).isEmpty();
    assertThat(hoog.inherits())
        .containsEntry(Inherited.SERVICES, new ScenarioYear("ima_laag", 2040))
        .containsEntry(Inherited.TRAVEL_TIMES, BASE)
        .hasSize(Inherited.values().length);
    assertThat(hoog.whatIfOf()).as("it changes nothing").isNull();
  }

  @Test
  void whatChangesSomethingTakesAllFromOneParent() {
    assertThat(
            read("scenario = dicht, year = 2022, inherit = basis/2022,"
                    + " close = [{ service = vo, zone = 1001 }]")
                .whatIfOf())
        .isEqualTo(BASE);
    assertThat(problems).isEmpty();
    read("scenario = dicht, year = 2022, close = [{ service = vo, zone = 1001 }]");
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("takes all inputs from one scenario-year: inherit = basis/2022");
  }

  @Test
  void whatChangesSomethingHasNoNormsOfItsOwn() {
    read(
        "scenario = streng, year = 2022, inherit = basis/2022, norms = streng.csv,"
            + " change_norms = [{ service = vo, mode = fiets, minutes = 10 }]");
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("norms", "takes the norms of its parent: use change_norms");
  }

  @Test
  void inputsComeFromTheNearestOfALineOfParents() {
    var scenarios =
        List.of(
            read("scenario = b, year = 2030, inherit_from { jobs = basis/2022 }"),
            read("scenario = c, year = 2040, inherit = b/2030"));
    var b = new ScenarioYear("b", 2030);
    var c = new ScenarioYear("c", 2040);
    assertThat(ScenarioConfig.line(scenarios, c, Inherited.JOBS)).containsExactly(c, b, BASE);
    assertThat(ScenarioConfig.line(scenarios, c, Inherited.SERVICES)).containsExactly(c, b);
    assertThat(ScenarioConfig.line(scenarios, BASE, Inherited.JOBS)).containsExactly(BASE);
  }

  @Test
  void aCircleOfParentsEnds() {
    var scenarios =
        List.of(
            read("scenario = b, year = 2030, inherit = c/2040"),
            read("scenario = c, year = 2040, inherit = b/2030"));
    assertThat(ScenarioConfig.line(scenarios, new ScenarioYear("b", 2030), Inherited.TRAVEL_TIMES))
        .containsExactly(new ScenarioYear("b", 2030), new ScenarioYear("c", 2040));
  }
}
