package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.peil.model.ScenarioYear;
import nl.peil.table.Slice;
import org.junit.jupiter.api.Test;

class LayoutYearsTest {

  private final LayoutYears years =
      new LayoutYears(Map.of("na_fusie", List.of(new ScenarioYear("hoog", 2040))));

  private boolean asked(String... slice) {
    return years.asked(Slice.of(slice));
  }

  @Test
  void aLayoutIsForItsScenarioYearsOnly() {
    assertThat(asked("scenario", "hoog", "year", "2040", "layout", "na_fusie")).isTrue();
    assertThat(asked("scenario", "hoog", "year", "2030", "layout", "na_fusie")).isFalse();
    assertThat(asked("scenario", "basis", "year", "2040", "layout", "na_fusie")).isFalse();
  }

  @Test
  void anotherLayoutIsForAllAndATableWithoutLayoutsIsNotTouched() {
    assertThat(asked("scenario", "basis", "year", "2022", "layout", "gemeente")).isTrue();
    assertThat(asked("scenario", "basis", "year", "2022", "mode", "auto")).isTrue();
    // membership itself is of no scenario-year
    assertThat(asked("layout", "na_fusie")).isTrue();
  }

  @Test
  void ofTwoThatAreComparedTheBaseDecides() {
    assertThat(
            asked(
                "base_scenario",
                "basis",
                "base_year",
                "2022",
                "year",
                "2040",
                "layout",
                "na_fusie"))
        .isFalse();
    assertThat(
            asked(
                "base_scenario", "hoog", "base_year", "2040", "year", "2050", "layout", "na_fusie"))
        .isTrue();
  }
}
