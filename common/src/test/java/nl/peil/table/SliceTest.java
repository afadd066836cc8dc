package nl.peil.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class SliceTest {

  private static final TableSpec TABLE =
      TableSpec.named("t", "row", "A table")
          .columns(
              Column.of("scenario", DataTypes.StringType, "scenario"),
              Column.of("year", DataTypes.IntegerType, "year"))
          .partitionedBy("scenario", "year")
          .build();

  @Provide
  Arbitrary<Slice> anySlice() {
    var value =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8),
            Arbitraries.strings().withChars("/=%25Fall'\\ ").ofMaxLength(8));
    return Arbitraries.maps(Arbitraries.of("scenario", "year", "mode", "layout"), value)
        .ofMaxSize(4)
        .map(values -> new Slice(new LinkedHashMap<>(values)));
  }

  @Property(tries = 500)
  void whatIsWrittenInLineageIsReadBack(@ForAll("anySlice") Slice slice) {
    assertThat(Slice.parse(slice.id())).isEqualTo(slice);
    assertThat(Slice.parse(slice.id()).id()).isEqualTo(slice.id());
  }

  @Property(tries = 500)
  void differentSlicesHaveDifferentIds(
      @ForAll("anySlice") Slice one, @ForAll("anySlice") Slice other) {
    var columns = new ArrayList<>(one.values().keySet());
    assertThat(one.id().equals(other.project(columns).id()))
        .isEqualTo(one.equals(other.project(columns)));
  }

  @Property(tries = 500)
  void agreementIsMutualAndCertainWithItself(
      @ForAll("anySlice") Slice one, @ForAll("anySlice") Slice other) {
    var columns = List.of("scenario", "year", "mode", "layout");
    assertThat(one.agrees(one, columns)).isTrue();
    assertThat(one.agrees(other, columns)).isEqualTo(other.agrees(one, columns));
    assertThat(one.agrees(other, List.of())).isTrue();
    assertThat(one.agrees(one.project(List.of("year", "mode")), columns)).isTrue();
  }

  @Test
  void theIdIsReadable() {
    assertThat(Slice.of("scenario", "basis", "year", "2022").id())
        .isEqualTo("scenario=basis/year=2022");
    assertThat(Slice.ALL.id()).isEqualTo("all");
    assertThat(Slice.parse("all")).isEqualTo(Slice.ALL);
    assertThat(Slice.parse("scenario=a=b").get("scenario")).isEqualTo("a=b");
  }

  @Test
  void slicesAgreeWhenTheyShareTheValuesThatBothHave() {
    var matrix = Slice.of("scenario", "basis", "year", "2022", "mode", "auto");
    assertThat(matrix.agrees(Slice.of("scenario", "basis"), List.of("scenario", "year"))).isTrue();
    assertThat(matrix.agrees(Slice.of("scenario", "hoog"), List.of("scenario"))).isFalse();
    assertThat(matrix.agrees(Slice.of("scenario", "hoog"), List.of("year"))).isTrue();
    assertThat(matrix.agrees(Slice.of("year", "2040", "layout", "x"), List.of("scenario", "year")))
        .isFalse();
  }

  @Test
  void projectKeepsTheOrderAskedForAndLeavesOutWhatIsAbsent() {
    assertThat(
            Slice.of("scenario", "basis", "year", "2022", "mode", "auto")
                .project(List.of("year", "layout", "scenario"))
                .id())
        .isEqualTo("year=2022/scenario=basis");
    assertThat(Slice.of("mode", "auto").project(List.of("year"))).isEqualTo(Slice.ALL);
  }

  @Test
  void predicateSelectsTheSlices() {
    assertThat(
            Slice.predicate(
                TABLE,
                List.of(
                    Slice.of("scenario", "basis", "year", "2022"),
                    Slice.of("scenario", "hoog", "year", "2040"))))
        .isEqualTo("(scenario = 'basis' AND year = 2022) OR (scenario = 'hoog' AND year = 2040)");
    assertThat(Slice.predicate(TABLE, List.of(Slice.ALL))).isEqualTo("true");
    assertThat(Slice.predicate(TABLE, List.of())).isEqualTo("false");
  }

  @Test
  void mistakesAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slice.of("scenario"))
        .withMessageContaining("pairs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slice.of("year", "2022").get("layout"))
        .withMessageContaining("year=2022")
        .withMessageContaining("layout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slice.predicate(TABLE, List.of(Slice.of("layout", "x"))))
        .withMessageContaining("table t")
        .withMessageContaining("layout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slice.parse("basis/2022"))
        .withMessageContaining("basis/2022");
  }
}
