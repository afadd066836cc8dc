package nl.peil.inequality;

import static nl.peil.inequality.ConcentrationIndex.Ties.LIGHTEST_FIRST;
import static nl.peil.inequality.ConcentrationIndex.Ties.SHARED;
import static nl.peil.inequality.PalmaTest.reversed;
import static nl.peil.inequality.PalmaTest.times;
import static nl.peil.inequality.PalmaTest.twice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.peil.inequality.ConcentrationIndex.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConcentrationIndexTest {

  private static final double[] ONE_EACH = {1, 1, 1};

  @ParameterizedTest
  @EnumSource
  void followsTheFormula(Ties ties) {
    // Ranks 1/4 and 3/4, mean 2: 2/2 (1/2 (-1)(-1/4) + 1/2 (1)(1/4)) = 1/4.
    double[] access = {3, 1};
    double[] people = {1, 1};
    assertThat(ConcentrationIndex.of(access, people, new double[] {9, 5}, ties)).isEqualTo(0.25);
    assertThat(ConcentrationIndex.of(access, people, new double[] {5, 9}, ties)).isEqualTo(-0.25);
    // Corrected: 4 x 2 / (3 - 1) times as much, or by given bounds 4 x 2 / 8.
    assertThat(ConcentrationIndex.corrected(access, people, new double[] {9, 5}, ties))
        .isEqualTo(1);
    assertThat(ConcentrationIndex.corrected(access, people, new double[] {9, 5}, ties, 0, 8))
        .isEqualTo(0.25);
    assertThat(ConcentrationIndex.corrected(access, people, new double[] {9, 5}, ties, 1, 3))
        .isEqualTo(1);
  }

  @Test
  void ranksPeopleAndNotZones() {
    // Ranks 3/8 and 7/8, mean 2: 2/2 (3/4 (-1)(-1/8) + 1/4 (3)(3/8)) = 3/8.
    double[] access = {1, 5};
    double[] people = {3, 1};
    assertThat(ConcentrationIndex.of(access, people, new double[] {1, 2}, SHARED)).isEqualTo(0.375);
    assertThat(ConcentrationIndex.corrected(access, people, new double[] {1, 2}, SHARED))
        .isEqualTo(0.75);
  }

  @Test
  void tiesShareOneRankOrStandInLineWithTheLightestFirst() {
    // Incomes 1, 1, 2; the tied have 4 (three persons) and 0 (one person); mean 2.
    double[] access = {4, 0, 1};
    double[] people = {3, 1, 4};
    double[] income = {1, 1, 2};
    // Shared: ranks 1/4 and 3/4, together 12 of 4 persons, so 3 each: (1/2 (1)(-1/4)) 2 = -1/4.
    assertThat(ConcentrationIndex.of(access, people, income, SHARED)).isEqualTo(-0.25);
    // In line: 0 at rank 1/16, 4 at rank 1/8 + 3/16 = 5/16, 1 at 3/4:
    // 1/8 (-2)(-7/16) + 3/8 (2)(-3/16) + 1/2 (-1)(1/4) = 7/64 - 9/64 - 8/64 = -10/64.
    assertThat(ConcentrationIndex.of(access, people, income, LIGHTEST_FIRST)).isEqualTo(-10 / 64.0);
    assertThat(ConcentrationIndex.corrected(access, people, income, SHARED)).isEqualTo(-0.5);
    assertThat(ConcentrationIndex.corrected(access, people, income, LIGHTEST_FIRST))
        .isEqualTo(-20 / 64.0);
    assertThat(ConcentrationIndex.corrected(access, people, income, LIGHTEST_FIRST, 0, 8))
        .isEqualTo(-10 / 64.0);
  }

  @Test
  void equalInRankAndWeightStandAsTheyCome() {
    double[] people = {1, 1};
    double[] income = {7, 7};
    assertThat(ConcentrationIndex.of(new double[] {1, 3}, people, income, LIGHTEST_FIRST))
        .isEqualTo(0.25);
    assertThat(ConcentrationIndex.of(new double[] {3, 1}, people, income, LIGHTEST_FIRST))
        .isEqualTo(-0.25);
    assertThat(ConcentrationIndex.of(new double[] {3, 1}, people, income, SHARED)).isZero();
    // The two zeros are one income.
    assertThat(ConcentrationIndex.of(new double[] {3, 1}, people, new double[] {0.0, -0.0}, SHARED))
        .isZero();
    assertThat(
            ConcentrationIndex.of(
                new double[] {3, 1}, people, new double[] {0.0, -0.0}, LIGHTEST_FIRST))
        .isEqualTo(-0.25);
  }

  @ParameterizedTest
  @EnumSource
  void isZeroWhenAllHaveTheSameOrNobodyHasAnything(Ties ties) {
    double[] income = {1, 2, 3};
    double[] same = {0.1, 0.1, 0.1};
    double[] nothing = {0, 0, 0};
    assertThat(ConcentrationIndex.of(same, ONE_EACH, income, ties)).isZero();
    assertThat(ConcentrationIndex.corrected(same, ONE_EACH, income, ties)).isZero();
    assertThat(ConcentrationIndex.corrected(same, ONE_EACH, income, ties, 0, 9)).isZero();
    assertThat(ConcentrationIndex.of(nothing, ONE_EACH, income, ties)).isZero();
    assertThat(ConcentrationIndex.corrected(nothing, ONE_EACH, income, ties)).isZero();
    assertThat(ConcentrationIndex.corrected(nothing, ONE_EACH, income, ties, 0, 9)).isZero();
  }

  @Test
  void whoWeighsNothingHasNoRankAndSetsNoBound() {
    double[] access = {99, 1, 3, Double.POSITIVE_INFINITY};
    double[] people = {0, 1, 1, 0};
    double[] income = {1, 2, 3, 2.5};
    for (var ties : Ties.values()) {
      assertThat(ConcentrationIndex.of(access, people, income, ties)).isEqualTo(0.25);
      assertThat(ConcentrationIndex.corrected(access, people, income, ties)).isEqualTo(1);
    }
  }

  @Property
  void isTheGiniCoefficientWhenRankedByTheValueItself(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 1000) Integer> numbers) {
    var access = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    var people = numbers.stream().mapToDouble(x -> 1 + x % 7).toArray();
    double gini = Gini.of(access, people);
    for (var ties : Ties.values()) {
      assertThat(ConcentrationIndex.of(access, people, access, ties))
          .isCloseTo(gini, within(1e-12));
      assertThat(ConcentrationIndex.of(access, people, times(access, -1), ties))
          .isCloseTo(-gini, within(1e-12));
    }
  }

  @Property
  void dependsOnNeitherUnitNorOrderNorSplitsNorTheNumberOfPeople(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 1000) Integer> numbers,
      @ForAll @DoubleRange(min = 0.1, max = 50) double scale) {
    var access = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    var income = numbers.stream().mapToDouble(x -> x * 37 % 11).toArray();
    var people = numbers.stream().mapToDouble(x -> 1 + x % 7).toArray();
    double plain = ConcentrationIndex.of(access, people, income, SHARED);
    double corrected = ConcentrationIndex.corrected(access, people, income, SHARED);
    assertThat(Math.abs(plain)).isLessThanOrEqualTo(Gini.of(access, people) + 1e-12);
    assertThat(Math.abs(corrected)).isLessThanOrEqualTo(1 + 1e-12);
    assertThat(ConcentrationIndex.corrected(access, people, income, SHARED, 0, 1000))
        .isCloseTo(4 * Mean.of(access, people) / 1000 * plain, within(1e-12));
    double[][][] same = {
      {times(access, scale), people, times(income, scale)},
      {access, times(people, 7), income},
      {reversed(access), reversed(people), reversed(income)},
      {twice(access), twice(people), twice(income)}
    };
    for (var other : same) {
      assertThat(ConcentrationIndex.of(other[0], other[1], other[2], SHARED))
          .isCloseTo(plain, within(1e-11));
      assertThat(ConcentrationIndex.corrected(other[0], other[1], other[2], SHARED))
          .isCloseTo(corrected, within(1e-11));
    }
    // The corrected index does not change either when all get the same on top.
    var raised = Arrays.stream(access).map(x -> x + 500).toArray();
    assertThat(ConcentrationIndex.corrected(raised, people, income, SHARED))
        .isCloseTo(corrected, within(1e-10));
  }

  @Test
  void refusesBoundsThatDoNotHold() {
    double[] access = {2, 4};
    double[] two = {1, 1};
    double[][] wrong = {
      {-1, 5}, {4, 4}, {5, 4}, {0, Double.POSITIVE_INFINITY}, {Double.NaN, 4}, {0, Double.NaN}
    };
    for (var bounds : wrong) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> ConcentrationIndex.corrected(access, two, two, SHARED, bounds[0], bounds[1]))
          .withMessageContaining("the upper above the lower, but got " + bounds[0]);
    }
    for (var bounds : new double[][] {{2.1, 4}, {2, 3.9}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> ConcentrationIndex.corrected(access, two, two, SHARED, bounds[0], bounds[1]))
          .withMessageContaining("within the bounds " + bounds[0])
          .withMessageContaining("got 2.0 to 4.0");
    }
  }

  @Test
  void refusesWhatItCannotRank() {
    double[] two = {1, 1};
    double[] ranking = {1, Double.NaN};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConcentrationIndex.of(two, two, ranking, SHARED))
        .withMessageContaining("value 1 is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConcentrationIndex.corrected(new double[] {-1, 1}, two, two, SHARED))
        .withMessageContaining("0 or more, but got -1.0 to 1.0");
  }
}
