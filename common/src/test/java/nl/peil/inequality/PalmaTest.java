package nl.peil.inequality;

import static nl.peil.inequality.WeightedQuantiles.Rule.CROSSED;
import static nl.peil.inequality.WeightedQuantiles.Rule.INTERPOLATED;
import static nl.peil.inequality.WeightedQuantiles.Rule.REACHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PalmaTest {

  /** Ten persons, the first the poorest; powers of two show who was counted. */
  private static final double[] ACCESS = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

  private static final double[] INCOME = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  private static final double[] ONE_EACH = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

  @Test
  void isTheRichestTenPercentOverThePoorestForty() {
    assertThat(Palma.of(ACCESS, ONE_EACH, INCOME, REACHED)).isEqualTo(512 / (15 / 4.0));
    // Crossed: the 40th percentile is the fifth person, the 90th the tenth, and nobody is above.
    assertThat(Palma.of(ACCESS, ONE_EACH, INCOME, CROSSED)).isNaN();
    // Interpolated: 1 + 9 x 0.4 = 4.6 and 1 + 9 x 0.9 = 9.1.
    assertThat(Palma.Limits.of(INCOME, ONE_EACH, INTERPOLATED).poorest())
        .isCloseTo(4.6, within(1e-12));
    assertThat(Palma.Limits.of(INCOME, ONE_EACH, INTERPOLATED).wealthiest())
        .isCloseTo(9.1, within(1e-12));
    assertThat(Palma.of(ACCESS, ONE_EACH, INCOME, INTERPOLATED)).isEqualTo(512 / (15 / 4.0));
  }

  @Test
  void theDefinitionOfThePercentilesMatters() {
    // Five persons with incomes 1 to 5. Reached: q40 is 2 (2 of 5), q90 is 5: nobody is above it.
    double[] access = {1, 2, 4, 8, 16};
    double[] income = {1, 2, 3, 4, 5};
    double[] people = {1, 1, 1, 1, 1};
    assertThat(Palma.of(access, people, income, REACHED)).isNaN();
    // Interpolated: q40 at person 2.6, q90 at person 4.6, between 4 and 5.
    assertThat(Palma.of(access, people, income, INTERPOLATED)).isEqualTo(16 / 1.5);
  }

  @Test
  void whoStandsAtTheFortiethIsPoorAndWhoStandsAtTheNinetiethIsNotRich() {
    var limits = new Palma.Limits(4, 9);
    assertThat(Palma.of(ACCESS, ONE_EACH, INCOME, limits)).isEqualTo(512 / (15 / 4.0));
    var wider = new Palma.Limits(Math.nextDown(4), Math.nextDown(9));
    assertThat(Palma.of(ACCESS, ONE_EACH, INCOME, wider)).isEqualTo(768 / 2.0 / (7 / 3.0));
  }

  @Test
  void meansAreOverPeople() {
    // Poor: 1 x 3 persons and 5 x 1 person, mean 2; rich: 6 x 1 and 9 x 2, mean 8.
    assertThat(
            Palma.of(
                new double[] {1, 5, 100, 6, 9},
                new double[] {3, 1, 4, 1, 2},
                new double[] {1, 2, 3, 4, 5},
                new Palma.Limits(2, 3)))
        .isEqualTo(4);
  }

  @Test
  void whoWeighsNothingIsNeitherPoorNorRich() {
    double[] access = {7, 1, 3, 7};
    double[] people = {0, 1, 1, 0};
    double[] income = {1, 2, 3, 4};
    assertThat(Palma.of(access, people, income, new Palma.Limits(2, 2))).isEqualTo(3);
    assertThat(Palma.of(access, people, income, new Palma.Limits(1, 2))).isNaN();
    assertThat(Palma.of(access, people, income, new Palma.Limits(2, 3))).isNaN();
  }

  @Test
  void hasNoValueWhenThePoorestHaveNothing() {
    double[] nothing = {0, 0, 0, 0, 5, 5, 5, 5, 5, 9};
    assertThat(Palma.of(nothing, ONE_EACH, INCOME, REACHED)).isNaN();
    double[] onlyThem = {5, 5, 5, 5, 0, 0, 0, 0, 0, 0};
    assertThat(Palma.of(onlyThem, ONE_EACH, INCOME, REACHED)).isZero();
  }

  @Property
  void dependsOnNeitherUnitNorOrderNorSplitsNorTheNumberOfPeople(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 1, max = 1000) Integer> numbers,
      @ForAll @DoubleRange(min = 0.1, max = 50) double scale) {
    var access = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    var income = numbers.stream().mapToDouble(x -> x * 37 % 101).toArray();
    var people = numbers.stream().mapToDouble(x -> 2 + 2 * (x % 5)).toArray();
    double palma = Palma.of(access, people, income, REACHED);
    assertThat(Palma.of(times(access, scale), people, income, REACHED))
        .satisfies(again -> assertSame(again, palma));
    assertThat(Palma.of(access, times(people, 3), income, REACHED))
        .satisfies(again -> assertSame(again, palma));
    assertThat(Palma.of(reversed(access), reversed(people), reversed(income), REACHED))
        .satisfies(again -> assertSame(again, palma));
    for (var rule : WeightedQuantiles.Rule.values()) {
      assertSame(
          Palma.of(twice(access), times(twice(people), 0.5), twice(income), rule),
          Palma.of(access, people, income, rule));
    }
  }

  @Test
  void refusesWhatItCannotRank() {
    double[] two = {1, 1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Palma.of(new double[] {-1, 1}, two, two, REACHED))
        .withMessageContaining("0 or more, but got -1.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Palma.of(two, two, new double[] {1, Double.NaN}, new Palma.Limits(1, 2)))
        .withMessageContaining("value 1 is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Palma.of(two, two, new double[] {1, 2, 3}, new Palma.Limits(1, 2)))
        .withMessageContaining("got 2 and 3");
  }

  private static void assertSame(double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-12 * (1 + expected)));
    }
  }

  static double[] times(double[] numbers, double factor) {
    return Arrays.stream(numbers).map(x -> x * factor).toArray();
  }

  static double[] reversed(double[] numbers) {
    var back = new double[numbers.length];
    Arrays.setAll(back, i -> numbers[numbers.length - 1 - i]);
    return back;
  }

  static double[] twice(double[] numbers) {
    return DoubleStream.concat(Arrays.stream(numbers), Arrays.stream(numbers)).toArray();
  }
}
