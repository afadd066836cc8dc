package nl.peil.measure.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  /** Square roots and squares by hand. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 1",
    "0.5, 0.25, 1",
    "0.5, 1, 1",
    "0.5, 4, 0.5",
    "0.5, 16, 0.25",
    "0.5, 100, 0.1",
    "0.25, 16, 0.5",
    "1, 0.5, 1",
    "1, 61, 0.01639344262295082",
    "2, 0.9, 1",
    "2, 2, 0.25",
    "2, 10, 0.01",
  })
  void powerIsOneUpToAMinuteAndAPowerFromThere(double b, double minutes, double expected) {
    assertThat(new Power(b).at(minutes)).isCloseTo(expected, within(1e-15));
  }

  /** Expected values computed from the formula with 40 decimals, outside Java. */
  @ParameterizedTest
  @CsvSource({
    "30, 10, 0, 1.000000000000000000E+0",
    "30, 10, 12.3, 9.653900953251820395E-1",
    "30, 10, 20, 8.635463986548390251E-1",
    "30, 10, 30, 5.021667102549915646E-1",
    "30, 10, 60, 4.333420509983129219E-3",
    "20, 2, 0, 1.000000000000000000E+0",
    "20, 2, 12.3, 9.990734743486393203E-1",
    "20, 2, 20, 5.000000066334498885E-1",
    "20, 2, 30, 1.151687650367912057E-4",
    "20, 2, 60, 1.760106320300731051E-16",
  })
  void logisticFollowsTheFormula(double m, double sd, double minutes, double expected) {
    assertThat(new Logistic(m, sd).at(minutes)).isCloseTo(expected, within(1e-14));
  }

  @Test
  void logisticHalvesAtItsQuantiles() {
    // 1 + exp(x) is 2 at x = 0, 4 at x = ln 3 and 100 at x = ln 99; x = (t - m) pi / (sd sqrt 3).
    var logistic = new Logistic(30, 10);
    double perUnit = 10 * Math.sqrt(3) / Math.PI;
    double atM = logistic.at(30);
    assertThat(atM).isCloseTo((1 + Math.exp(-30 / perUnit)) / 2, within(1e-14));
    assertThat(logistic.at(30 + perUnit * Math.log(3))).isCloseTo(atM / 2, within(1e-14));
    assertThat(logistic.at(30 + perUnit * Math.log(99))).isCloseTo(atM / 50, within(1e-14));
    assertThat(new Logistic(0, 10).at(0)).isEqualTo(1);
    assertThat(new Logistic(0, 10).at(perUnit * Math.log(3))).isCloseTo(0.5, within(1e-14));
  }

  @Test
  void aLogisticOfHardlyAnyDeviationIsAStep() {
    var step = new Logistic(30, Double.MIN_VALUE);
    assertThat(step.at(0)).isEqualTo(1);
    assertThat(step.at(29.9)).isEqualTo(1);
    assertThat(step.at(30)).isEqualTo(0.5);
    assertThat(step.at(30.1)).isZero();
  }

  @Test
  void ikobFollowsItsFormulaAndIsNotNormalised() {
    // exp(0.125 (t - 45)) is 1 at 45, 3 at 45 + 8 ln 3, 1/3 at 45 - 8 ln 3.
    var transit = new Ikob(0.125, 45, 0.96);
    assertThat(transit.at(45)).isCloseTo(0.48, within(1e-15));
    assertThat(transit.at(45 + 8 * Math.log(3))).isCloseTo(0.24, within(1e-15));
    assertThat(transit.at(45 - 8 * Math.log(3))).isCloseTo(0.72, within(1e-15));
    assertThat(transit.at(0)).isCloseTo(0.96 / (1 + Math.exp(-5.625)), within(1e-15));
    assertThat(transit.at(0)).isLessThan(0.96);
    assertThat(new Ikob(0.225, 0, 1).at(0)).isEqualTo(0.5);
  }

  @Test
  void ikobIsNothingFrom180Minutes() {
    var flat = new Ikob(0.001, 180, 0.5);
    assertThat(flat.at(Math.nextDown(180.0))).isCloseTo(0.25, within(1e-12));
    assertThat(flat.at(180)).isZero();
    assertThat(flat.at(181)).isZero();
  }

  @Test
  void ikobIsNothingBelowAThousandth() {
    // 0.002 / (1 + exp(0)) is 0.001 to the last digit: still something. At scale 1 it takes ln 999.
    assertThat(new Ikob(1, 10, 0.002).at(10)).isEqualTo(0.001);
    assertThat(new Ikob(1, 10, 0.002).at(10.1)).isZero();
    var car = new Ikob(0.125, 50, 1);
    double limit = 50 + Math.log(999) / 0.125;
    assertThat(car.at(limit - 0.01)).isCloseTo(0.001, within(2e-6)).isGreaterThan(0.001);
    assertThat(car.at(limit + 0.01)).isZero();
  }

  @Test
  void gaussianFollowsItsFormula() {
    var gaussian = new Gaussian(20);
    assertThat(gaussian.at(0)).isEqualTo(1);
    assertThat(gaussian.at(20)).isCloseTo(1 / Math.sqrt(Math.E), within(1e-15));
    assertThat(gaussian.at(40)).isCloseTo(Math.pow(Math.E, -2), within(1e-15));
    assertThat(gaussian.at(20 * Math.sqrt(2 * Math.log(2)))).isCloseTo(0.5, within(1e-15));
    assertThat(new Gaussian(Double.MIN_VALUE).at(0)).isEqualTo(1);
    assertThat(new Gaussian(Double.MIN_VALUE).at(1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "20, -2, 1, 0, 400",
    "20, -2, 1, 1, 400",
    "20, -2, 1, 2, 100",
    "20, -2, 1, 20, 1",
    "20, -2, 1, 40, 0.25",
    "60, 1, 1, 0, 0.016666666666666666",
    "60, 1, 1, 0.5, 0.016666666666666666",
    "60, 1, 0, 0, 0",
    "60, 1, 0, 30, 0.5",
    "60, 1, 1, 120, 2",
    "60, 1, 90, 60, 1.5",
    "60, 0, 0, 0, 1",
    "60, 0, 0, 300, 1",
  })
  void scaledPowerIsThatOfPysal(
      double scale, double exponent, double min, double minutes, double expected) {
    assertThat(new ScaledPower(scale, exponent, min).at(minutes))
        .isCloseTo(expected, within(1e-12));
    assertThat(new ScaledPower(scale, exponent, min).falling()).isFalse();
  }

  @Test
  void aCutOffIsIncludedAndKeepsTheWeightsUpToIt() {
    var cut = new CutOff(new Power(1), 61);
    assertThat(cut.at(0.5)).isEqualTo(1);
    assertThat(cut.at(50)).isCloseTo(0.02, within(1e-15));
    assertThat(cut.at(61)).isCloseTo(1 / 61.0, within(1e-15));
    assertThat(cut.at(61.1)).isZero();
    assertThat(cut.falling()).isTrue();
    assertThat(new CutOff(new ScaledPower(60, 1, 1), 61).falling()).isFalse();
    assertThat(new CutOff(new Linear(60), 0).at(0)).isEqualTo(1);
    assertThat(new CutOff(new Linear(60), 0).at(0.1)).isZero();
    float stored = Float.parseFloat("12.34");
    assertThat(new CutOff(new Linear(60), 12.34).at(stored)).isPositive();
    assertThat(new CutOff(new Linear(60), 12.34).at(Math.nextUp(stored))).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesParametersThatAreNoDecay(double wrong) {
    refuses(() -> new Exponential(wrong), 0, "exponential decay: b must be more than 0", wrong);
    refuses(() -> new Linear(wrong), 0, "linear decay: T must be more than 0", wrong);
    refuses(() -> new Binary(wrong), 0, "binary decay: T must be at least 0", wrong);
    refuses(() -> new Power(wrong), 0, "power decay: b must be more than 0", wrong);
    refuses(() -> new Gaussian(wrong), 0, "gaussian decay: s must be more than 0", wrong);
    refuses(() -> new Logistic(wrong, 1), 0, "logistic decay: m must be at least 0", wrong);
    refuses(() -> new Logistic(1, wrong), 1, "logistic decay: sd must be more than 0", wrong);
    refuses(() -> new Ikob(wrong, 1, 1), 0, "ikob decay: alpha must be more than 0", wrong);
    refuses(() -> new Ikob(1, wrong, 1), 1, "ikob decay: omega must be at least 0", wrong);
    refuses(
        () -> new Ikob(1, 1, wrong),
        2,
        "ikob decay: scale must be more than 0 and at most 1",
        wrong);
    refuses(
        () -> new LogLogistic(1, wrong, 1),
        1,
        "pbl decay: b (or the weight rises with time) must be at least 0",
        wrong);
    refuses(
        () -> new LogLogistic(1, 1, wrong),
        2,
        "pbl decay: c1 (or the weight rises with time) must be at least 0",
        wrong);
    refuses(
        () -> new ScaledPower(wrong, 1, 1),
        0,
        "scaled_power decay: scale must be more than 0",
        wrong);
    refuses(
        () -> new ScaledPower(1, 1, wrong), 2, "scaled_power decay: min must be at least 0", wrong);
    refuses(
        () -> new CutOff(new Linear(60), wrong),
        0,
        "cut-off of a decay: max must be at least 0",
        wrong);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoFiniteNumber(double wrong) {
    refuses(() -> new LogLogistic(wrong, 1, 1), 0, "pbl decay: a must be a finite number", wrong);
    refuses(
        () -> new ScaledPower(1, wrong, 1),
        1,
        "scaled_power decay: exponent must be a finite number",
        wrong);
  }

  @Test
  void refusesZeroOnlyWhereThereIsNoDecayAtZero() {
    refuses(() -> new Exponential(0), 0, "b must be more than 0", 0);
    refuses(() -> new Linear(0), 0, "T must be more than 0", 0);
    refuses(() -> new Power(0), 0, "b must be more than 0", 0);
    refuses(() -> new Gaussian(0), 0, "s must be more than 0", 0);
    refuses(() -> new Logistic(0, 0), 1, "sd must be more than 0", 0);
    refuses(() -> new Ikob(0, 1, 1), 0, "alpha must be more than 0", 0);
    refuses(() -> new Ikob(1, 0, 0), 2, "scale must be more than 0", 0);
    refuses(() -> new Ikob(1, 0, 1.01), 2, "at most 1", 1.01);
    refuses(() -> new ScaledPower(0, 1, 1), 0, "scale must be more than 0", 0);
    refuses(
        () -> new ScaledPower(20, -2, 0), 2, "min must be more than 0 with an exponent below 0", 0);
    assertThat(new LogLogistic(0, 0, 0).at(7)).isEqualTo(0.5);
    assertThat(new Ikob(1, 0, 1).at(0)).isEqualTo(0.5);
  }

  @Test
  void refusesAPowerWithWeightsTooLargeToBeNumbers() {
    // 1e308 is the largest power of ten that is a number.
    assertThat(new ScaledPower(1, -308, 0.1).at(0)).isCloseTo(1e308, within(1e295));
    refuses(() -> new ScaledPower(1, -309, 0.1), 1, "exponent must keep the weight finite", -309);
    assertThat(new ScaledPower(1, 61, 0).at(100_000)).isCloseTo(1e305, within(1e292));
    refuses(() -> new ScaledPower(1, 62, 0), 1, "exponent must keep the weight finite", 62);
  }

  private static void refuses(ThrowingCallable make, int parameter, String expected, double value) {
    assertThatExceptionOfType(DecayParameterException.class)
        .isThrownBy(make)
        .withMessageContaining(expected)
        .withMessageEndingWith(", but is " + value)
        .satisfies(refused -> assertThat(refused.parameter()).isEqualTo(parameter));
  }
}
