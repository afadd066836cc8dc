package nl.peil.inequality;

import static nl.peil.inequality.WeightedQuantiles.Rule.CROSSED;
import static nl.peil.inequality.WeightedQuantiles.Rule.INTERPOLATED;
import static nl.peil.inequality.WeightedQuantiles.Rule.REACHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightedQuantilesTest {

  private static final double[] TEN = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};

  @Test
  void isTheSmallestValueAtWhichTheWeightIsReachedOrCrossed() {
    double[] values = {30, 10, 20};
    double[] weights = {1, 2, 1};
    assertThat(WeightedQuantiles.quantiles(values, weights, REACHED, 0, 0.25, 0.5, 0.51, 0.75, 1))
        .containsExactly(10, 10, 10, 20, 20, 30);
    assertThat(WeightedQuantiles.quantiles(values, weights, CROSSED, 0, 0.25, 0.5, 0.51, 0.75, 1))
        .containsExactly(10, 10, 20, 20, 30, 30);
    assertThat(WeightedQuantiles.quantile(values, weights, 0.5)).isEqualTo(10);
    assertThat(values).containsExactly(30, 10, 20);
    assertThat(weights).containsExactly(1, 2, 1);
  }

  @Property
  void equalWeightsGiveOrderStatistics(
      @ForAll @IntRange(min = 1, max = 999) int thousandths,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double weight,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 20) Integer> numbers) {
    int n = numbers.size();
    var values = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    var sorted = values.clone();
    Arrays.sort(sorted);
    var weights = new double[n];
    Arrays.fill(weights, weight);
    // In whole numbers: i/n >= p is 1000 i >= 1000 p n.
    int reached = (thousandths * n + 999) / 1000;
    int crossed = thousandths * n / 1000 + 1;
    double p = thousandths / 1000.0;
    assertThat(WeightedQuantiles.quantiles(values, weights, REACHED, p))
        .containsExactly(sorted[reached - 1]);
    assertThat(WeightedQuantiles.quantiles(values, weights, CROSSED, p))
        .containsExactly(sorted[crossed - 1]);
  }

  @Test
  void aShareThatBinaryNumbersCannotHoldIsReachedButNotCrossed() {
    var tenths = new double[10];
    Arrays.fill(tenths, 0.1);
    for (int i = 1; i <= 10; i++) {
      assertThat(WeightedQuantiles.quantile(TEN, tenths, i / 10.0)).isEqualTo(i);
      assertThat(WeightedQuantiles.quantiles(TEN, tenths, CROSSED, i / 10.0))
          .containsExactly(Math.min(i + 1, 10));
    }
  }

  @Property
  void weightsOfOnePersonEqualThatManyPersons(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 9) Integer> persons,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll long seed) {
    var random = new Random(seed);
    var values = persons.stream().mapToDouble(n -> random.nextInt(50)).toArray();
    var weights = persons.stream().mapToDouble(Integer::doubleValue).toArray();
    var each = new ArrayList<Double>();
    for (int i = 0; i < values.length; i++) {
      each.addAll(Collections.nCopies(persons.get(i), values[i]));
    }
    Collections.shuffle(each, random);
    var eachValue = each.stream().mapToDouble(Double::doubleValue).toArray();
    var ones = new double[eachValue.length];
    Arrays.fill(ones, 1);
    for (var rule : WeightedQuantiles.Rule.values()) {
      assertThat(WeightedQuantiles.quantiles(values, weights, rule, p))
          .isEqualTo(WeightedQuantiles.quantiles(eachValue, ones, rule, p));
    }
  }

  @Property
  void doesNotDependOnTheOrderAndRisesWithP(
      @ForAll @NotEmpty List<@DoubleRange(min = 0.01, max = 100) Double> numbers,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0, max = 1) double q) {
    int n = numbers.size();
    var values = numbers.stream().mapToDouble(x -> Math.floor(x * 7) % 13).toArray();
    var weights = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    var backValues = new double[n];
    var backWeights = new double[n];
    for (int i = 0; i < n; i++) {
      backValues[i] = values[n - 1 - i];
      backWeights[i] = weights[n - 1 - i];
    }
    for (var rule : WeightedQuantiles.Rule.values()) {
      var quantiles =
          WeightedQuantiles.quantiles(values, weights, rule, Math.min(p, q), Math.max(p, q));
      assertThat(quantiles[0]).isLessThanOrEqualTo(quantiles[1]);
      var back =
          WeightedQuantiles.quantiles(
              backValues, backWeights, rule, Math.min(p, q), Math.max(p, q));
      // In another order the weights add up to another last digit, which moves what lies between.
      var tolerance = within(rule == INTERPOLATED ? 1e-9 : 0);
      assertThat(back[0]).isCloseTo(quantiles[0], tolerance);
      assertThat(back[1]).isCloseTo(quantiles[1], tolerance);
    }
  }

  @Test
  void interpolatesBetweenPersons() {
    // Ten persons: 1 + 9 p is the place, 1.9, 5.5 and 9.1 among the values 1 to 10.
    var ones = new double[10];
    Arrays.fill(ones, 1);
    assertThat(WeightedQuantiles.quantiles(TEN, ones, INTERPOLATED, 0, 0.1, 0.5, 0.9, 1))
        .containsExactly(new double[] {1, 1.9, 5.5, 9.1, 10}, within(1e-12));
    // Five persons, values 10 10 20 20 40: places 1, 2, 2.6, 3, 4, 4.6 and 5.
    double[] values = {40, 10, 20};
    double[] weights = {1, 2, 2};
    assertThat(
            WeightedQuantiles.quantiles(
                values, weights, INTERPOLATED, 0, 0.25, 0.4, 0.5, 0.75, 0.9, 1))
        .containsExactly(new double[] {10, 10, 16, 20, 20, 32, 40}, within(1e-12));
  }

  @Test
  void interpolatedDependsOnHowManyPersonsThereAre() {
    double[] values = {1, 2};
    assertThat(interpolatedMedian(values, 1, 1)).isEqualTo(1.5);
    assertThat(interpolatedMedian(values, 10, 10)).isEqualTo(1.5);
    // 1 + 2 x 0.5 = 2 of three persons, 1 + 20 x 0.5 = 11 of 21.
    assertThat(interpolatedMedian(values, 1, 2)).isEqualTo(2);
    assertThat(interpolatedMedian(values, 10, 11)).isEqualTo(2);
    // 1.5 persons: place 1.25, between place 1 and the end.
    assertThat(interpolatedMedian(values, 1, 0.5)).isEqualTo(1.25);
    // 2.5 persons: place 2.5 at p = 1 is half way from place 2 to the end.
    assertThat(WeightedQuantiles.quantiles(values, new double[] {2, 0.5}, INTERPOLATED, 1))
        .containsExactly(1.5);
    // One person or less in all: the largest value.
    assertThat(interpolatedMedian(values, 0.9, 0.1)).isEqualTo(2);
    assertThat(interpolatedMedian(values, 0.3, 0.2)).isEqualTo(2);
  }

  private static double interpolatedMedian(double[] values, double... weights) {
    return WeightedQuantiles.quantiles(values, weights, INTERPOLATED, 0.5)[0];
  }

  @Test
  void aPlaceThatBinaryNumbersCannotHoldIsThatPerson() {
    // Of 101 persons the place is 1 + i: 1 + 100 x 0.57 is 57.99999999999999 in binary.
    int n = 101;
    var values = new double[n];
    Arrays.setAll(values, i -> i + 1);
    var ones = new double[n];
    Arrays.fill(ones, 1);
    for (int i = 0; i <= 100; i++) {
      assertThat(WeightedQuantiles.quantiles(values, ones, INTERPOLATED, i / 100.0))
          .containsExactly(i + 1);
    }
  }

  @Test
  void whatLiesBeforeTheUnreachableIsFinite() {
    double[] values = {3, 5, Double.POSITIVE_INFINITY};
    double[] people = {1, 1, 2};
    // Places 2, 2.5 and 3 of four persons.
    assertThat(WeightedQuantiles.quantiles(values, people, INTERPOLATED, 1 / 3.0, 0.5, 2 / 3.0))
        .containsExactly(5, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    assertThat(WeightedQuantiles.quantiles(values, people, INTERPOLATED, 0.9))
        .containsExactly(Double.POSITIVE_INFINITY);
  }

  @Test
  void whoWeighsNothingDoesNotCount() {
    double[] values = {-5, 1, 2, 99};
    double[] weights = {0, 1, 1, 0};
    assertThat(WeightedQuantiles.quantiles(values, weights, REACHED, 0, 0.5, 1))
        .containsExactly(1, 1, 2);
  }

  @Test
  void whatCannotBeReachedMayBeInfinite() {
    double[] values = {Double.POSITIVE_INFINITY, 12};
    assertThat(WeightedQuantiles.quantiles(values, new double[] {1, 9}, REACHED, 0.9, 0.91))
        .containsExactly(12, Double.POSITIVE_INFINITY);
  }

  @Test
  void refusesWhatIsNoSample() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedQuantiles.quantile(new double[2], new double[3], 0.5))
        .withMessageContaining("got 3 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedQuantiles.quantile(TEN, new double[10], 0.5))
        .withMessageContaining("none among 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedQuantiles.quantile(new double[0], new double[0], 0.5))
        .withMessageContaining("none among 0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> WeightedQuantiles.quantile(new double[] {1, 2}, new double[] {1, -1}, 0.5))
        .withMessageContaining("weight 1")
        .withMessageContaining("-1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WeightedQuantiles.quantile(
                    new double[] {1, 2}, new double[] {Double.POSITIVE_INFINITY, 1}, 0.5))
        .withMessage("weight 0: expected a finite number of 0 or more, but got Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WeightedQuantiles.quantile(new double[] {1, Double.NaN}, new double[] {1, 1}, 0.5))
        .withMessageContaining("value 1 is NaN");
    for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WeightedQuantiles.quantile(TEN, TEN, p))
          .withMessageContaining("share from 0 to 1, but got " + p);
    }
  }
}
