package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.peil.measure.Kernel.Column;
import nl.peil.measure.decay.LogLogistic;
import org.junit.jupiter.api.Test;

class KernelTest {

  private static final int[] ZONES = {1011, 9999, 3511, 97_404_514};
  private static final List<Measure> BOTH = List.of(new Nearest(1), Cumulative.within(30));

  private static final Measure BALANCE = new BalancingCost(1);

  /** Opportunities are powers of two, so a sum names the destinations in it. */
  private static final Kernel KERNEL =
      new Kernel(
          new ZoneIndex(ZONES),
          List.of(
              new Supply("banen", new double[] {1, 2, 4, 8}, BOTH),
              new Supply("wo", new double[] {0, 0, 16, 0}, List.of(Cumulative.within(60))),
              new Supply("huisarts", new double[] {32, 0, 0, 64}, BOTH)));

  @Test
  void saysWhatEveryPlaceOfTheResultMeans() {
    assertThat(KERNEL.columns())
        .containsExactly(
            new Column("banen", "nearest_1", "min", false),
            new Column("banen", "within_30", "opportunities", false),
            new Column("wo", "within_60", "opportunities", false),
            new Column("huisarts", "nearest_1", "min", false),
            new Column("huisarts", "within_30", "opportunities", false));
  }

  @Test
  void givesEveryServiceItsOwnDestinations() {
    var evaluator = KERNEL.evaluator();
    assertThat(
            evaluator.evaluate(
                1011, new int[] {97_404_514, 1011, 9999, 3511}, new float[] {40, 20, 10, 60}, 4))
        .containsExactly(10, 1 + 2, 16, 20, 32);
  }

  @Test
  void forgetsTheRowBeforeAndReadsNoFurtherThanTheRow() {
    var evaluator = KERNEL.evaluator();
    evaluator.evaluate(1011, ZONES, new float[] {1, 2, 3, 4}, 4);
    assertThat(evaluator.evaluate(1011, new int[] {9999, 1011, 77}, new float[] {10, 5, -1}, 1))
        .containsExactly(10, 2, 0, Double.NaN, 0);
    assertThat(evaluator.evaluate(1011, new int[0], new float[0], 0))
        .containsExactly(Double.NaN, 0, 0, Double.NaN, 0);
  }

  @Test
  void equalsTheMeasuresOneByOne() {
    var random = new Random(7);
    int n = 200;
    var zones = random.ints(0, 1_000_000).distinct().limit(n).toArray();
    List<Measure> measures =
        List.of(
            new Nearest(3),
            Cumulative.within(22.5),
            new Gravity("pbl", new LogLogistic(-8.65786, 2.492099, 0.011641)));
    var supplies = new ArrayList<Supply>();
    var counts = new double[4][n];
    for (int s = 0; s < counts.length; s++) {
      for (int z = 0; z < n; z++) {
        counts[s][z] = random.nextInt(4) <= s ? random.nextInt(9) : 0;
      }
      supplies.add(new Supply("s" + s, counts[s], measures));
    }
    var evaluator = new Kernel(new ZoneIndex(zones), supplies).evaluator();
    for (int row = 0; row < 50; row++) {
      var places = IntStream.range(0, n).filter(z -> random.nextInt(3) > 0).toArray();
      var minutes = new float[places.length];
      for (int i = 0; i < places.length; i++) {
        minutes[i] = random.nextInt(900) / 10f;
      }
      var destinations = IntStream.of(places).map(z -> zones[z]).toArray();
      var expected = new ArrayList<Double>();
      for (var count : counts) {
        var reach = new Reach(0);
        for (int i = 0; i < places.length; i++) {
          if (count[places[i]] > 0) {
            reach.add(minutes[i], count[places[i]]);
          }
        }
        measures.forEach(measure -> expected.add(measure.value(reach)));
      }
      assertThat(evaluator.evaluate(zones[0], destinations, minutes, places.length))
          .containsExactly(expected.toArray(Double[]::new));
    }
  }

  @Test
  void evaluatorsDoNotShareBuffers() {
    var one = KERNEL.evaluator();
    var result = one.evaluate(1011, ZONES, new float[] {1, 2, 3, 4}, 4);
    var before = result.clone();
    KERNEL.evaluator().evaluate(1011, ZONES, new float[] {50, 60, 70, 80}, 4);
    assertThat(result).isEqualTo(before);
    assertThat(one.evaluate(1011, ZONES, new float[] {50, 60, 70, 80}, 4)).isSameAs(result);
  }

  @Test
  void survivesSerialization() throws Exception {
    var bytes = new ByteArrayOutputStream();
    var pbl = new Gravity("pbl", new LogLogistic(-8.65786, 2.492099, 0.011641));
    var kernel =
        new Kernel(
            new ZoneIndex(ZONES),
            List.of(
                new Supply(
                    "banen",
                    new double[] {1, 2, 4, 8},
                    List.of(new Nearest(2), Cumulative.within(30), pbl))));
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(kernel);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var copy = (Kernel) in.readObject();
      var minutes = new float[] {12.3f, 29.9f, 30.1f, 7f};
      assertThat(copy.columns()).isEqualTo(kernel.columns());
      assertThat(copy.evaluator().evaluate(1011, ZONES, minutes, 4))
          .isEqualTo(kernel.evaluator().evaluate(1011, ZONES, minutes, 4));
    }
  }

  @Test
  void refusesRowsThatBreakTheRules() {
    var evaluator = KERNEL.evaluator();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluator.evaluate(1011, new int[] {1011, 1012}, new float[] {1, 2}, 2))
        .withMessageContaining("zone 1012 is not one of the 4 zones");
    for (float wrong : new float[] {-1, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluator.evaluate(1011, new int[] {1011}, new float[] {wrong}, 1))
          .withMessageContaining("is " + wrong);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluator.evaluate(1011, ZONES, new float[] {1}, 2))
        .withMessageContaining("0 to 1 destinations, but got 2");
  }

  @Test
  void refusesSuppliesThatBreakTheRules() {
    var zones = new ZoneIndex(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Kernel(zones, List.of(new Supply("bo", new double[3], BOTH))))
        .withMessageContaining("'bo': expected opportunities for 2 zones, but got 3");
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      var counts = new double[] {1, wrong};
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Kernel(zones, List.of(new Supply("bo", counts, BOTH))))
          .withMessageContaining("'bo', zone at place 1")
          .withMessageContaining("are " + wrong);
    }
    var supply = new Supply("bo", new double[2], BOTH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Kernel(zones, List.of(supply, supply)))
        .withMessageContaining("service 'bo' comes twice");
    var twice = List.of(new Nearest(1), new Nearest(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Kernel(zones, List.of(new Supply("bo", new double[2], twice))))
        .withMessageContaining("measure nearest_1 of 'bo' comes twice");
  }

  @Test
  void saysWhichServicesAreOffered() {
    var kernel =
        new Kernel(
            new ZoneIndex(1, 2),
            List.of(
                new Supply("bo", new double[] {0, 3}, BOTH),
                new Supply("none", new double[2], BOTH),
                new Supply("wo", new double[] {1, 0}, BOTH)));
    assertThat(kernel.offers("bo")).isTrue();
    assertThat(kernel.offers("none")).isFalse();
    assertThat(kernel.offers("wo")).isTrue();
    assertThat(kernel.offers("unheard of")).isFalse();
  }

  @Test
  void knowsItsZonesAndDirection() {
    assertThat(KERNEL.zones().size()).isEqualTo(4);
    assertThat(KERNEL.zones().zone(2)).isEqualTo(3511);
    assertThat(KERNEL.direction()).isEqualTo(Direction.ACTIVE);
    var supply = new Supply("bo", new double[] {1}, List.of(Cumulative.within(30)));
    var passive =
        new Kernel(new ZoneIndex(7), List.of(supply), IntrazonalTimes.asGiven(), Direction.PASSIVE);
    assertThat(passive.direction()).isEqualTo(Direction.PASSIVE);
    assertThat(passive.columns())
        .containsExactly(new Column("bo", "passive_within_30", "opportunities", false));
  }

  @Test
  void demandIsKnownWhenEveryServiceThatHasDemandKnowsIt() {
    var kernel =
        new Kernel(
            new ZoneIndex(1, 2, 3),
            List.of(
                new Supply("without", new double[3], BOTH),
                new Supply("bo", new double[3], new double[] {4, 0, Double.NaN}, List.of(BALANCE)),
                new Supply("vo", new double[3], new double[] {4, Double.NaN, 5}, List.of())));
    assertThat(kernel.knowsDemand(0)).isTrue();
    assertThat(kernel.knowsDemand(1)).isFalse();
    assertThat(kernel.knowsDemand(2)).isFalse();
  }

  @Test
  void refusesDemandThatBreaksTheRules() {
    var zones = new ZoneIndex(1, 2);
    refusesDemand(
        zones,
        new double[1],
        List.of(Cumulative.within(30), BALANCE),
        "'bo', measure balancing_cost_1: expected demand for 2 zones, but got 1");
    refusesDemand(
        zones,
        new double[0],
        List.of(BALANCE),
        "'bo', measure balancing_cost_1: expected demand for 2 zones, but got 0");
    refusesDemand(
        zones,
        new double[3],
        List.of(Cumulative.within(30)),
        "'bo': expected demand for 2 zones, but got 3");
    refusesDemand(
        zones,
        new double[] {1, -1},
        List.of(BALANCE),
        "'bo', zone at place 1: demand must be finite and 0 or more, or NaN when unknown, but is -1.0");
    refusesDemand(
        zones,
        new double[] {Double.POSITIVE_INFINITY, 1},
        List.of(BALANCE),
        "'bo', zone at place 0: demand must be finite and 0 or more");
  }

  private static void refusesDemand(
      ZoneIndex zones, double[] demand, List<Stage> stages, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Kernel(zones, List.of(new Supply("bo", new double[2], demand, stages))))
        .withMessageContaining(message);
  }

  @Test
  void refusesIntrazonalTimesOfOtherZones() {
    var supplies = List.of(new Supply("bo", new double[2], BOTH));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Kernel(
                    new ZoneIndex(1, 2),
                    supplies,
                    IntrazonalTimes.constant(3, 5),
                    Direction.ACTIVE))
        .withMessageContaining("expected intra-zonal times for 2 zones, but got 3");
  }

  @Test
  void reachChecksWhatItIsMadeOf() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reach.of(new float[2], new double[1]))
        .withMessageContaining("1 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reach.of(new float[1], new double[1]))
        .withMessageContaining("more than 0, but are 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reach.of(new float[1], new double[] {Double.POSITIVE_INFINITY}))
        .withMessageContaining("more than 0, but are Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reach.of(new float[] {-0.1f}, new double[] {1}))
        .withMessageContaining("is -0.1");
  }
}
