package nl.peil.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankedPairsTest {

  private static final double[] RISING = {1, 2, 3, 4, 5};

  private static RankedPairs equal(double[] first, double... second) {
    var ones = new double[first.length];
    Arrays.fill(ones, 1);
    return RankedPairs.of(first, second, ones);
  }

  @Test
  void isSpearmansCoefficientWhenAllWeighTheSame() {
    // 1 - 6 sum d^2 / (n (n^2 - 1)): sum d^2 is 4, so 1 - 24 / 120
    assertThat(equal(RISING, 2, 1, 4, 3, 5).correlation()).isCloseTo(0.8, within(1e-12));
    assertThat(equal(RISING, 10, 20, 30, 1000, 1e6).correlation()).isCloseTo(1, within(1e-12));
    assertThat(equal(RISING, 5, 4, 3, 2, 1).correlation()).isCloseTo(-1, within(1e-12));
    // Ranks 1 2 3 against 1.5 1.5 3: covariance 1.5, variances 2 and 1.5
    assertThat(equal(new double[] {1, 2, 3}, 7, 7, 9).correlation())
        .isCloseTo(Math.sqrt(0.75), within(1e-12));
  }

  @Test
  void peopleCountForTheirAreas() {
    // Mid-ranks of x 1 2 3 with 1, 1 and 2 people: 0.5, 1.5 and 3, of y 2 1 3: 1.5, 0.5 and 3; mean
    // 2
    // Variance 1 * 2.25 + 1 * 0.25 + 2 * 1 = 4.5 for both, covariance 0.75 + 0.75 + 2 = 3.5
    var pairs =
        RankedPairs.of(new double[] {1, 2, 3}, new double[] {2, 1, 3}, new double[] {1, 1, 2});
    assertThat(pairs.correlation()).isCloseTo(3.5 / 4.5, within(1e-12));
  }

  @Test
  void areasWithoutAFigureOrPeopleAreLeftOut() {
    var pairs =
        RankedPairs.of(
            new double[] {1, 2, 3, 9, Double.NaN, 7},
            new double[] {2, 1, 3, Double.NaN, 5, -7},
            new double[] {1, 1, 2, 5, 5, 0});
    assertThat(pairs.size()).isEqualTo(3);
    assertThat(pairs.correlation()).isCloseTo(3.5 / 4.5, within(1e-12));
  }

  @Test
  void withoutSpreadThereIsNone() {
    assertThat(equal(RISING, 3, 3, 3, 3, 3).correlation()).isNaN();
    // Sums of tenths in another order are the same but for rounding
    assertThat(equal(new double[] {1, 2}, 0.1 + 0.2, 0.3).correlation()).isNaN();
    assertThat(equal(new double[0]).correlation()).isNaN();
    assertThat(equal(new double[0]).interval(10, 0.95, 1)).isNull();
    assertThat(equal(RISING, 3, 3, 3, 3, 3).interval(50, 0.95, 1)).isNull();
  }

  @Test
  void lengthsMustAgree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankedPairs.of(RISING, new double[4], RISING))
        .withMessageContaining("5");
  }

  @Test
  void whatIsAlwaysInTheSameOrderIsSoInEveryDraw() {
    var tenfold = new double[10];
    Arrays.setAll(tenfold, i -> i);
    var interval = equal(tenfold, 0, 1, 4, 9, 16, 25, 36, 49, 64, 81).interval(200, 0.95, 5);
    assertThat(interval).isNotNull();
    assertThat(Objects.requireNonNull(interval).low()).isCloseTo(1, within(1e-12));
    assertThat(interval.high()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theIntervalIsAsWideAsTheoryExpects() {
    // Bonett and Wright (2000): the standard error of atanh(r) is sqrt((1 + r^2 / 2) / (n - 3))
    int n = 400;
    var random = new Random(20);
    var first = random.doubles(n).toArray();
    var second = Arrays.stream(first).map(x -> x + 0.6 * random.nextDouble()).toArray();
    var pairs = equal(first, second);
    double r = pairs.correlation();
    double half = 1.96 * Math.sqrt((1 + r * r / 2) / (n - 3));
    double z = 0.5 * Math.log((1 + r) / (1 - r));
    var interval = Objects.requireNonNull(pairs.interval(2000, 0.95, 3));
    assertThat(interval.low()).isCloseTo(Math.tanh(z - half), within(0.03));
    assertThat(interval.high()).isCloseTo(Math.tanh(z + half), within(0.03));
    assertThat(pairs.interval(2000, 0.95, 3)).isEqualTo(interval);
    assertThat(pairs.interval(2000, 0.95, 4)).isNotEqualTo(interval);
  }

  @Property(tries = 200)
  void isThatOfAsManyRowsAsThereArePeople(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 30) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 5) int step) {
    int n = numbers.size();
    var first = new double[n];
    var second = new double[n];
    var people = new double[n];
    var manyFirst = new ArrayList<Double>();
    var manySecond = new ArrayList<Double>();
    for (int i = 0; i < n; i++) {
      first[i] = numbers.get(i) % 7;
      second[i] = (numbers.get(i) * step + i) % 5;
      people[i] = 1 + numbers.get(i) % 3;
      for (int j = 0; j < people[i]; j++) {
        manyFirst.add(first[i]);
        manySecond.add(second[i]);
      }
    }
    double expected = pearson(ranks(manyFirst), ranks(manySecond));
    double found = RankedPairs.of(first, second, people).correlation();
    if (Double.isNaN(expected)) {
      assertThat(found).isNaN();
    } else {
      assertThat(found).isCloseTo(expected, within(1e-9));
      assertThat(found).isBetween(-1.0, 1.0);
    }
    var interval = RankedPairs.of(first, second, people).interval(40, 0.9, step);
    if (interval != null) {
      assertThat(interval.low()).isBetween(-1.0, interval.high());
      assertThat(interval.high()).isLessThanOrEqualTo(1);
    }
  }

  private static double[] ranks(List<Double> values) {
    return values.stream()
        .mapToDouble(
            value ->
                values.stream().filter(other -> other < value).count()
                    + (values.stream().filter(other -> other.equals(value)).count() + 1) / 2.0)
        .toArray();
  }

  private static double pearson(double[] x, double[] y) {
    double xMean = Arrays.stream(x).average().orElseThrow();
    double yMean = Arrays.stream(y).average().orElseThrow();
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - xMean) * (x[i] - xMean);
      yy += (y[i] - yMean) * (y[i] - yMean);
      xy += (x[i] - xMean) * (y[i] - yMean);
    }
    return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
  }
}
