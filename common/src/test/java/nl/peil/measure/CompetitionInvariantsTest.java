package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of measures of competition whatever the matrix. */
class CompetitionInvariantsTest {

  private static final double NO = Double.NaN;

  @Property(tries = 200)
  void whatIsDividedAddsUpToWhatIsReached(@ForAll long seed) {
    var matrix = random(seed);
    double reached = reached(matrix);
    for (var method : List.of("2sfca", "e2sfca", "3sfca", "bfca")) {
      var values = matrix.values("floating_catchment(" + method + ",exponential,0.05)");
      if (!method.equals("bfca")) {
        assertThat(dot(values, matrix.demand())).as(method).isCloseTo(reached, near(reached));
      }
      for (double value : values) {
        assertThat(value).as(method).isGreaterThanOrEqualTo(0);
      }
    }
    assertThat(sum(matrix.values("spatial_availability(exponential,0.05)")))
        .isCloseTo(reached, near(reached));
    assertThat(sum(matrix.values("spatial_availability(exponential,0.05,alpha=0.5)")))
        .isCloseTo(reached, near(reached));
    double people = 0;
    for (int i = 0; i < matrix.demand().length; i++) {
      people += reachesAny(matrix, i) ? matrix.demand()[i] : 0;
    }
    assertThat(sum(matrix.values("constrained(singly_demand,exponential,0.05)")))
        .isCloseTo(people, near(people));
    double total = sum(matrix.values("constrained(total,exponential,0.05)"));
    double all = Arrays.stream(matrix.opportunities()).sum();
    boolean any =
        java.util.stream.IntStream.range(0, matrix.demand().length)
            .anyMatch(i -> reachesAny(matrix, i));
    assertThat(total).isCloseTo(any ? all : 0, near(all));
  }

  @Property(tries = 100)
  void morePeopleElsewhereNeverHelpAndMoreOpportunitiesNeverHarm(@ForAll long seed) {
    var matrix = random(seed);
    int other = Math.floorMod(seed, matrix.demand().length);
    var crowded = matrix.demand().clone();
    crowded[other] += 50;
    var richer = matrix.opportunities().clone();
    richer[other] += 5;
    for (var method : List.of("2sfca", "3sfca", "bfca")) {
      var measure = "floating_catchment(" + method + ",exponential,0.05)";
      var before = matrix.values(measure);
      var more = new SmallMatrix(matrix.minutes(), matrix.opportunities(), crowded).values(measure);
      for (int i = 0; i < before.length; i++) {
        if (matrix.demand()[i] > 0) {
          assertThat(more[i]).as(measure).isLessThanOrEqualTo(before[i] * (1 + 1e-12));
        }
      }
    }
    var before = matrix.values("floating_catchment(2sfca,exponential,0.05)");
    var after =
        new SmallMatrix(matrix.minutes(), richer, matrix.demand())
            .values("floating_catchment(2sfca,exponential,0.05)");
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isGreaterThanOrEqualTo(before[i] * (1 - 1e-12));
    }
  }

  private static org.assertj.core.data.Offset<Double> near(double value) {
    return within(1e-9 * (1 + value));
  }

  /** Opportunities that anybody with demand can reach. */
  private static double reached(SmallMatrix matrix) {
    double sum = 0;
    for (int j = 0; j < matrix.opportunities().length; j++) {
      for (int i = 0; i < matrix.demand().length; i++) {
        if (matrix.demand()[i] > 0 && !Double.isNaN(matrix.minutes()[i][j])) {
          sum += matrix.opportunities()[j];
          break;
        }
      }
    }
    return sum;
  }

  private static boolean reachesAny(SmallMatrix matrix, int origin) {
    for (int j = 0; j < matrix.opportunities().length; j++) {
      if (matrix.opportunities()[j] > 0 && !Double.isNaN(matrix.minutes()[origin][j])) {
        return true;
      }
    }
    return false;
  }

  private static SmallMatrix random(long seed) {
    var random = new Random(seed);
    int n = 1 + random.nextInt(7);
    var minutes = new double[n][n];
    for (var row : minutes) {
      Arrays.setAll(row, j -> random.nextInt(4) == 0 ? NO : random.nextInt(900) / 10.0);
    }
    var opportunities = random.ints(n, 0, 9).asDoubleStream().toArray();
    var demand = random.ints(n, 0, 200).map(p -> p < 40 ? 0 : p).asDoubleStream().toArray();
    return new SmallMatrix(minutes, opportunities, demand);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double dot(double[] values, double[] weights) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
    }
    return sum;
  }
}
