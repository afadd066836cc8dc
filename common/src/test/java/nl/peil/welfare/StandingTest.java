package nl.peil.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StandingTest {

  @Test
  void standardDeviationsAndSharesAmongThePeers() {
    // Mean 5, squares 9 1 1 1 0 0 4 16 = 32, divided by 8: deviation 2
    var standings = Standing.among(new double[] {2, 4, 4, 4, 5, 5, 7, 9});
    assertThat(standings).extracting(Standing::peers).containsOnly(8);
    assertThat(standings[0].zScore()).isCloseTo(-1.5, within(1e-12));
    assertThat(standings[7].zScore()).isCloseTo(2, within(1e-12));
    assertThat(standings[0].percentile()).isCloseTo(0.5 / 8, within(1e-12));
    // One is lower, and of the three equal ones half
    assertThat(standings[2].percentile()).isCloseTo(2.5 / 8, within(1e-12));
    assertThat(standings[7].percentile()).isCloseTo(7.5 / 8, within(1e-12));
  }

  @Test
  void aRegionWithoutAValueIsNoPeer() {
    var standings = Standing.among(new double[] {1, Double.NaN, 3, 2});
    assertThat(standings[1].zScore()).isNaN();
    assertThat(standings[1].percentile()).isNaN();
    assertThat(standings[2].percentile()).isCloseTo(2.5 / 3, within(1e-12));
    assertThat(standings).extracting(Standing::peers).containsOnly(3);
  }

  @Test
  void twoRegionsOrOneValueAreNoPeers() {
    for (double[] values :
        List.of(
            new double[] {1, 2, Double.NaN},
            new double[] {4, 4, 4},
            new double[] {0.3, 0.1 + 0.2, 0.3})) {
      assertThat(Standing.among(values))
          .allMatch(at -> Double.isNaN(at.zScore()) && Double.isNaN(at.percentile()));
    }
    assertThat(Standing.among(new double[0])).isEmpty();
  }

  @Property(tries = 100)
  void theMiddleIsTheMiddle(
      @ForAll @Size(min = 3, max = 40) List<@IntRange(max = 50) Integer> numbers) {
    var standings = Standing.among(numbers.stream().mapToDouble(Integer::doubleValue).toArray());
    if (numbers.stream().distinct().count() > 1) {
      assertThat(Arrays.stream(standings).mapToDouble(Standing::zScore).sum())
          .isCloseTo(0, within(1e-9));
      assertThat(Arrays.stream(standings).mapToDouble(at -> at.zScore() * at.zScore()).sum())
          .isCloseTo(numbers.size(), within(1e-6));
      assertThat(Arrays.stream(standings).mapToDouble(Standing::percentile).average())
          .hasValueCloseTo(0.5, within(1e-9));
    }
  }
}
