package nl.peil.barrier.ikob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import nl.peil.measure.decay.Ikob;
import org.junit.jupiter.api.Test;

/** The curves of motives, where they end, and what an electric bicycle changes. */
class CurvesTest {

  private static final List<Ikob> LIST =
      List.of(
          new Ikob(0.125, 45, 1),
          new Ikob(0.225, 25, 1),
          new Ikob(0.125, 30, 0.95),
          new Ikob(0.125, 45, 0.75),
          new Ikob(0.01, 60, 1));

  private static double[] weights(double minutes) {
    var weights = new double[LIST.size()][1];
    new CurveSheet(LIST).weigh(new double[] {minutes}, 1, new double[1], weights);
    return Arrays.stream(weights).mapToDouble(row -> row[0]).toArray();
  }

  private static void requireFormula(double minutes) {
    double[] found = weights(minutes);
    for (int c = 0; c < found.length; c++) {
      double expected = LIST.get(c).at(minutes);
      assertThat(found[c]).isCloseTo(expected, within(1e-13 * expected));
    }
  }

  @Property
  void agreesWithTheFormula(@ForAll @DoubleRange(min = 0, max = 200) double minutes) {
    requireFormula(minutes);
  }

  @Test
  void endsWhereTheFormulaEndsAndNotAMinuteNextToIt() {
    for (var curve : LIST) {
      double last = CurveSheet.last(curve);
      assertThat(curve.at(last)).isPositive();
      assertThat(curve.at(Math.nextUp(last))).isZero();
      requireFormula(last);
      requireFormula(Math.nextUp(last));
      requireFormula(Math.nextDown(last));
    }
    // Too flat to be below 0.001 before 180 minutes
    assertThat(CurveSheet.last(new Ikob(0.01, 60, 1))).isEqualTo(Math.nextDown(180.0));
    assertThat(CurveSheet.last(new Ikob(0.125, 45, 0.0009))).isNegative().isInfinite();
    requireFormula(99999);
  }

  @Test
  void electricBicycle() {
    assertThat(Curves.work(Bicycle.FIETS).of(Transport.FIETS, Preference.FIETS))
        .isEqualTo(new Ikob(0.175, 35, 1));
    assertThat(Curves.work(Bicycle.E_FIETS).of(Transport.FIETS, Preference.FIETS))
        .isEqualTo(new Ikob(0.125, 55, 1));
    assertThat(Curves.work(Bicycle.E_FIETS).of(Transport.FIETS, Preference.OV))
        .isEqualTo(new Ikob(0.175, 35, 1));
    assertThat(Curves.work(Bicycle.E_FIETS_AS_REFERENCE).table().get(2))
        .containsOnly(new Ikob(0.125, 45, 1));
  }

  @Test
  void shoppingAndEducation() {
    assertThat(Curves.nearby().of(Transport.AUTO, Preference.FIETS))
        .isEqualTo(new Ikob(0.225, 12.5, 0.75));
    assertThat(Curves.nearby().of(Transport.OV, Preference.OV)).isEqualTo(new Ikob(0.175, 10, 1));
    assertThat(Curves.nearby().of(Transport.FIETS, Preference.NEUTRAAL))
        .isEqualTo(new Ikob(0.225, 10, 1));
    assertThat(Curves.otherShopping().of(Transport.AUTO, Preference.AUTO))
        .isEqualTo(new Ikob(0.225, 15, 1));
    assertThat(Curves.otherShopping().of(Transport.OV, Preference.FIETS))
        .isEqualTo(new Ikob(0.225, 20, 1));
  }

  @Test
  void aTableIsWhole() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Curves(List.of(LIST)))
        .withMessageContaining("5 ways of travelling and 4 preferences");
  }
}
