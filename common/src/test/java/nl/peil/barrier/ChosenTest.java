package nl.peil.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of several supplied rows counts. */
class ChosenTest {

  private static final Basis GEMEENTE = new Basis("gemeente");

  private static Supplied national(@Nullable Double value, Basis basis, int year) {
    return row(value, basis, "CBS", false, year);
  }

  private static Supplied regional(@Nullable Double value, Basis basis, int year) {
    return row(value, basis, "Regio", true, year);
  }

  private static Supplied row(
      @Nullable Double value, Basis basis, String who, boolean regional, int year) {
    return new Supplied(value, value == null, basis, who, regional, LocalDate.of(year, 1, 1));
  }

  private static Chosen of(Supplied... rows) {
    return Chosen.of(List.of(rows));
  }

  @Test
  void aRegionOverridesTheCountryAndBothStayVisible() {
    var national = national(3.0, Basis.ZONE, 2024);
    var chosen = of(national, regional(5.0, Basis.ZONE, 2020));
    assertThat(chosen.value()).isEqualTo(5.0);
    assertThat(chosen.national()).isEqualTo(national);
    assertThat(chosen.nationally().value()).isEqualTo(3.0);
  }

  @Test
  void whatARegionWithholdsHidesNoNationalValue() {
    var chosen = of(national(3.0, Basis.ZONE, 2020), regional(null, Basis.ZONE, 2024));
    assertThat(chosen.value()).isEqualTo(3.0);
    assertThat(chosen.national()).isNull();
  }

  @Test
  void aWithheldNationalRowStaysVisibleBehindARegionalValue() {
    var chosen = of(national(null, Basis.ZONE, 2020), regional(5.0, Basis.ZONE, 2024));
    assertThat(chosen.value()).isEqualTo(5.0);
    assertThat(chosen.national()).isNotNull();
    assertThat(chosen.nationally().reason()).isEqualTo(Reason.SUPPRESSED);
  }

  @Test
  void theClosestToThePeopleCountsEvenBeforeARegion() {
    assertThat(
            of(
                    regional(1.0, GEMEENTE, 2024),
                    national(2.0, Basis.CELL, 2020),
                    national(4.0, Basis.ZONE, 2019))
                .value())
        .isEqualTo(4.0);
    assertThat(of(regional(1.0, GEMEENTE, 2024), national(2.0, Basis.CELL, 2020)).value())
        .isEqualTo(2.0);
    assertThat(of(regional(1.0, GEMEENTE, 2024), national(null, Basis.ZONE, 2020)).value())
        .isEqualTo(1.0);
  }

  @Test
  void ofSeveralTheLatestCountsAndWhatContradictsItselfIsUnknown() {
    var old = row(1.0, Basis.ZONE, "A", true, 2020);
    var recent = row(2.0, Basis.ZONE, "B", true, 2022);
    assertThat(of(old, recent).value()).isEqualTo(2.0);
    assertThat(of(recent, row(2.0, Basis.ZONE, "C", true, 2022)).value()).isEqualTo(2.0);
    var conflict = of(recent, row(3.0, Basis.ZONE, "C", true, 2022));
    assertThat(conflict.value()).isNull();
    assertThat(conflict.reason()).isEqualTo(Reason.CONFLICT);
  }

  @Test
  void unknownIsNeverZero() {
    assertThat(of().reason()).isEqualTo(Reason.ABSENT);
    assertThat(of(national(null, Basis.ZONE, 2020)))
        .extracting(Chosen::value, Chosen::reason)
        .containsExactly(null, Reason.SUPPRESSED);
    var empty = new Supplied(null, false, Basis.ZONE, "CBS", false, LocalDate.of(2020, 1, 1));
    assertThat(of(empty).reason()).isEqualTo(Reason.EMPTY);
  }

  @Property
  void theOrderOfRowsIsOfNoImportance(@ForAll("rows") List<Supplied> rows) {
    var reversed = new java.util.ArrayList<>(rows);
    java.util.Collections.reverse(reversed);
    assertThat(Chosen.of(reversed).value()).isEqualTo(Chosen.of(rows).value());
    assertThat(Chosen.of(reversed).reason()).isEqualTo(Chosen.of(rows).reason());
  }

  @Provide
  Arbitrary<List<Supplied>> rows() {
    return Combinators.combine(
            Arbitraries.of(1.0, 2.0).injectNull(0.3),
            Arbitraries.of(Basis.ZONE, Basis.CELL, GEMEENTE),
            Arbitraries.of("A", "B", "C"),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(2020, 2022))
        .as(ChosenTest::row)
        .list()
        .ofMaxSize(6);
  }
}
