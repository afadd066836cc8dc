package nl.peil.measure;

import static nl.peil.measure.SmallMatrix.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import nl.peil.measure.IntrazonalRule.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Travel times within zones: how they are found, and what they do to measures. */
class IntrazonalTimesTest {

  private static final double NO = Double.NaN;

  /** Zone 0 has a guess of 99 minutes for itself, zone 1 no own pair, zone 2 no row at all. */
  private static final SmallMatrix MATRIX =
      new SmallMatrix(
          table(new double[] {99, 20, NO}, new double[] {20, NO, 30}, new double[] {NO, NO, NO}),
          new double[] {1, 2, 4},
          new double[] {10, 10, 10});

  private static double[] nearest(IntrazonalTimes times) {
    var supply = new Supply("s", MATRIX.opportunities(), List.of(new Nearest(1)));
    return MATRIX.values(supply, Direction.ACTIVE, times);
  }

  @Test
  void asGivenIsWhatTheMatrixSays() {
    assertThat(IntrazonalTimes.asGiven().given()).isTrue();
    assertThat(nearest(IntrazonalTimes.asGiven())).containsExactly(20, 20, NO);
  }

  @Test
  void aConstantHoldsForEveryZoneWhateverTheMatrixSays() {
    assertThat(nearest(IntrazonalTimes.constant(3, 5))).containsExactly(5, 5, 5);
    assertThat(nearest(IntrazonalTimes.constant(3, 0))).containsExactly(0, 0, 0);
    // Farther than the neighbour: the neighbour is nearest
    assertThat(nearest(IntrazonalTimes.constant(3, 25))).containsExactly(20, 20, 25);
  }

  @Test
  void ownOpportunitiesCountOnceAndOthersAsEver() {
    var supply = new Supply("s", MATRIX.opportunities(), List.of(Cumulative.within(100)));
    assertThat(MATRIX.values(supply, Direction.ACTIVE, IntrazonalTimes.asGiven()))
        .containsExactly(1 + 2, 1 + 4, 0);
    assertThat(MATRIX.values(supply, Direction.ACTIVE, IntrazonalTimes.constant(3, 5)))
        .containsExactly(1 + 2, 1 + 2 + 4, 4);
    assertThat(MATRIX.values(supply, Direction.PASSIVE, IntrazonalTimes.constant(3, 5)))
        .containsExactly(1 + 2, 1 + 2, 2 + 4);
  }

  @Test
  void eachZoneHasTheTimeOfItsOwnArea() {
    // In a disc with radius r the mean distance is 128 r / (45 pi): at r = 45 pi / 128 it is 1 km
    double r = 45 * Math.PI / 128;
    double area = Math.PI * r * r;
    // Half, three and one kilometre at 15 km per hour
    var times = IntrazonalTimes.fromArea(new double[] {area / 4, 9 * area, area}, 15);
    assertThat(times.given()).isFalse();
    assertThat(times.size()).isEqualTo(3);
    assertThat(times.minutes(0)).isCloseTo(2f, within(1e-6f));
    assertThat(times.minutes(1)).isCloseTo(12f, within(1e-5f));
    assertThat(times.minutes(2)).isCloseTo(4f, within(1e-6f));
    assertThat(nearest(times)).containsExactly(new double[] {2, 12, 4}, within(1e-5));
  }

  @Test
  void theTimeFromAreaIsThatBetweenTwoPlacesInADisc() {
    var random = new Random(5);
    int pairs = 200_000;
    double sum = 0;
    for (int i = 0; i < pairs; i++) {
      var one = inUnitDisc(random);
      var other = inUnitDisc(random);
      sum += Math.hypot(one[0] - other[0], one[1] - other[1]);
    }
    // Radius 1 km, 60 km per hour: a minute for each kilometre
    assertThat((double) IntrazonalTimes.fromArea(new double[] {Math.PI}, 60).minutes(0))
        .isCloseTo(sum / pairs, within(0.005));
  }

  private static double[] inUnitDisc(Random random) {
    while (true) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      if (x * x + y * y <= 1) {
        return new double[] {x, y};
      }
    }
  }

  @Property
  void fourTimesTheAreaOrHalfTheSpeedTakesTwiceAsLong(
      @ForAll @DoubleRange(min = 0.01, max = 500) double area,
      @ForAll @DoubleRange(min = 1, max = 100) double speed) {
    float once = IntrazonalTimes.fromArea(new double[] {area}, speed).minutes(0);
    assertThat(IntrazonalTimes.fromArea(new double[] {4 * area}, speed).minutes(0))
        .isCloseTo(2 * once, within(1e-6f * once));
    assertThat(IntrazonalTimes.fromArea(new double[] {area}, speed / 2).minutes(0))
        .isCloseTo(2 * once, within(1e-6f * once));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesSpeedsAtWhichNobodyTravels(double speed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntrazonalTimes.fromArea(new double[] {1}, speed))
        .withMessageContaining("the speed must be above 0 km/h, but is " + speed);
  }

  @Test
  void refusesAreasAndTimesThatAreNone() {
    for (double area : new double[] {0, -1, NO}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> IntrazonalTimes.fromArea(new double[] {1, area}, 15))
          .withMessageContaining("zone at place 1 must be above 0 km2, but is " + area);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntrazonalTimes.fromArea(new double[] {Double.POSITIVE_INFINITY}, 15))
        .withMessageContaining("finite");
    for (double minutes : new double[] {-1, NO, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> IntrazonalTimes.constant(2, minutes))
          .withMessageContaining("finite and 0 or more minutes");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "given, GIVEN, 0",
    "' given ', GIVEN, 0",
    "constant(5), CONSTANT, 5",
    "' constant( 2.5 ) ', CONSTANT, 2.5",
    "constant(0), CONSTANT, 0",
    "area(15), AREA, 15",
    "area(0.5), AREA, 0.5"
  })
  void readsARuleAndWritesItAsItIsRead(String text, Kind kind, double number) {
    var rule = IntrazonalRule.parse(text);
    assertThat(rule).isEqualTo(new IntrazonalRule(kind, number));
    assertThat(rule).hasToString(text.replace(" ", ""));
    assertThat(IntrazonalRule.parse(rule.toString())).isEqualTo(rule);
  }

  @Test
  void aRuleGivesTheTimesOfItsKind() {
    double[] areas = {1, 4};
    assertThat(IntrazonalRule.AS_GIVEN.times(2, areas).given()).isTrue();
    var constant = IntrazonalRule.parse("constant(5)").times(2, new double[0]);
    assertThat(constant.given()).isFalse();
    assertThat(constant.size()).isEqualTo(2);
    assertThat(constant.minutes(1)).isEqualTo(5);
    var fromArea = IntrazonalRule.parse("area(15)").times(2, areas);
    assertThat(fromArea.size()).isEqualTo(2);
    assertThat(fromArea.minutes(1)).isCloseTo(2 * fromArea.minutes(0), within(1e-6f));
    assertThat(fromArea.minutes(0))
        .isEqualTo(IntrazonalTimes.fromArea(areas, 15).minutes(0))
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "gegeven, 'gegeven'': expected given, constant(minutes) or area(km per hour)'",
    "fixed(5), 'fixed(5)'': expected given, constant(minutes) or area(km per hour)'",
    "constant, 'constant'': expected given, constant(minutes)'",
    "(5), '(5)'': expected given, constant(minutes)'",
    "(5, expected ')' at the end",
    "'constant(5,6)', an argument too many: write constant(minutes)",
    "'area(15,2)', an argument too many: write area(km per hour)",
    "constant(x), 'character 10: expected minutes as a number'",
    "constant(-1), 'character 10: expected minutes as a number'",
    "area(x), 'character 6: expected the speed in km per hour as a number'",
    "area(0), 'character 6: expected a speed above 0 km per hour'"
  })
  void saysWhereARuleGoesWrong(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntrazonalRule.parse(text))
        .withMessageContaining(message);
  }
}
