package nl.peil.measure;

import static nl.peil.measure.SmallMatrix.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.peil.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures of competition where a weight, a number of people or what is reached is zero. */
class CompetitionEdgesTest {

  private static final double NO = Double.NaN;

  @ParameterizedTest
  @ValueSource(strings = {"2sfca", "e2sfca", "3sfca", "bfca"})
  void whoReachesOnlyWhatWeighsNothingHasNothingAndTakesNothing(String method) {
    // f(15) = 1/2 for the ten people of zone 0, f(40) = 0 for the others: 6 / 10 per head
    assertThat(beyondTheDecay().values("floating_catchment(" + method + ",linear,30)"))
        .containsExactly(new double[] {0.6, 0}, within(1e-15));
  }

  @Test
  void anOpportunityThatWeighsNothingForAllIsNobodys() {
    assertThat(beyondTheDecay().values("spatial_availability(linear,30)")).containsExactly(6, 0);
    assertThat(beyondTheDecay().values("constrained(singly,linear,30)")).containsExactly(6, 0);
    assertThat(beyondTheDecay().values("constrained(total,linear,30)")).containsExactly(9, 0);
  }

  /** Zone 0 reaches its six; zone 1 reaches the six and three of its own, beyond the decay. */
  private static SmallMatrix beyondTheDecay() {
    return new SmallMatrix(
        table(new double[] {15, NO}, new double[] {40, 40}),
        new double[] {6, 3},
        new double[] {10, 20});
  }

  @Test
  void doublyRefusesAnIslandEvenWhenTheRestIsInBalance() {
    var island =
        new SmallMatrix(
            table(new double[] {5, NO}, new double[] {NO, NO}),
            new double[] {3, 2},
            new double[] {3, 2});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> island.values("constrained(doubly,exponential,0.1)"))
        .withMessageContaining("5.0 people (3.0 of them reach anything)")
        .withMessageContaining("5.0 opportunities (3.0 of them are reached)");
  }

  @Test
  void doublyCountsThePeopleThatAreKnown() {
    var partlyKnown =
        new SmallMatrix(
            table(new double[] {5, 10}, new double[] {10, 5}),
            new double[] {2, 3},
            new double[] {10, NO});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partlyKnown.values("constrained(doubly,exponential,0.1)"))
        .withMessageContaining("there are 10.0 people (10.0 of them reach anything)")
        .withMessageContaining("5.0 opportunities");
  }

  @Test
  void doublyTakesPeopleAndOpportunitiesThatDifferByTheirLastDigits() {
    // People are often shares of a total: 12.000001 people for 12 places are as many
    var rounded =
        new SmallMatrix(
            table(new double[] {0, 10}, new double[] {10, 0}),
            new double[] {6, 6},
            new double[] {8.000001, 4});
    assertThat(rounded.values("constrained(doubly,exponential,0.1)"))
        .containsExactly(new double[] {8, 4}, within(1e-4));
    var different =
        new SmallMatrix(rounded.minutes(), rounded.opportunities(), new double[] {8.0001, 4});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> different.values("constrained(doubly,exponential,0.1)"));
  }

  @Test
  void whereNobodyLivesNothingIsAllocated() {
    var empty =
        new SmallMatrix(
            table(new double[] {5, 10}, new double[] {10, 5}), new double[] {2, 3}, new double[2]);
    assertThat(empty.values("constrained(doubly_scaled,exponential,0.1)")).containsExactly(0, 0);
    assertThat(empty.values("allocated_minutes(doubly_scaled,exponential,0.1)"))
        .containsExactly(NO, NO);
  }

  @Test
  void whatNobodyTakesIsLeftOutHoweverManyPassesTheRestNeeds() {
    // Zone 2 has four opportunities and nobody who could take them
    var atOnce =
        new SmallMatrix(
            table(new double[] {5, NO, NO}, new double[] {NO, 5, NO}, new double[] {NO, NO, 7}),
            new double[] {3, 4, 4},
            new double[] {3, 4, 0});
    var byTurns =
        new SmallMatrix(
            table(new double[] {5, 9, NO}, new double[] {9, 5, NO}, new double[] {NO, NO, 7}),
            new double[] {3, 4, 4},
            new double[] {5, 2, 0});
    for (var matrix : List.of(atOnce, byTurns)) {
      assertThat(matrix.values("allocated_minutes(doubly_scaled,exponential,0.1)")[2]).isNaN();
      assertThat(matrix.values("constrained(doubly_scaled,exponential,0.1)")[2]).isZero();
    }
    assertThat(atOnce.values("allocated_minutes(doubly_scaled,exponential,0.1)"))
        .containsExactly(new double[] {5, 5, NO}, within(1e-12));
  }

  @Test
  void manyMeasuresOfManyServicesGatherSideBySide() {
    var minutes =
        table(new double[] {5, 40, 60}, new double[] {20, 5, 30}, new double[] {NO, 10, 5});
    var texts =
        List.of(
            "floating_catchment(bfca,linear,60)",
            "cumulative(30)",
            "spatial_availability(exponential,0.1)",
            "constrained(total,linear,45)",
            "allocated_minutes(doubly_scaled,exponential,0.1)");
    var stages =
        texts.stream()
            .map(MeasureDefinition::parse)
            .map(
                d ->
                    d.bind(new Binding(Mode.AUTO, "s", OptionalDouble.empty(), Map.of()))
                        .orElseThrow())
            .toList();
    var first = new SmallMatrix(minutes, new double[] {6, 0, 10}, new double[] {100, 50, 150});
    var second = new SmallMatrix(minutes, new double[] {1, 2, 0}, new double[] {7, NO, 3});
    var kernel =
        new Kernel(
            new ZoneIndex(0, 1, 2),
            List.of(
                new Supply("first", first.opportunities(), first.demand(), stages),
                new Supply("second", second.opportunities(), second.demand(), stages)));
    while (!kernel.ready()) {
      var gatherer = kernel.gatherer();
      for (int i = 0; i < 3; i++) {
        var row = Row.of(minutes[i]);
        gatherer.gather(i, row.zones, row.times, row.zones.length);
      }
      kernel = kernel.next(gatherer.sums());
    }
    var evaluator = kernel.evaluator();
    for (int i = 0; i < 3; i++) {
      var expected = new ArrayList<Double>();
      for (var matrix : List.of(first, second)) {
        for (var stage : stages) {
          expected.add(matrix.values(stage, Direction.ACTIVE)[i]);
        }
      }
      var row = Row.of(minutes[i]);
      var together = evaluator.evaluate(i, row.zones, row.times, row.zones.length);
      for (int column = 0; column < together.length; column++) {
        double alone = expected.get(column);
        if (Double.isNaN(alone)) {
          assertThat(together[column]).as(texts.get(column % texts.size())).isNaN();
        } else {
          assertThat(together[column])
              .as(texts.get(column % texts.size()))
              .isCloseTo(alone, within(1e-12 * alone));
        }
      }
    }
  }

  private record Row(int[] zones, float[] times) {

    static Row of(double[] minutes) {
      var zones =
          java.util.stream.IntStream.range(0, minutes.length)
              .filter(j -> !Double.isNaN(minutes[j]))
              .toArray();
      var times = new float[zones.length];
      for (int k = 0; k < times.length; k++) {
        times[k] = (float) minutes[zones[k]];
      }
      return new Row(zones, times);
    }
  }
}
