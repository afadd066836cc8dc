package nl.peil.jobs.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.peil.jobs.derive.RelatedAreas.Scope;
import nl.peil.jobs.derive.WelfareAccess.Key;
import org.junit.jupiter.api.Test;

class RelatedAreasTest {

  private static final Key DOCTOR = new Key("huisarts", "auto", "spits");
  private static final Key SCHOOL = new Key("bo", "fiets", "spits");

  private static final double[] HOMES = new Random(1).doubles(12).toArray();
  private static final double[] NOISE = new Random(2).doubles(12).toArray();
  private static final double[] NEAR =
      Arrays.stream(HOMES).map(x -> Math.round(10 * x) / 10.0).toArray();
  private static final double[] FAR = new Random(3).doubles(12).toArray();

  private static final RelatedAreas AREAS =
      new RelatedAreas(
          new double[][] {HOMES, NOISE},
          new double[][] {FAR, NEAR},
          List.of("koop", "geluid"),
          List.of(SCHOOL, DOCTOR),
          5,
          200);

  private static Scope scope(String region, int... numbers) {
    return new Scope(
        "npvr", region, numbers, Arrays.stream(numbers).mapToDouble(i -> 100).toArray());
  }

  private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

  @Test
  void aRowDoesNotDependOnWhatElseIsThere() {
    var alone =
        new RelatedAreas(
            new double[][] {HOMES},
            new double[][] {NEAR},
            List.of("koop"),
            List.of(DOCTOR),
            5,
            200);
    var relation = AREAS.over(scope("Achterhoek", ALL), 0, 1);
    assertThat(alone.over(scope("Achterhoek", ALL), 0, 0)).isEqualTo(relation);
    assertThat(relation.correlation()).isBetween(0.9, 1.0);
    assertThat(relation.low()).isBetween(0.5, relation.correlation());
    // Another region with the same areas has other draws, and the same correlation
    var other = AREAS.over(scope("Twente", ALL), 0, 1);
    assertThat(other.correlation()).isCloseTo(relation.correlation(), within(1e-15));
    assertThat(other).isNotEqualTo(relation);
  }

  @Test
  void fewAreasHaveNoIntervalAndTwoNoCorrelation() {
    var four = AREAS.over(scope("a", 0, 1, 2, 3), 0, 0);
    assertThat(four.n()).isEqualTo(4);
    assertThat(four.correlation()).isBetween(-1.0, 1.0);
    assertThat(four.low()).isNaN();
    var two = AREAS.over(scope("a", 4, 5), 0, 0);
    assertThat(two.n()).isEqualTo(2);
    assertThat(two.correlation()).isNaN();
    assertThat(AREAS.over(scope("a"), 1, 1).n()).isZero();
  }
}
