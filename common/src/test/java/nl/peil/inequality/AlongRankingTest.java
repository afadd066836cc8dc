package nl.peil.inequality;

import static nl.peil.inequality.ConcentrationIndex.Ties.SHARED;
import static nl.peil.inequality.WeightedQuantiles.Rule.REACHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AlongRankingTest {

  @Test
  void tellsWhatThePoorestTheWealthiestAndEverybodyInBetweenHave() {
    // Ten persons, mean 5.3. Up to 40 %: 1 and 3 persons, who have 2 and 1. Above 90 %: 12.
    double[] values = {2, 1, 7, 12};
    double[] people = {1, 3, 5, 1};
    double[] income = {10, 20, 30, 40};
    var along = AlongRanking.of(values, people, income);
    assertThat(along.palma()).isCloseTo(12 / (5 / 4.0), within(1e-15));
    // Ranks 0.05, 0.25, 0.65 and 0.95
    double mean = 5.2;
    double covariance =
        (1 * (2 - mean) * 0.05
                + 3 * (1 - mean) * 0.25
                + 5 * (7 - mean) * 0.65
                + 1 * (12 - mean) * 0.95)
            / 10;
    assertThat(along.concentration()).isCloseTo(2 * covariance / mean, within(1e-15));
    assertThat(along.corrected()).isCloseTo(8 * covariance / (12 - 1), within(1e-15));
  }

  @Property
  void isWhatPalmaAndConcentrationIndexTellOfThem(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1000) Integer> numbers) {
    double[] values = numbers.stream().mapToDouble(x -> x / 7.0).toArray();
    double[] people = numbers.stream().mapToDouble(x -> 1 + x % 5 * 0.3).toArray();
    // Fewer incomes than zones: some are equal
    double[] income = numbers.stream().mapToDouble(x -> x * 37 % 19).toArray();
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> income[i]))
            .mapToInt(i -> i)
            .toArray();
    var along =
        AlongRanking.of(sorted(order, values), sorted(order, people), sorted(order, income));
    double palma = Palma.of(values, people, income, REACHED);
    if (Double.isNaN(palma)) {
      assertThat(along.palma()).isNaN();
    } else {
      assertThat(along.palma()).isCloseTo(palma, within(1e-12 * (1 + palma)));
    }
    assertThat(along.concentration())
        .isCloseTo(ConcentrationIndex.of(values, people, income, SHARED), within(1e-12));
    assertThat(along.corrected())
        .isCloseTo(ConcentrationIndex.corrected(values, people, income, SHARED), within(1e-12));
  }

  private static double[] sorted(int[] order, double[] numbers) {
    return IntStream.of(order).mapToDouble(i -> numbers[i]).toArray();
  }

  @Test
  void thereIsNoPalmaWhereNobodyIsWealthyOrThePoorestHaveNothing() {
    // 80 % have the highest income: the 90th percentile is theirs
    assertThat(AlongRanking.of(of(1, 2), of(2, 8), of(1, 2)).palma()).isNaN();
    assertThat(AlongRanking.of(of(0, 1, 3), of(4, 5, 1), of(1, 2, 3)).palma()).isNaN();
    assertThat(AlongRanking.of(of(2, 1, 0), of(4, 5, 1), of(1, 2, 3)).palma()).isZero();
  }

  @Test
  void whoHaveTheSameHaveNoConcentration() {
    var same = AlongRanking.of(of(0.1, 0.1, 0.1), of(3, 0.7, 5), of(1, 2, 3));
    assertThat(same.concentration()).isZero();
    assertThat(same.corrected()).isZero();
    var nothing = AlongRanking.of(of(0, 0), of(3, 5), of(1, 2));
    assertThat(nothing.concentration()).isZero();
    assertThat(nothing.corrected()).isZero();
    assertThat(nothing.palma()).isNaN();
  }

  @Test
  void refusesWhatIsNotInOrderOrNoAmount() {
    assertRefused(of(1, 2), of(1, 1), of(2, 1), "value 1", "fall");
    assertRefused(of(1, 2), of(1, 1), of(Double.NaN, 1), "value 0", "NaN");
    assertRefused(of(1, 2), of(1, 0), of(1, 2), "weight 1", "is 0");
    assertRefused(of(1, 2), of(-1, 1), of(1, 2), "weight 0", "-1.0");
    assertRefused(of(1, -2), of(1, 1), of(1, 2), "value 1", "-2.0");
    assertRefused(of(Double.NaN, 2), of(1, 1), of(1, 2), "value 0", "NaN");
    assertRefused(of(Double.POSITIVE_INFINITY, 2), of(1, 1), of(1, 2), "value 0", "Infinity");
    assertRefused(of(), of(), of(), "at least one");
    assertRefused(of(1, 2), of(1), of(1, 2), "as many", "1, 2 and 2");
    assertRefused(of(1, 2), of(1, 1), of(1), "as many", "2, 1 and 2");
  }

  private static void assertRefused(
      double[] values, double[] people, double[] income, String... words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AlongRanking.of(values, people, income))
        .withMessageContainingAll(words);
  }

  private static double[] of(double... numbers) {
    return numbers;
  }
}
