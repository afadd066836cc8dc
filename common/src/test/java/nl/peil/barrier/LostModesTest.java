package nl.peil.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Who loses every mode that would do, and between which bounds. */
class LostModesTest {

  /** 30 % and 80 %: at least 10 % have both, at most 30 %, and 24 % when it is chance. */
  @Test
  void ofTwoBarriers() {
    var both = Share.joint(0.3, 0.8);
    assertThat(both.low()).isCloseTo(0.1, within(1e-15));
    assertThat(both.independent()).isCloseTo(0.24, within(1e-15));
    assertThat(both.high()).isEqualTo(0.3);

    assertThat(Share.joint(0.3, 0.4).low()).isZero();
    assertThat(Share.joint(0.3)).isEqualTo(new Share(0.3, 0.3, 0.3));
    assertThat(Share.joint(0, Double.NaN).known()).isFalse();
  }

  /**
   * Either barrier is enough: 1 - 0.7 x 0.2 = 86 %; from 80 % (the one within the other) to all.
   */
  @Test
  void whereEitherBarrierIsEnough() {
    var either = LostModes.of(1, new int[] {1, 1}, new double[] {0.3, 0.8});
    assertThat(either.low()).isEqualTo(0.8);
    assertThat(either.independent()).isCloseTo(0.86, within(1e-15));
    assertThat(either.high()).isEqualTo(1);
  }

  /** The first takes one mode, the second the other: both are needed. */
  @Test
  void whereBothBarriersAreNeeded() {
    var shares = new double[] {0.3, 0.8};
    assertThat(LostModes.of(0b11, new int[] {0b01, 0b10}, shares)).isEqualTo(Share.joint(shares));
  }

  @Test
  void aModeThatNoBarrierTakesIsNeverLost() {
    assertThat(LostModes.of(0b101, new int[] {0b001, 0b010}, new double[] {0.3, 1}))
        .isEqualTo(Share.NOBODY);
  }

  /**
   * s takes both modes, a and f one each: s or (a and f). At least the larger of 20 % and 60 + 70 -
   * 100 %; at most 20 % and the 60 % for whom a holds; by chance 1 - 0.8 (1 - 0.42).
   */
  @Test
  void ofThreeBarriers() {
    var lost = LostModes.of(0b11, new int[] {0b01, 0b10, 0b11}, new double[] {0.6, 0.7, 0.2});
    assertThat(lost.low()).isCloseTo(0.3, within(1e-15));
    assertThat(lost.independent()).isCloseTo(1 - 0.8 * 0.58, within(1e-15));
    assertThat(lost.high()).isCloseTo(0.8, within(1e-15));
  }

  /** Each two of three barriers, 60 % each: 40 to 90 % are possible, the bounds are wider. */
  @Test
  void whereBarriersOverlapTheBoundsMayBeWiderThanNeeded() {
    var lost = LostModes.of(0b111, new int[] {0b011, 0b110, 0b101}, new double[] {0.6, 0.6, 0.6});
    assertThat(lost.low()).isCloseTo(0.2, within(1e-15));
    assertThat(lost.independent()).isCloseTo(3 * 0.36 * 0.4 + 0.216, within(1e-15));
    assertThat(lost.high()).isEqualTo(1);
  }

  @Test
  void anUnknownShareLeavesItUnknown() {
    var shares = new double[] {0.3, Double.NaN};
    assertThat(LostModes.of(0b01, new int[] {0b01, 0b10}, shares).known()).isFalse();
    assertThat(LostModes.of(0b100, new int[] {0b01, 0b10}, shares).known()).isFalse();
  }

  /** Any population of which the shares are the margins lies within the bounds. */
  @Property
  void everyPopulationLiesWithinTheBounds(
      @ForAll @Size(8) List<@DoubleRange(min = 0, max = 1) Double> people,
      @ForAll @Size(3) List<@IntRange(min = 0, max = 7) Integer> takes,
      @ForAll @IntRange(min = 1, max = 7) int modes) {
    double all = people.stream().mapToDouble(Double::doubleValue).sum() + 1e-3;
    var shares = new double[3];
    double lost = 0;
    double every = 0;
    for (int set = 0; set < 8; set++) {
      // who has just these barriers; somebody has none, so that there are people
      double part = (people.get(set) + (set == 0 ? 1e-3 : 0)) / all;
      int taken = 0;
      for (int b = 0; b < 3; b++) {
        if ((set >> b & 1) == 1) {
          shares[b] += part;
          taken |= takes.get(b);
        }
      }
      lost += (modes & ~taken) == 0 ? part : 0;
      every += set == 7 ? part : 0;
    }
    var range = LostModes.of(modes, takes.stream().mapToInt(Integer::intValue).toArray(), shares);
    assertThat(lost).isBetween(range.low() - 1e-12, range.high() + 1e-12);
    assertThat(range.independent()).isBetween(range.low(), range.high());
    assertThat(every)
        .isBetween(Share.joint(shares).low() - 1e-12, Share.joint(shares).high() + 1e-12);
  }

  /**
   * Under independence, by counting who has nothing left: mode by mode, one barrier after another.
   */
  @Property
  void independenceIsTheChanceOfDrawingBarriersOneByOne(
      @ForAll @Size(4) List<@DoubleRange(min = 0, max = 1) Double> shares,
      @ForAll @Size(4) List<@IntRange(min = 0, max = 31) Integer> takes,
      @ForAll @IntRange(min = 1, max = 31) int modes) {
    var range =
        LostModes.of(
            modes,
            takes.stream().mapToInt(Integer::intValue).toArray(),
            shares.stream().mapToDouble(Double::doubleValue).toArray());
    assertThat(range.independent()).isCloseTo(drawn(modes, 0, takes, shares), within(1e-12));
  }

  private static double drawn(int left, int b, List<Integer> takes, List<Double> shares) {
    if (left == 0) {
      return 1;
    }
    if (b == takes.size()) {
      return 0;
    }
    return shares.get(b) * drawn(left & ~takes.get(b), b + 1, takes, shares)
        + (1 - shares.get(b)) * drawn(left, b + 1, takes, shares);
  }
}
