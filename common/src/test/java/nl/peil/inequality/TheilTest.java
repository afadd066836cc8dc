package nl.peil.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TheilTest {

  @Test
  void followsTheFormula() {
    // Mean 2: half have 3/2 of it, half 1/2.
    assertThat(Theil.total(new double[] {3, 1}, new double[] {4, 4}))
        .isCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), within(1e-15));
    // Three quarters have 2/3 of the mean 1.5, a quarter twice the mean.
    assertThat(Theil.total(new double[] {1, 3}, new double[] {3, 1}))
        .isCloseTo(0.5 * Math.log(2 / 3.0) + 0.5 * Math.log(2), within(1e-15));
  }

  @Test
  void isTheLogarithmOfNWhenOneOfNHasEverything() {
    assertThat(Theil.total(new double[] {0, 0, 9, 0}, new double[] {2, 2, 2, 2}))
        .isCloseTo(Math.log(4), within(1e-15));
  }

  @Test
  void isZeroWhenAllHaveTheSameOrNobodyHasAnything() {
    assertThat(Theil.total(new double[] {0.1, 0.1, 0.1}, new double[] {0.7, 3, 0.2})).isZero();
    assertThat(Theil.total(new double[3], new double[] {1, 2, 3})).isZero();
  }

  @Property
  void liesBetweenZeroAndTheShareOfTheLightest(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 1000) Integer> numbers) {
    var values = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    var weights = numbers.stream().mapToDouble(x -> 1 + x % 7).toArray();
    double lightest = Arrays.stream(weights).min().orElseThrow();
    double theil = Theil.total(values, weights);
    assertThat(theil)
        .isGreaterThanOrEqualTo(0)
        .isLessThanOrEqualTo(Math.log(Arrays.stream(weights).sum() / lightest) + 1e-12);
    var tenfold = Arrays.stream(values).map(x -> x * 10).toArray();
    assertThat(Theil.total(tenfold, weights)).isCloseTo(theil, within(1e-12));
  }

  @Test
  void refusesWhatIsNoAmount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theil.total(new double[] {-1, 2}, new double[] {1, 1}))
        .withMessageContaining("0 or more, but got -1.0 to 2.0");
  }
}
