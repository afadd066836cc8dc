package nl.peil.inequality;

import static nl.peil.inequality.PalmaTest.reversed;
import static nl.peil.inequality.PalmaTest.times;
import static nl.peil.inequality.PalmaTest.twice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FgtTest {

  private static final double[] ACCESS = {0, 5, 10, 20};
  private static final double[] MINUTES = {15, 20, 30, 100, Double.POSITIVE_INFINITY};

  @Test
  void countsHowManyHaveTooLittleHowMuchTooLittleAndTheSquare() {
    // Line 10: shortfalls 1 and 1/2 for 1 and 4 of 16 persons; at the line there is none.
    double[] people = {1, 4, 3, 8};
    assertThat(Fgt.below(0, ACCESS, people, 10)).isEqualTo(5 / 16.0);
    assertThat(Fgt.below(1, ACCESS, people, 10)).isEqualTo(3 / 16.0);
    assertThat(Fgt.below(2, ACCESS, people, 10)).isEqualTo(2 / 16.0);
    assertThat(Fgt.below(0, ACCESS, people, Math.nextUp(10.0))).isEqualTo(8 / 16.0);
    assertThat(Fgt.below(0, new double[] {Double.POSITIVE_INFINITY, 1}, new double[] {3, 1}, 2))
        .isEqualTo(0.25);
  }

  @Test
  void countsTimesOverTheNormUpToTheCap() {
    // Norm 20: excess 1/2 for 3, 4 for 4, unreachable for 5 of 16 persons; at the norm none.
    double[] people = {1, 3, 3, 4, 5};
    assertThat(Fgt.over(0, MINUTES, people, 20, 1)).isEqualTo(12 / 16.0);
    assertThat(Fgt.over(1, MINUTES, people, 20, 1)).isEqualTo((1.5 + 4 + 5) / 16);
    assertThat(Fgt.over(2, MINUTES, people, 20, 1)).isEqualTo((0.75 + 4 + 5) / 16);
    assertThat(Fgt.over(1, MINUTES, people, 20, 6)).isEqualTo((1.5 + 16 + 30) / 16);
    assertThat(Fgt.over(2, MINUTES, people, 20, 6)).isEqualTo((0.75 + 64 + 180) / 16);
    assertThat(Fgt.over(1, MINUTES, people, 20, 0.25)).isEqualTo(3 / 16.0);
    assertThat(Fgt.over(0, MINUTES, people, Math.nextDown(20.0), 1)).isEqualTo(15 / 16.0);
    assertThat(Fgt.CAP).isEqualTo(1);
  }

  @Test
  void sufficiencyIsAtTheLineOrAboveAndAtTheNormOrBelow() {
    double[] people = {1, 4, 3, 8};
    assertThat(Sufficiency.share(ACCESS, people, 10)).isEqualTo(11 / 16.0);
    assertThat(Sufficiency.share(ACCESS, people, Math.nextUp(10.0))).isEqualTo(8 / 16.0);
    assertThat(Sufficiency.share(ACCESS, people, 0)).isEqualTo(1);
    assertThat(Sufficiency.share(ACCESS, people, 21)).isZero();
    double[] five = {1, 3, 3, 4, 5};
    assertThat(Sufficiency.shareWithin(MINUTES, five, 20)).isEqualTo(4 / 16.0);
    assertThat(Sufficiency.shareWithin(MINUTES, five, Math.nextDown(20.0))).isEqualTo(1 / 16.0);
    assertThat(Sufficiency.shareWithin(MINUTES, five, 100)).isEqualTo(11 / 16.0);
  }

  @Property
  void ordersAndInvariances(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 100) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 100) int line) {
    var values = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    var people = numbers.stream().mapToDouble(x -> 1 + x % 7).toArray();
    for (int alpha = 0; alpha <= 2; alpha++) {
      double below = Fgt.below(alpha, values, people, line);
      double over = Fgt.over(alpha, values, people, line, 2);
      double[][][] same = {
        {times(values, 4), people, {4 * line}},
        {values, times(people, 3), {line}},
        {reversed(values), reversed(people), {line}},
        {twice(values), twice(people), {line}}
      };
      for (var other : same) {
        assertThat(Fgt.below(alpha, other[0], other[1], other[2][0]))
            .isCloseTo(below, within(1e-13));
        assertThat(Fgt.over(alpha, other[0], other[1], other[2][0], 2))
            .isCloseTo(over, within(1e-13));
      }
      assertThat(below).isBetween(0.0, 1.0);
      assertThat(over).isBetween(0.0, Math.pow(2, alpha));
      assertThat(Fgt.below(alpha, values, people, line + 1)).isGreaterThanOrEqualTo(below);
      assertThat(Fgt.over(alpha, values, people, line + 1, 2)).isLessThanOrEqualTo(over);
      assertThat(Fgt.over(alpha, values, people, line, 3)).isGreaterThanOrEqualTo(over);
      if (alpha > 0) {
        assertThat(below).isLessThanOrEqualTo(Fgt.below(alpha - 1, values, people, line));
      }
    }
    assertThat(Sufficiency.share(values, people, line))
        .isCloseTo(1 - Fgt.below(0, values, people, line), within(1e-13));
    assertThat(Sufficiency.shareWithin(values, people, line))
        .isCloseTo(1 - Fgt.over(0, values, people, line, 1), within(1e-13));
  }

  @Test
  void refusesWhatIsNoLineNormCapOrAlpha() {
    double[] two = {1, 1};
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fgt.below(1, two, two, wrong))
          .withMessage("expected a finite line above 0, but got " + wrong);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fgt.over(1, two, two, wrong, 1))
          .withMessage("expected a finite norm above 0, but got " + wrong);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fgt.over(1, two, two, 1, wrong))
          .withMessage("expected a finite cap above 0, but got " + wrong);
    }
    for (int alpha : new int[] {-1, 3}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fgt.below(alpha, two, two, 1))
          .withMessage("expected alpha as 0, 1 or 2, but got " + alpha);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sufficiency.share(two, two, Double.NaN))
        .withMessageContaining("but got NaN");
  }

  @Test
  void refusesNegativeValues() {
    double[] two = {1, 1};
    double[] negative = {3, -0.5};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fgt.below(1, negative, two, 1))
        .withMessage("expected values of 0 or more, but got -0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sufficiency.shareWithin(negative, two, 1))
        .withMessageContaining("0 or more, but got -0.5");
    assertThat(Fgt.below(0, new double[] {0, 3}, two, 1)).isEqualTo(0.5);
  }
}
