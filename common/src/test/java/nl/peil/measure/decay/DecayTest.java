package nl.peil.measure.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecayTest {

  /** The parameters of PBL (2020). */
  private static final Decay CAR = new LogLogistic(-8.65786, 2.492099, 0.011641);

  private static final Decay BICYCLE = new LogLogistic(-7.95686, 2.675059, 0.011981);
  private static final Decay TRANSIT = new LogLogistic(-12.3301, 2.907621, 0.012824);

  /** Expected values computed from the formula with 40 decimals, outside Java. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.999824240640630, 0.999645652826731, 0.999995526236126",
    "12.3, 0.905552906914587, 0.749541342056475, 0.992425775715484",
    "30, 0.458224965889190, 0.182280349789660, 0.886551182166838",
    "90, 0.026498759471196, 0.005716382291278, 0.129228089450038",
  })
  void logLogisticFollowsTheFormula(double minutes, double car, double bicycle, double transit) {
    assertThat(CAR.at(minutes)).isCloseTo(car, within(1e-14));
    assertThat(BICYCLE.at(minutes)).isCloseTo(bicycle, within(1e-14));
    assertThat(TRANSIT.at(minutes)).isCloseTo(transit, within(1e-14));
  }

  @Test
  void theOthersFollowTheirFormulas() {
    assertThat(new Exponential(0.1).at(10)).isCloseTo(1 / Math.E, within(1e-15));
    assertThat(new Exponential(Math.log(2) / 20).at(40)).isCloseTo(0.25, within(1e-15));
    assertThat(new Linear(60).at(15)).isEqualTo(0.75);
    assertThat(new Linear(60).at(60)).isZero();
    assertThat(new Linear(60).at(61)).isZero();
    assertThat(new Binary(30).at(30)).isEqualTo(1);
    assertThat(new Binary(30).at(30.1)).isZero();
    assertThat(new Binary(0).at(0)).isEqualTo(1);
  }

  @Property
  void isOneAtZeroAndNeverRises(
      @ForAll @DoubleRange(min = 0, max = 500) double minutes,
      @ForAll @DoubleRange(min = 0, max = 100) double longer,
      @ForAll @DoubleRange(min = 0.01, max = 100) double parameter) {
    var decays =
        Stream.concat(
            Stream.of(CAR, BICYCLE, TRANSIT),
            DecayFamily.all().stream()
                .map(family -> family.make().apply(new double[] {parameter})));
    assertThat(decays)
        .allSatisfy(
            decay -> {
              assertThat(decay.at(0)).isEqualTo(1);
              assertThat(decay.at(minutes)).isBetween(0.0, 1.0);
              assertThat(decay.at(minutes + longer)).isBetween(0.0, decay.at(minutes));
            });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesParametersThatAreNoDecay(double parameter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Exponential(parameter))
        .withMessageContaining("b must be more than 0, but is " + parameter);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Linear(parameter))
        .withMessageContaining("T must be more than 0, but is " + parameter);
    assertThatIllegalArgumentException().isThrownBy(() -> new Binary(parameter - 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new LogLogistic(1, parameter - 0.5, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogLogistic(1, 1, parameter - 0.5))
        .withMessageContaining("rises with time");
  }
}
