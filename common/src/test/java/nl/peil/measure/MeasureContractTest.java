package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.peil.measure.Reaches.Destination;
import nl.peil.measure.decay.LogLogistic;
import nl.peil.model.Mode;
import org.junit.jupiter.api.Test;

/** The contract of {@link Measure}, for every measure that the configuration can name. */
class MeasureContractTest {

  private static final Binding BINDING =
      new Binding(
          Mode.AUTO,
          "huisarts",
          OptionalDouble.of(22.5),
          Map.of("pbl", new LogLogistic(-8.65786, 2.492099, 0.011641)));

  private static final List<Measure> ALL =
      MeasureDefinition.forms().stream()
          .flatMap(form -> form.examples().stream())
          .map(text -> MeasureDefinition.parse(text).bind(BINDING).orElseThrow())
          .filter(Measure.class::isInstance)
          .map(Measure.class::cast)
          .toList();

  @Provide
  Arbitrary<List<Destination>> rows() {
    return Reaches.rows();
  }

  @Test
  void coversEveryKindThatNeedsNoOtherRow() {
    assertThat(ALL)
        .hasAtLeastOneElementOfType(CostToReach.class)
        .hasAtLeastOneElementOfType(CumulativeInterval.class)
        .hasAtLeastOneElementOfType(Choice.class)
        .hasAtLeastOneElementOfType(BalancingCost.class)
        .hasAtLeastOneElementOfType(Nearest.class)
        .hasAtLeastOneElementOfType(Cumulative.class)
        .hasAtLeastOneElementOfType(Gravity.class);
  }

  @Test
  void nothingInReachIsZeroOpportunitiesOrNoTime() {
    var empty = new Reach(0);
    assertThat(ALL)
        .allSatisfy(
            measure -> {
              if (measure.unit().equals(Measure.MINUTES)) {
                assertThat(measure.value(empty)).isNaN();
              } else {
                assertThat(measure.value(empty)).isZero();
              }
            });
  }

  @Property
  void staysInItsRange(@ForAll("rows") List<Destination> row) {
    double sum = Reaches.sum(row);
    for (var measure : ALL) {
      double value = measure.value(Reaches.reach(row));
      if (measure.unit().equals(Measure.OPPORTUNITIES)) {
        assertThat(value).as(measure.name()).isBetween(0.0, sum * (1 + 1e-12));
      } else if (measure.unit().equals(Measure.OPTIONS)) {
        assertThat(value).as(measure.name()).isIn(0.0, 1.0, 2.0);
      } else {
        assertThat(measure.unit()).isEqualTo(Measure.MINUTES);
        assertThat(Double.isNaN(value) || value >= 0).as(measure.name() + " " + value).isTrue();
      }
    }
  }

  @Property
  void doesNotDependOnTheOrder(@ForAll("rows") List<Destination> row, @ForAll long seed) {
    for (var measure : ALL) {
      double value = measure.value(Reaches.reach(row));
      double other = measure.value(Reaches.reach(Reaches.shuffled(row, seed)));
      if (Double.isNaN(value)) {
        assertThat(other).as(measure.name()).isNaN();
      } else {
        assertThat(other).as(measure.name()).isCloseTo(value, within(1e-12 * (1 + value)));
      }
    }
  }

  @Property
  void doesNotChangeTheReach(@ForAll("rows") List<Destination> row) {
    for (var measure : ALL) {
      var reach = Reaches.reach(row);
      Double first = measure.value(reach);
      assertThat(measure.value(reach)).as(measure.name()).isEqualTo(first);
      for (int i = 0; i < row.size(); i++) {
        assertThat(reach.minutes()[i]).isEqualTo(row.get(i).minutes());
        assertThat(reach.opportunities()[i]).isEqualTo(row.get(i).opportunities());
      }
    }
  }

  @Property
  void neverGetsWorseWithMoreOpportunitiesOrShorterTimes(
      @ForAll("rows") List<Destination> row,
      @ForAll("rows") List<Destination> added,
      @ForAll @IntRange(max = 59) int place,
      @ForAll @IntRange(min = 1, max = 900) int tenths) {
    var more = new ArrayList<>(row);
    more.addAll(added);
    requireNotWorse(row, more);
    if (place < row.size()) {
      var here = row.get(place);
      var nearer = new ArrayList<>(row);
      nearer.set(
          place,
          new Destination(Math.min(here.minutes(), (tenths - 1) / 10f), here.opportunities()));
      requireNotWorse(row, nearer);
      var richer = new ArrayList<>(row);
      richer.set(place, new Destination(here.minutes(), here.opportunities() + tenths));
      requireNotWorse(row, richer);
    }
  }

  private static void requireNotWorse(List<Destination> before, List<Destination> after) {
    for (var measure : ALL) {
      double was = measure.value(Reaches.reach(before));
      double is = measure.value(Reaches.reach(after));
      if (!measure.unit().equals(Measure.MINUTES)) {
        assertThat(is).as(measure.name()).isGreaterThanOrEqualTo(was * (1 - 1e-12));
      } else if (!Double.isNaN(was)) {
        assertThat(is).as(measure.name()).isLessThanOrEqualTo(was);
      }
    }
  }
}
