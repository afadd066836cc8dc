package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.peil.measure.BestPlaces.Chosen;
import org.junit.jupiter.api.Test;

class BestPlacesTest {

  @Test
  void theSecondIsTheBestOfWhatTheFirstLeaves() {
    // Alone, 0 helps 10 + 6 and 1 helps 10 + 5; after 0 only the 5 are left for 1, and 2 helps 7
    double[] persons = {10, 6, 5, 7, 3};
    int[][] helpedBy = {{0, 1}, {0}, {1}, {2}, {}};
    assertThat(BestPlaces.choose(2, persons, helpedBy, 3))
        .containsExactly(new Chosen(0, 16), new Chosen(2, 7));
    // A fourth would help nobody
    assertThat(BestPlaces.choose(9, persons, helpedBy, 3))
        .containsExactly(new Chosen(0, 16), new Chosen(2, 7), new Chosen(1, 5));
    assertThat(BestPlaces.choose(0, persons, helpedBy, 3)).isEmpty();
  }

  @Test
  void ofEqualsTheFirstIsTakenAlsoWhenTheSumsDifferInTheirLastDigit() {
    // 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 are different floats
    double[] persons = {0.1, 0.2, 0.3, 0.3, 0.2, 0.1};
    assertThat(0.1 + 0.2 + 0.3).isGreaterThan(0.3 + 0.2 + 0.1);
    int[][] helpedBy = {{1}, {1}, {1}, {0}, {0}, {0}};
    assertThat(BestPlaces.choose(1, persons, helpedBy, 2).get(0).candidate()).isZero();
  }

  @Property(tries = 500)
  void choosesAsCountingAnewEachTimeDoes(@ForAll long seed) {
    var random = new Random(seed);
    int candidates = 1 + random.nextInt(6);
    int groups = random.nextInt(12);
    var persons = IntStream.range(0, groups).mapToDouble(g -> random.nextInt(5)).toArray();
    var helpedBy = new int[groups][];
    for (int g = 0; g < groups; g++) {
      helpedBy[g] =
          IntStream.range(0, candidates).filter(candidate -> random.nextInt(3) == 0).toArray();
    }
    int most = random.nextInt(5);
    var chosen = BestPlaces.choose(most, persons, helpedBy, candidates);
    assertThat(chosen).isEqualTo(anew(most, persons, helpedBy, candidates));
    assertThat(chosen.stream().mapToDouble(Chosen::persons).sum())
        .isGreaterThanOrEqualTo(
            (1 - 1 / Math.E) * optimum(chosen.size(), persons, helpedBy, candidates) - 1e-9);
    for (int i = 1; i < chosen.size(); i++) {
      assertThat(chosen.get(i).persons()).isLessThanOrEqualTo(chosen.get(i - 1).persons());
    }
  }

  private static List<Chosen> anew(int most, double[] persons, int[][] helpedBy, int candidates) {
    var chosen = new ArrayList<Chosen>();
    var places = new HashSet<Integer>();
    while (chosen.size() < most) {
      double before = covered(places, persons, helpedBy);
      int best = -1;
      double gain = 0;
      for (int candidate = 0; candidate < candidates; candidate++) {
        var with = new HashSet<>(places);
        with.add(candidate);
        double more = covered(with, persons, helpedBy) - before;
        if (more > gain) {
          gain = more;
          best = candidate;
        }
      }
      if (best < 0) {
        break;
      }
      places.add(best);
      chosen.add(new Chosen(best, gain));
    }
    return chosen;
  }

  /** What as many places help at best, over all sets of that size. */
  private static double optimum(int size, double[] persons, int[][] helpedBy, int candidates) {
    return IntStream.range(0, 1 << candidates)
        .filter(set -> Integer.bitCount(set) == size)
        .mapToDouble(
            set -> {
              var places = new HashSet<Integer>();
              IntStream.range(0, candidates)
                  .filter(candidate -> (set >> candidate & 1) == 1)
                  .forEach(places::add);
              return covered(places, persons, helpedBy);
            })
        .max()
        .orElse(0);
  }

  private static double covered(Set<Integer> places, double[] persons, int[][] helpedBy) {
    return IntStream.range(0, persons.length)
        .filter(g -> Arrays.stream(helpedBy[g]).anyMatch(places::contains))
        .mapToDouble(g -> persons[g])
        .sum();
  }

  @Test
  void fractionsOfPersonsAddUp() {
    var chosen = BestPlaces.choose(1, new double[] {1 / 3.0, 1 / 7.0}, new int[][] {{0}, {0}}, 1);
    assertThat(chosen.get(0).persons()).isCloseTo(1 / 3.0 + 1 / 7.0, within(1e-15));
  }
}
