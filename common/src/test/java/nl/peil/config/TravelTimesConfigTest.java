package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import nl.peil.source.PathPattern;
import nl.peil.source.omx.MatrixSelection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What paths tell of files of travel times, what the configuration tells, and in which format. */
class TravelTimesConfigTest {

  @TempDir Path folder;
  private SmallConfig small;

  @BeforeEach
  void write() throws IOException {
    small = SmallConfig.in(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scenario = x", "year = 2022", "mode = auto", "period = spits"})
  void whatStandsInThePathIsNotGivenAgain(String key) {
    assertThat(
            small.problems(
                SmallConfig.with(
                    "{ path = \"{scenario}/{year}", "{ " + key + ", path = \"{scenario}/{year}")))
        .singleElement()
        .asString()
        .contains("travel_times[0]." + key.split(" ")[0] + ": stands in the path too");
  }

  @Test
  void theSameHoldsForEverySource() {
    assertThat(
            small.problems(
                SmallConfig.with("cell_size_m", "scenario = basis, year = 2022, cell_size_m")))
        .hasSize(2)
        .allMatch(text -> text.contains("stands in the path too"));
    var level =
        "supplied_levels = [ { path = \"n_{year}.csv\", year = 2022, columns { zone = z, service = s, mode = m } } ]\n";
    assertThat(small.problems(SmallConfig.TEXT + level))
        .singleElement()
        .asString()
        .contains("supplied_levels[0].year: stands in the path too");
    assertThat(
            small.problems(
                SmallConfig.with("cell_size_m", "year = 2022, cell_size_m").replace("_{year}", "")))
        .singleElement()
        .asString()
        .contains("population[0].scenario: give both scenario and year");
  }

  @Test
  void literalsStandForWhatThePathLeavesOpen() throws Exception {
    var config =
        small.load(
            SmallConfig.with(
                "{ path = \"{scenario}/{year}/{mode}_{period}.csv\"",
                "{ path = \"t.csv\", scenario = basis, year = 2022, mode = ov_fiets, period = dal"),
            Map.of());
    var times = config.travelTimes().get(0);
    assertThat(times.scenario()).isEqualTo("basis");
    assertThat(times.year()).isEqualTo(2022);
    assertThat(times.mode()).isEqualTo(Mode.OV_FIETS);
    assertThat(times.period()).isEqualTo(Period.DAL);
    assertThat(small.problems(SmallConfig.with("{mode}_{period}", "t")))
        .hasSize(2)
        .allMatch(text -> text.contains("in the path"));
  }

  @Test
  void theFormatOfTravelTimesMayBeLeftToTheFile() throws Exception {
    var described = small.load(SmallConfig.TEXT, Map.of()).travelTimes().get(0);
    assertThat(described.matrix().format()).isEqualTo(MatrixFormat.LONG_CSV);
    assertThat(described.file().columns()).containsEntry("minutes", "m");
    var columns = ", columns { origin = o, destination = d, minutes = m }";
    var open = small.load(SmallConfig.with(columns, ""), Map.of()).travelTimes().get(0);
    assertThat(open.matrix())
        .isEqualTo(new MatrixConfig(MatrixFormat.AUTO, null, null, null, null, null));
    var square =
        small
            .load(
                SmallConfig.with(
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
        SmallConfig.TEXT.replace(
            "\"{scenario}/{year}/{mode}_{period}.csv\"" + columns,
            "\"{scenario}/{year}.omx\", format = omx, matrix = \"{mode}_{period}\"");
    var named = small.load(omx, Map.of()).travelTimes().get(0);
    assertThat(named.matrix().named()).containsExactly("mode", "period");
    assertThat(named.matrix().matrices()).isEqualTo(MatrixSelection.byPattern("{mode}_{period}"));
    assertThat(named.blankUnreachable()).isNull();
    var foreign =
        omx.replace(
            "matrix = \"{mode}_{period}\"", "matrices { auto_spits = CAR_AM }, mapping = taz");
    var declared = small.load(foreign, Map.of()).travelTimes().get(0).matrix();
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
    var literal = small.load(one, Map.of()).travelTimes().get(0);
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
        SmallConfig.TEXT.replace(
            "\"{scenario}/{year}/{mode}_{period}.csv\""
                + ", columns { origin = o, destination = d, minutes = m }",
            "\"{scenario}/{year}.omx\", format = omx, " + more);
    assertThat(small.problems(omx))
        .anyMatch(problem -> problem.contains("travel_times[0]." + expected));
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
    assertThat(
            small.problems(
                SmallConfig.with("columns { origin = o", more + ", columns { origin = o")))
        .singleElement()
        .asString()
        .contains("travel_times[0]." + expected);
  }
}
