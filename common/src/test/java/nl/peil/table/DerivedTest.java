package nl.peil.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/** Which slices can be made: the natural join of what the inputs have. */
class DerivedTest {

  private static TableSpec table(String name, String... sliceBy) {
    var builder = TableSpec.named(name, "row", "A table");
    for (var column : sliceBy) {
      builder.columns(Column.of(column, DataTypes.StringType, column));
    }
    return builder
        .columns(Column.of("value", DataTypes.DoubleType, "value"))
        .partitionedBy(sliceBy)
        .build();
  }

  private static final TableSpec TIMES = table("times", "scenario", "year", "mode");
  private static final TableSpec JOBS = table("jobs", "scenario", "year");
  private static final TableSpec MEMBERS = table("members", "layout");
  private static final TableSpec ZONES = table("zones");

  private static List<String> possible(
      TableSpec output, Map<TableSpec, List<Slice>> there, TableSpec... inputs) {
    var derived =
        new Derived(
            output,
            java.util.Arrays.stream(inputs).map(t -> Derived.Input.of(t, output)).toList(),
            List.of(),
            slice -> "",
            DerivedTest.class,
            rows -> rows.read(ZONES));
    return derived.possible(table -> there.getOrDefault(table, List.of())).stream()
        .map(Slice::id)
        .toList();
  }

  private static Slice times(String scenario, String year, String mode) {
    return Slice.of("scenario", scenario, "year", year, "mode", mode);
  }

  @Test
  void aMatrixWithoutJobsOfItsScenarioAndYearGivesNothing() {
    var there =
        Map.of(
            TIMES,
            List.of(
                times("hoog", "2040", "auto"),
                times("basis", "2022", "fiets"),
                times("basis", "2022", "auto"),
                times("laag", "2040", "auto")),
            JOBS,
            List.of(
                Slice.of("scenario", "basis", "year", "2022"),
                Slice.of("scenario", "hoog", "year", "2040"),
                Slice.of("scenario", "hoog", "year", "2050")),
            ZONES,
            List.of(Slice.ALL));
    assertThat(possible(table("out", "scenario", "year", "mode"), there, TIMES, JOBS, ZONES))
        .containsExactly(
            "scenario=basis/year=2022/mode=auto",
            "scenario=basis/year=2022/mode=fiets",
            "scenario=hoog/year=2040/mode=auto");
  }

  @Test
  void theOrderOfInputsDoesNotMatter() {
    var there =
        Map.of(
            TIMES,
            List.of(times("a", "1", "auto"), times("b", "2", "auto")),
            JOBS,
            List.of(
                Slice.of("scenario", "b", "year", "2"), Slice.of("scenario", "a", "year", "2")));
    var output = table("out", "scenario", "year", "mode");
    assertThat(possible(output, there, JOBS, TIMES))
        .isEqualTo(possible(output, there, TIMES, JOBS))
        .containsExactly("scenario=b/year=2/mode=auto");
  }

  @Test
  void inputsWithoutColumnsInCommonGiveEveryCombination() {
    var there =
        Map.of(
            JOBS,
            List.of(Slice.of("scenario", "a", "year", "1"), Slice.of("scenario", "b", "year", "1")),
            MEMBERS,
            List.of(Slice.of("layout", "gemeente"), Slice.of("layout", "provincie")));
    assertThat(possible(table("out", "scenario", "year", "layout"), there, JOBS, MEMBERS))
        .containsExactly(
            "scenario=a/year=1/layout=gemeente",
            "scenario=a/year=1/layout=provincie",
            "scenario=b/year=1/layout=gemeente",
            "scenario=b/year=1/layout=provincie");
  }

  @Test
  void finerInputsGiveACoarserSliceOnce() {
    var there = Map.of(TIMES, List.of(times("a", "1", "auto"), times("a", "1", "fiets")));
    assertThat(possible(table("out", "scenario"), there, TIMES)).containsExactly("scenario=a");
    assertThat(possible(table("out"), there, TIMES)).containsExactly("all");
  }

  @Test
  void withoutOneOfItsInputsNothingIsPossible() {
    var there = Map.of(JOBS, List.of(Slice.of("scenario", "a", "year", "1")));
    assertThat(possible(table("out", "scenario", "year"), there, JOBS, ZONES)).isEmpty();
    assertThat(possible(table("out"), Map.of(), ZONES)).isEmpty();
  }

  @Test
  void anOptionalInputMattersButDecidesNothing() {
    var output = table("out", "scenario", "year");
    var income = Derived.Input.of(ZONES, output).ifThere();
    var derived =
        new Derived(
            output,
            List.of(Derived.Input.of(JOBS, output), income),
            List.of(),
            slice -> "",
            DerivedTest.class,
            rows -> rows.read(JOBS));
    var there = Map.of(JOBS, List.of(Slice.of("scenario", "a", "year", "1")));
    assertThat(derived.possible(table -> there.getOrDefault(table, List.of())))
        .extracting(Slice::id)
        .containsExactly("scenario=a/year=1");
    assertThat(income.optional()).isTrue();
    assertThat(income.matters(Slice.ALL, Slice.of("scenario", "a", "year", "1"))).isTrue();
    assertThat(income.andAlways("mode", "auto").optional()).isTrue();
  }

  @Test
  void anInputThatIsReadMoreWidelyStillDecidesWhichSlicesThereAre() {
    // the level of a mode also reads the car of the same year, to compare with
    var output = table("out", "scenario", "year", "mode");
    var derived =
        new Derived(
            output,
            List.of(
                new Derived.Input(
                    TIMES, Map.of("scenario", "scenario", "year", "year"), Map.of(), false)),
            List.of(),
            slice -> "",
            DerivedTest.class,
            rows -> rows.read(TIMES));
    var there = List.of(times("a", "2", "auto"), times("a", "2", "fiets"));
    assertThat(derived.possible(table -> there))
        .extracting(Slice::id)
        .containsExactly("scenario=a/year=2/mode=auto", "scenario=a/year=2/mode=fiets");
  }

  @Test
  void aSliceThatAlwaysMattersIsWantedByAllAndOtherwiseOnlyByItsOwn() {
    var input =
        new Derived.Input(
            TIMES, Map.of("scenario", "scenario", "mode", "mode"), Map.of("mode", "auto"), false);
    var bike = Slice.of("scenario", "basis", "mode", "fiets");
    var car = Slice.of("scenario", "basis", "mode", "auto");
    var walk = Slice.of("scenario", "basis", "mode", "lopen");
    var otherCar = Slice.of("scenario", "hoog", "mode", "auto");

    assertThat(input.matters(bike, bike)).isTrue();
    assertThat(input.matters(car, bike)).isTrue();
    assertThat(input.matters(walk, bike)).isFalse();
    assertThat(input.matters(bike, car)).isFalse();
    assertThat(input.matters(otherCar, bike)).isFalse();
  }
}
