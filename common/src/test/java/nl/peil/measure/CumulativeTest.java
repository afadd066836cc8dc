package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.peil.measure.Reaches.Destination;
import org.junit.jupiter.api.Test;

class CumulativeTest {

  @Provide
  Arbitrary<List<Destination>> rows() {
    return Reaches.rows();
  }

  /** Powers of two: the bits of the sum are the destinations that were counted. */
  @Test
  void countsWhatLiesWithinTheThresholdIncluded() {
    var reach =
        Reach.of(
            new float[] {0f, 30f, 30.1f, 12.3f, 29.9f, Math.nextUp(30f), 240f},
            new double[] {1, 2, 4, 8, 16, 32, 64});
    assertThat(Cumulative.within(0).value(reach)).isEqualTo(1);
    assertThat(Cumulative.within(12.2).value(reach)).isEqualTo(1);
    assertThat(Cumulative.within(12.3).value(reach)).isEqualTo(1 + 8);
    assertThat(Cumulative.within(30).value(reach)).isEqualTo(1 + 2 + 8 + 16);
    assertThat(Cumulative.within(30.1).value(reach)).isEqualTo(1 + 2 + 4 + 8 + 16 + 32);
    assertThat(Cumulative.within(500).value(reach)).isEqualTo(127);
  }

  @Test
  void everyTimeWithOneDecimalLiesWithinItselfButNotWithinATenthLess() {
    for (int tenths = 1; tenths <= 6000; tenths++) {
      var reach = Reach.of(new float[] {tenths / 10f}, new double[] {1});
      assertThat(Cumulative.within(tenths / 10.0).value(reach)).isEqualTo(1);
      assertThat(Cumulative.within((tenths - 1) / 10.0).value(reach)).isZero();
    }
  }

  @Property
  void neverFallsWhenTheThresholdRises(
      @ForAll("rows") List<Destination> row,
      @ForAll @IntRange(max = 900) int tenths,
      @ForAll @IntRange(max = 900) int longer) {
    var reach = Reaches.reach(row);
    assertThat(Cumulative.within((tenths + longer) / 10.0).value(reach))
        .isGreaterThanOrEqualTo(Cumulative.within(tenths / 10.0).value(reach));
  }

  @Test
  void refusesAThresholdBelowZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cumulative(-1, "within_norm"))
        .withMessageContaining("within_norm: the threshold must be 0 or more minutes, but is -1.0");
  }
}
