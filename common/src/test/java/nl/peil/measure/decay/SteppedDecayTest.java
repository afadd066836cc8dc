package nl.peil.measure.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decays that are made of points: stepped, within steps, and curves. */
class SteppedDecayTest {

  private static Stepped stepped(double... numbers) {
    return new Stepped(Point.list(numbers));
  }

  private static StepWithin upTo(double... numbers) {
    return new StepWithin(Point.list(numbers));
  }

  private static PointCurve curve(double... numbers) {
    return new PointCurve(Point.list(numbers));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "9.9, 1, 1",
    "10, 0.75, 1",
    "10.1, 0.75, 0.6",
    "20, 0.5, 0.6",
    "20.1, 0.5, 0.2",
    "30, 0.25, 0.2",
    "30.1, 0.25, 0",
    "40, 0, 0",
    "500, 0, 0",
  })
  void theValueChangesAtTheStepOrBeyondIt(double minutes, double at, double beyond) {
    assertThat(stepped(10, 0.75, 20, 0.5, 30, 0.25, 40, 0).at(minutes)).isEqualTo(at);
    assertThat(upTo(10, 1, 20, 0.6, 30, 0.2).at(minutes)).isEqualTo(beyond);
  }

  @Test
  void theLastWeightOfSteppedHoldsForEverAndThatOfStepWithinDoesNot() {
    assertThat(stepped(15, 0.4).at(14.9)).isEqualTo(1);
    assertThat(stepped(15, 0.4).at(1e6)).isEqualTo(0.4);
    assertThat(upTo(15, 0.4).at(0)).isEqualTo(0.4);
    assertThat(upTo(15, 0.4).at(15)).isEqualTo(0.4);
    assertThat(upTo(15, 0.4).at(15.1)).isZero();
    assertThat(upTo(0, 1).at(0)).isEqualTo(1);
  }

  @Property
  void stepsAreExactForStoredTimes(@ForAll @IntRange(min = 1, max = 20_000) int hundredths) {
    var written = hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
    double step = Double.parseDouble(written);
    float stored = Float.parseFloat(written);
    var at = new DecayTable(stepped(step, 0.5), 240);
    assertThat(at.at(Math.nextDown(stored))).isEqualTo(1);
    assertThat(at.at(stored)).isEqualTo(0.5);
    var beyond = new DecayTable(upTo(step, 0.5), 240);
    assertThat(beyond.at(stored)).isEqualTo(0.5);
    assertThat(beyond.at(Math.nextUp(stored))).isZero();
    var last = new DecayTable(curve(0, 1, step, 0.5), 240);
    assertThat(last.at(stored)).isCloseTo(0.5, within(1e-6));
    assertThat(last.at(Math.nextUp(stored))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.9",
    "5, 0.9",
    "10, 0.9",
    "12.5, 0.8",
    "15, 0.7",
    "20, 0.5",
    "25, 0.5",
    "30, 0.5",
    "45, 0.35",
    "60, 0.2",
    "60.1, 0",
    "1000, 0",
  })
  void aCurveIsLinearBetweenItsPointsAndNothingBeyondTheLast(double minutes, double expected) {
    assertThat(curve(10, 0.9, 20, 0.5, 30, 0.5, 60, 0.2).at(minutes))
        .isCloseTo(expected, within(1e-15));
  }

  @Property
  void aCurveMeetsItsPointsAndNeverRises(
      @ForAll @DoubleRange(min = 0, max = 0.5) double low,
      @ForAll @DoubleRange(min = 0.5, max = 1) double high,
      @ForAll @DoubleRange(min = 0.1, max = 50) double first,
      @ForAll @DoubleRange(min = 0.1, max = 50) double length) {
    double middle = first + length;
    var curve = curve(first, high, middle, low, middle + 1, low / 2);
    assertThat(curve.at(first)).isEqualTo(high);
    assertThat(curve.at(middle)).isEqualTo(low);
    assertThat(curve.at(middle + 1)).isEqualTo(low / 2);
    assertThat(curve.at(Math.nextDown(middle))).isGreaterThanOrEqualTo(low);
    assertThat(curve.at(first + length / 2)).isCloseTo((high + low) / 2, within(1e-12));
    assertThat(curve.at(first + length / 4)).isCloseTo(high - (high - low) / 4, within(1e-12));
  }

  @Test
  void refusesPointsThatAreNoDecay() {
    for (Function<List<Point>, Decay> make :
        List.<Function<List<Point>, Decay>>of(Stepped::new, StepWithin::new, PointCurve::new)) {
      refuses(make, 2, "t must be more than the 10.0 before it, but is 10.0", 10, 0.5, 10, 0.4);
      refuses(make, 2, "t must be more than the 10.0 before it, but is 9.0", 10, 0.5, 9, 0.4);
      // Different doubles, the same float: stored times cannot tell them apart.
      refuses(make, 2, "t must be more than the 10.0", 10, 0.5, 10.0000001, 0.4);
      refuses(make, 4, "t must be more than the 10.0", 5, 0.5, 10, 0.4, 10, 0.3);
      refuses(make, 0, "t must be at least 0, but is -1.0", -1, 0.5, 10, 0.4);
      refuses(make, 2, "t must be at least 0, but is Infinity", 1, 0.5, 1 / 0.0, 0.4);
      refuses(make, 0, "t must be at least 0, but is NaN", Double.NaN, 0.5, 10, 0.4);
      refuses(
          make, 1, "w at t = 5.0 must be from 0 to 1.0, for a weight never rises", 5, 1.1, 6, 1);
      refuses(make, 3, "w at t = 6.0 must be from 0 to 0.5", 5, 0.5, 6, 0.6);
      refuses(make, 3, "but is -0.1", 5, 0.5, 6, -0.1);
      refuses(make, 4, "t must be at least 0, but is -3.0", 1, 0.5, 2, 0.4, -3, 0.3);
      refuses(make, 4, "t must be more than the 2.0", 1, 0.5, 2, 0.4, 2, 0.3);
      refuses(make, 5, "w at t = 3.0 must be from 0 to 0.4", 1, 0.5, 2, 0.4, 3, 0.5);
      refuses(make, 3, "but is NaN", 5, 0.5, 6, Double.NaN);
      assertThat(make.apply(Point.list(5, 1, 6, 1, 7, 0)).at(5)).isEqualTo(1);
    }
    refuses(Stepped::new, 0, "stepped decay: expected at least 1 times with a weight, but got 0");
    refuses(StepWithin::new, 0, "step_within decay: expected at least 1 times");
    refuses(PointCurve::new, 0, "points decay: expected at least 2 times", 5, 1);
    refuses(Stepped::new, 0, "the first t must be more than 0, for the weight is 1", 0, 0.5);
    assertThat(curve(0, 1, 10, 0).at(0)).isEqualTo(1);
  }

  private static void refuses(
      Function<List<Point>, Decay> make, int parameter, String expected, double... numbers) {
    assertThatExceptionOfType(DecayParameterException.class)
        .isThrownBy(() -> make.apply(Point.list(numbers)))
        .withMessageContaining(expected)
        .satisfies(refused -> assertThat(refused.parameter()).isEqualTo(parameter));
  }

  @Test
  void keepsACopyOfItsPoints() {
    var points = new ArrayList<>(Point.list(10, 1, 20, 0));
    var decays = List.of(new Stepped(points), new StepWithin(points), new PointCurve(points));
    points.set(0, new Point(10, 0));
    assertThat(decays).allSatisfy(decay -> assertThat(decay.at(10)).isEqualTo(1));
  }
}
