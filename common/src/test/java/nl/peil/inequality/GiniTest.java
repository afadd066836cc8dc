package nl.peil.inequality;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GiniTest {

  @Test
  void isTheAreaBesideTheLorenzCurve() {
    // Half the people have 1 of 4: the curve goes through (1/2, 1/4), the area is 3/8.
    assertThat(Gini.of(new double[] {3, 1}, new double[] {1, 1})).isCloseTo(0.25, within(1e-15));
    // Three quarters have 3 of 6: through (3/4, 1/2), area 3/16 + 3/16.
    assertThat(Gini.of(new double[] {1, 3}, new double[] {3, 1})).isCloseTo(0.25, within(1e-15));
    // 1, 2, 3, 4, 5: sum of all |differences| / (2 n n mean) = 40 / 150.
    assertThat(Gini.of(new double[] {5, 3, 1, 2, 4}, new double[] {1, 1, 1, 1, 1}))
        .isCloseTo(40 / 150.0, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 1000})
  void isAllButOneNthWhenOneHasEverything(int n) {
    var values = new double[n];
    values[n / 2] = 7.3;
    var weights = new double[n];
    Arrays.fill(weights, 0.3);
    assertThat(Gini.of(values, weights)).isCloseTo((n - 1.0) / n, within(1e-13));
  }

  @Test
  void isZeroWhenAllHaveTheSameOrNobodyHasAnything() {
    assertThat(Gini.of(new double[] {0.1, 0.1, 0.1}, new double[] {0.7, 3, 0.2})).isZero();
    assertThat(Gini.of(new double[3], new double[] {1, 2, 3})).isZero();
  }

  @Property
  void isHalfTheMeanDifferenceOverTheMean(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 1000) Integer> numbers,
      @ForAll @DoubleRange(min = 0.01, max = 50) double scale) {
    int n = numbers.size();
    var values = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    var weights = numbers.stream().mapToDouble(x -> 1 + x % 7).toArray();
    double weight = Arrays.stream(weights).sum();
    double mean = 0;
    double difference = 0;
    for (int i = 0; i < n; i++) {
      mean += weights[i] * values[i] / weight;
      for (int j = 0; j < n; j++) {
        difference += weights[i] * weights[j] * Math.abs(values[i] - values[j]);
      }
    }
    double expected = mean == 0 ? 0 : difference / (2 * mean * weight * weight);
    double gini = Gini.of(values, weights);
    assertThat(gini).isCloseTo(expected, within(1e-12)).isGreaterThanOrEqualTo(0).isLessThan(1);
    var scaled = Arrays.stream(values).map(x -> x * scale).toArray();
    assertThat(Gini.of(scaled, weights)).isCloseTo(gini, within(1e-12));
  }

  @Test
  void refusesWhatIsNoAmount() {
    double[] two = {1, 1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gini.of(new double[] {-1, 2}, two))
        .withMessageContaining("0 or more, but got -1.0 to 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gini.of(new double[] {1, Double.POSITIVE_INFINITY}, two))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gini.of(new double[] {1}, two))
        .withMessageContaining("got 2 and 1");
  }
}
