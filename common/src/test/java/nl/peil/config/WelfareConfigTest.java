package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.peil.model.ScenarioYear;
import org.junit.jupiter.api.Test;

class WelfareConfigTest {

  private static final ScenarioYear BASE = new ScenarioYear("basis", 2022);

  private static final String WIDE =
      """
      { path = "w.csv", area = gemeente, year = 2024, supplied_by = CBS, columns { area = g }
        indicators = [ { indicator = a, aggregate = sum }, { indicator = b, aggregate = mean, weight = a } ] }
      """;

  private final List<String> problems = new ArrayList<>();

  private WelfareConfig read(String text) {
    problems.clear();
    var config = ConfigFactory.parseString(text);
    return WelfareConfig.read(
        new Section(config, "welfare", config.root().origin(), problems),
        BASE,
        (key, name) -> Path.of("conf").resolve(name));
  }

  private void problem(String text, String message) {
    read(text);
    assertThat(problems).singleElement().asString().contains(message);
  }

  @Test
  void whatIsNotSaidHasAPlainMeaning() {
    var config = read("sources = [" + WIDE + "]");
    assertThat(problems).isEmpty();
    assertThat(config.relationAreas()).isEqualTo("gemeente");
    assertThat(config.relation().scenarios()).containsExactly(BASE);
    assertThat(config.relation().modes()).containsExactly("auto", "ov_lopen", "fiets");
    var source = config.sources().get(0);
    assertThat(source.indicators())
        .extracting(each -> each.label() + " " + each.column().mean() + " " + each.weight())
        .containsExactly("a false null", "b true a");
    assertThat(source.dimension()).isEqualTo("overig");
    assertThat(WelfareConfig.NONE.relationAreas()).isEqualTo("zone");
  }

  @Test
  void tablesSayHowTheyAreAddedUpAndOfWhen() {
    problem("sources = [" + WIDE.replace(", aggregate = sum", "") + "]", "aggregate: say how");
    problem("sources = [" + WIDE.replace("year = 2024,", "") + "]", "year: give it in one place");
    problem("sources = [" + WIDE.replace("w.csv", "w_{year}.csv") + "]", "year: give it in one");
    problem("sources = [" + WIDE.replace("supplied_by = CBS,", "") + "]", "supplied_by: give it");
    problem("sources = [" + WIDE.replace("weight = a", "weight = c") + "]", "weighed with 'c'");
    problem("sources = [" + WIDE.replace("= sum", "= sum, weight = b") + "]", "this is for means");
    problem(
        "sources = [" + WIDE.replace("= mean,", "= mean, direction = up,") + "]",
        "'up' is not one of higher_better");
  }

  @Test
  void goalsStandInTheDeliveryOrBesideTheConfiguration() {
    var goals =
        read("goals = [ { path = d.csv }, { file = \"../goals.csv\", delimiter = \";\" } ]");
    assertThat(problems).isEmpty();
    assertThat(goals.goals().get(0).beside()).isNull();
    assertThat(goals.goals().get(1).beside()).isEqualTo(Path.of("conf/../goals.csv"));
    assertThat(goals.goals().get(0).headers()).containsEntry("goal_id", "goal_id");
    problem("goals = [ { path = d.csv, file = e.csv } ]", "give either path");
    problem("goals = [ { path = d.csv, columns { doel = d } } ]", "unknown column 'doel'");
  }

  @Test
  void relationsAreWithinReason() {
    problem("relation { draws = 5 }", "from 100 to 100000, got 5");
    problem("relation { modes = [vliegtuig] }", "vliegtuig");
    problem("relation { scenarios = [basis] }", "as in basis/2022");
    assertThat(read("relation { scenarios = [hoog/2040] }").relation().scenarios())
        .containsExactly(new ScenarioYear("hoog", 2040));
  }
}
