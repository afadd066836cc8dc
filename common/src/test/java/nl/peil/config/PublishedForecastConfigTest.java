package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedForecastConfigTest {

  private static final String GOOD =
      """
      publication = p, path = "p.csv", source = IMA, layout = provincie, scenario = hoog, year = 2040
      columns { region = r, indicator = i, value = w }
      """;

  private final List<String> problems = new ArrayList<>();

  private PublishedForecastConfig read(String text) {
    var config = ConfigFactory.parseString(text);
    return PublishedForecastConfig.read(
        new Section(config, "published_forecasts[0]", config.root().origin(), problems));
  }

  @Test
  void whatIsNeededForRegions() {
    var config = read(GOOD);
    assertThat(problems).isEmpty();
    assertThat(config.layout()).isEqualTo("provincie");
    assertThat(config.wide()).isFalse();
    assertThat(config.baseYear()).isNull();
  }

  @Test
  void scenarioAndYearStandInOnePlace() {
    read(GOOD.replace("scenario = hoog, ", ""));
    assertThat(problems).singleElement().asString().contains("scenario: is not known");
    problems.clear();
    read(GOOD.replace("p.csv", "p_{year}.csv"));
    assertThat(problems).singleElement().asString().contains("year: stands in more than one place");
  }

  @Test
  void zonesSayHowTheyAreAddedUp() {
    var zones = GOOD.replace("layout = provincie", "zones = true").replace("region", "zone");
    read(zones);
    assertThat(problems).singleElement().asString().contains("aggregate: say how");
    problems.clear();
    read(zones + "aggregate = average");
    assertThat(problems).anyMatch(problem -> problem.contains("'average' is not one of sum, mean"));
    problems.clear();
    read(
        zones
            + "aggregate = mean\nzone_weights { path = w.csv, columns { model_zone = m, zone = z, weight = d } }");
    assertThat(problems).singleElement().asString().contains("column 'weight' is required");
    problems.clear();
    read(GOOD + "zones = true");
    assertThat(problems).anyMatch(problem -> problem.contains("layout = NAME, or zones = true"));
    problems.clear();
    read(GOOD + "aggregate = sum");
    assertThat(problems).singleElement().asString().contains("this is for zones");
  }

  @Test
  void sheetsAreOfWorkbooks() {
    read(GOOD + "sheet = 2");
    assertThat(problems).singleElement().asString().contains("does not end in .xlsx");
    problems.clear();
    var config = read(GOOD.replace("p.csv", "p.xlsx") + "sheet = 2, header_row = 3");
    assertThat(problems).isEmpty();
    assertThat(config.file().excel().sheet()).isEqualTo("2");
    assertThat(config.file().excel().headerRow()).isEqualTo(3);
    read(GOOD.replace("p.csv", "p.xlsx") + "header_row = 0");
    assertThat(problems).singleElement().asString().contains("counted from 1");
  }

  @Test
  void aWideTableNamesEveryColumn() {
    var wide = GOOD.replace(", indicator = i, value = w", "");
    var config =
        read(
            wide
                + "indicators = [ { indicator = Reistijd, column = t40, base_column = t18, mode = auto } ]");
    assertThat(problems).isEmpty();
    assertThat(config.wide()).isTrue();
    read(wide + "indicators = [ { indicator = A, column = a }, { indicator = B } ]");
    assertThat(problems).singleElement().asString().contains("name the column of every indicator");
  }
}
