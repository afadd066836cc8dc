package nl.peil.measure.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DecayTableTest {

  private static final Decay CAR = new LogLogistic(-8.65786, 2.492099, 0.011641);
  private static final DecayTable TABLE = new DecayTable(CAR, 60);

  @Property
  void aTimeWithOneDecimalHasTheWeightOfThatDecimal(@ForAll @IntRange(max = 20_000) int tenths) {
    var written = tenths / 10 + "." + tenths % 10;
    assertThat(TABLE.at(Float.parseFloat(written)))
        .isCloseTo(CAR.at(Double.parseDouble(written)), within(1e-12));
  }

  @Property
  void aTimeBetweenTheStepsIsComputed(@ForAll @FloatRange(min = 0, max = 200) float minutes) {
    assertThat(TABLE.at(minutes)).isCloseTo(CAR.at(MinuteGrid.decimal(minutes)), within(1e-12));
    assertThat(TABLE.at(30.04f)).isCloseTo(CAR.at(30.04f), within(1e-12));
  }

  @Test
  void looksUpWithinTheLimitAndComputesBeyondIt() {
    var calls = new AtomicInteger();
    var table =
        new DecayTable(
            minutes -> {
              calls.incrementAndGet();
              return new Linear(100).at(minutes);
            },
            60);
    assertThat(calls).hasValue(601);
    assertThat(table.at(60f)).isEqualTo(0.4);
    assertThat(table.at(12.3f)).isEqualTo(1 - 12.3 / 100);
    assertThat(calls).hasValue(601);
    assertThat(table.at(60.1f)).isEqualTo(1 - 60.1 / 100);
    assertThat(table.at(12.34f)).isEqualTo(1 - 12.34f / 100.0);
    assertThat(calls).hasValue(603);
  }

  @Test
  void refusesWhatIsNoDecay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecayTable(minutes -> minutes < 5 ? 0.5 : 0.6, 10))
        .withMessageContaining("0.6 at 5.0 minutes after 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecayTable(minutes -> 1.1, 10))
        .withMessageContaining("1.1 at 0.0 minutes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecayTable(minutes -> 1 - minutes / 5, 10))
        .withMessageContaining("at 5.1 minutes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecayTable(minutes -> Double.NaN, 10))
        .withMessageContaining("NaN at 0.0");
  }

  @Test
  void aDecayThatDoesNotPromiseToFallMayRiseAboveOne() {
    var rising = new ScaledPower(60, 1, 1);
    assertThat(new DecayTable(rising, 240).at(90f)).isEqualTo(1.5);
    assertThat(new DecayTable(new ScaledPower(20, -2, 1), 240).at(10f)).isEqualTo(4);
  }

  @Test
  void refusesWeightsThatAreNegativeOrNotFiniteWhateverIsPromised() {
    for (double wrong : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new DecayTable(new Free(wrong), 10))
          .withMessageContaining(
              "expected a weight that is finite and >= 0, but it is " + wrong + " at 5.0 minutes;");
    }
    assertThat(new DecayTable(new Free(0), 10).at(5f)).isZero();
    assertThat(new DecayTable(new Free(Double.MAX_VALUE), 10).at(5f)).isEqualTo(Double.MAX_VALUE);
  }

  /** Weight 2, and another one at 5 minutes. */
  private record Free(double atFive) implements Decay {
    @Override
    public double at(double minutes) {
      return minutes == 5 ? atFive : 2;
    }

    @Override
    public boolean falling() {
      return false;
    }
  }
}
