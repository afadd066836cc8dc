package nl.peil.inequality;

import static nl.peil.inequality.WeightedQuantiles.Rule.CROSSED;
import static nl.peil.inequality.WeightedQuantiles.Rule.INTERPOLATED;
import static nl.peil.inequality.WeightedQuantiles.Rule.REACHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantiles do not depend on whether weights are shares, persons or a nation of them. */
class QuantileScaleTest {

  private static final double[] VALUES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-9, 0.1, 1, 1700000.7, 1e7 / 3, 1e12})
  void theUnitOfTheWeightsDoesNotMatter(double weight) {
    var weights = new double[10];
    Arrays.fill(weights, weight);
    for (int tenths = 1; tenths <= 9; tenths++) {
      double p = tenths / 10.0;
      assertThat(WeightedQuantiles.quantiles(VALUES, weights, REACHED, p)).containsExactly(tenths);
      assertThat(WeightedQuantiles.quantiles(VALUES, weights, CROSSED, p))
          .containsExactly(tenths + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 4500, 10_000_000})
  void thePersonAtAPlaceIsNotMixedWithTheNext(int persons) {
    // Of one person more, the i-th percentile is exactly person 1 + persons x i / 100
    for (int i = 1; i < 100; i++) {
      int place = 1 + (int) ((long) persons * i / 100);
      assertThat(
              WeightedQuantiles.quantiles(
                  new double[] {1, 2},
                  new double[] {place, persons + 1.0 - place},
                  INTERPOLATED,
                  i / 100.0))
          .as("percentile %s of %s", i, persons + 1)
          .containsExactly(1);
    }
  }

  @Test
  void halfwayTwoPersonsIsHalfway() {
    assertThat(
            WeightedQuantiles.quantiles(
                new double[] {1, 2}, new double[] {5_000_000, 5_000_000}, INTERPOLATED, 0.5))
        .containsExactly(1.5);
  }
}
