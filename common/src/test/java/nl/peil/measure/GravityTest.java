package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import nl.peil.measure.Reaches.Destination;
import nl.peil.measure.decay.Binary;
import nl.peil.measure.decay.Exponential;
import nl.peil.measure.decay.Linear;
import nl.peil.measure.decay.LogLogistic;
import org.junit.jupiter.api.Test;

class GravityTest {

  @Provide
  Arbitrary<List<Destination>> rows() {
    return Reaches.rows();
  }

  @Test
  void weighsEveryDestination() {
    var reach = Reach.of(new float[] {0f, 15f, 30f, 60f, 300f}, new double[] {1, 2, 4, 8, 16});
    assertThat(new Gravity("linear_60", new Linear(60)).value(reach))
        .isEqualTo(1 + 2 * 0.75 + 4 * 0.5);
    assertThat(new Gravity("linear_600", new Linear(600)).value(reach))
        .isCloseTo(1 + 2 * 0.975 + 4 * 0.95 + 8 * 0.9 + 16 * 0.5, within(1e-12));
    var halfEvery15 = new Exponential(Math.log(2) / 15);
    assertThat(new Gravity("half", halfEvery15).value(reach))
        .isCloseTo(1 + 2 / 2.0 + 4 / 4.0 + 8 / 16.0 + 16 / 1048576.0, within(1e-12));
    var car = new LogLogistic(-8.65786, 2.492099, 0.011641);
    var atOnceAndAt30 = Reach.of(new float[] {0f, 30f}, new double[] {1, 4});
    assertThat(new Gravity("pbl", car).value(atOnceAndAt30))
        .isCloseTo(1 + 4 * 0.458224965889190, within(1e-12));
  }

  @Property
  void binaryEqualsCumulative(
      @ForAll("rows") List<Destination> row, @ForAll @IntRange(max = 900) int tenths) {
    double limit = tenths / 10.0;
    var reach = Reaches.reach(row);
    assertThat(new Gravity("binary", new Binary(limit)).value(reach))
        .isCloseTo(Cumulative.within(limit).value(reach), within(1e-9));
  }

  @Property
  void binaryEqualsCumulativeBetweenTheStepsToo(
      @ForAll @FloatRange(min = 0, max = 300) float minutes) {
    double limit = Double.parseDouble(Float.toString(minutes));
    var reach =
        Reach.of(
            new float[] {minutes, Math.nextUp(minutes), Math.abs(Math.nextDown(minutes))},
            new double[] {1, 2, 4});
    assertThat(new Gravity("binary", new Binary(limit)).value(reach))
        .isEqualTo(Cumulative.within(limit).value(reach));
  }

  @Test
  void saysHowItIsWrittenAndWhatItIsMadeOf() {
    assertThat(Gravity.FORM.usages()).containsExactly("gravity(decay)");
    assertThat(Gravity.FORM.examples()).contains("gravity(pbl)", "gravity(exponential,0.1)");
    assertThat(new Gravity("linear_60", new Linear(60)))
        .hasToString("gravity_linear_60 with Linear[limit=60.0]");
  }
}
