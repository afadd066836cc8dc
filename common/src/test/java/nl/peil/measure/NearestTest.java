package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.peil.measure.Reaches.Destination;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Provide
  Arbitrary<List<Destination>> rows() {
    return Reaches.rows();
  }

  @Test
  void opportunitiesOfOneZoneCountWithTheirNumber() {
    var reach = Reach.of(new float[] {9.9f, 5f, 7.6f}, new double[] {1, 3, 1});
    assertThat(new Nearest(1).value(reach)).isEqualTo(5);
    assertThat(new Nearest(2).value(reach)).isEqualTo(5);
    assertThat(new Nearest(3).value(reach)).isEqualTo(5);
    assertThat(new Nearest(4).value(reach)).isEqualTo(7.6);
    assertThat(new Nearest(5).value(reach)).isEqualTo(9.9);
    assertThat(new Nearest(6).value(reach)).isNaN();
  }

  @Test
  void fractionsAddUp() {
    var tenTenths = new Reach(0);
    for (int i = 1; i <= 10; i++) {
      tenTenths.add(i, 0.1);
    }
    assertThat(new Nearest(1).value(tenTenths)).isEqualTo(10);
    assertThat(new Nearest(2).value(tenTenths)).isNaN();
    tenTenths.add(4.5f, 0.95);
    assertThat(new Nearest(1).value(tenTenths)).isEqualTo(4.5);
  }

  @Test
  void manyJobsFarAwayDoNotDisturbFewNearby() {
    var reach = new Reach(0);
    for (int i = 0; i < 1000; i++) {
      reach.add(2000 - i, 1e9 + i / 3.0);
    }
    reach.add(3f, 1);
    reach.add(4f, 0.9);
    reach.add(5f, 0.1);
    assertThat(new Nearest(2).value(reach)).isEqualTo(5);
  }

  @Property
  void equalsTheSortedRow(
      @ForAll("rows") List<Destination> row, @ForAll @IntRange(min = 1, max = 40) int k) {
    double expected = Double.NaN;
    long tenths = 0;
    var sorted = row.stream().sorted(Comparator.comparing(Destination::minutes)).toList();
    for (var destination : sorted) {
      tenths += Math.round(destination.opportunities() * 10);
      if (tenths >= 10L * k) {
        expected = Double.parseDouble(Float.toString(destination.minutes()));
        break;
      }
    }
    // As objects, so that NaN equals NaN.
    assertThat(new Nearest(k).value(Reaches.reach(row))).isEqualTo(Double.valueOf(expected));
  }

  @Property
  void neverFallsWhenKRises(
      @ForAll("rows") List<Destination> row, @ForAll @IntRange(min = 1, max = 40) int k) {
    var reach = Reaches.reach(row);
    double nearer = new Nearest(k).value(reach);
    double farther = new Nearest(k + 1).value(reach);
    assertThat(Double.isNaN(farther) || nearer <= farther).as(nearer + ", " + farther).isTrue();
  }

  @Test
  void refusesLessThanOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nearest(0))
        .withMessageContaining("1 or more, but is 0");
  }
}
