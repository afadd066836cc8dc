package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.peil.measure.MarginalEffects.Effect;
import org.junit.jupiter.api.Test;

class MarginalAccessTest {

  private static final double NO = Double.NaN;

  /** Few different times, so that zones are often equally far, and on both sides of the norms. */
  private static final double[] TIMES = {NO, NO, 0, 5, 9.9, 10, 10, 10.1, 12.3, 20, 34.7};

  private static final double[] COUNTS = {0, 0, 0, 0, 1, 2, 0.3, 0.5, 0.7, 0.1, 60};
  private static final double[] NORMS = {5, 10, 10.05, 12.3, 40};

  private static final double[][] BY_HAND = {
    {2, 10, 10.1, NO, 45},
    {9, 2, 30, NO, NO},
    {25, 12, 3, 60, NO},
    {NO, NO, NO, NO, NO},
    {15, NO, NO, NO, 2}
  };

  /** Powers of two: a sum tells who is in it. */
  private static final double[] PEOPLE = {1, 2, 4, 8, 16};

  private static MarginalEffects effects(
      double[][] minutes, double[] counts, double norm, double[] people) {
    return effects(minutes, counts, norm, people, IntrazonalTimes.asGiven());
  }

  private static MarginalEffects effects(
      double[][] minutes, double[] counts, double norm, double[] people, IntrazonalTimes within) {
    var access = access(minutes.length, counts, norm, people, within);
    // In two parts, as tasks do
    var even = access.gatherer();
    var odd = access.gatherer();
    for (int i = 0; i < minutes.length; i++) {
      int[] reached = reached(minutes, i);
      (i % 2 == 0 ? even : odd).gather(i, reached, times(minutes, i), reached.length);
    }
    var sum = new MarginalEffects(minutes.length);
    sum.add(even.effects(1));
    sum.add(odd.effects(1));
    return sum;
  }

  /** The service as the second of two, beside one that is everywhere. */
  private static MarginalAccess access(
      int zones, double[] counts, double norm, double[] people, IntrazonalTimes within) {
    var everywhere = new double[zones];
    Arrays.fill(everywhere, 3);
    return new MarginalAccess(
        new ZoneIndex(IntStream.range(0, zones).toArray()),
        List.of(
            new MarginalAccess.Service("a", everywhere, 7),
            new MarginalAccess.Service("b", counts, norm)),
        people,
        within);
  }

  private static int[] reached(double[][] minutes, int i) {
    return IntStream.range(0, minutes.length).filter(j -> !Double.isNaN(minutes[i][j])).toArray();
  }

  private static float[] times(double[][] minutes, int i) {
    int[] reached = reached(minutes, i);
    var times = new float[reached.length];
    for (int k = 0; k < times.length; k++) {
      times[k] = (float) minutes[i][reached[k]];
    }
    return times;
  }

  private static double[] of(MarginalEffects effects, Effect effect, int zones) {
    return IntStream.range(0, zones).mapToDouble(zone -> effects.of(effect, zone)).toArray();
  }

  @Test
  void openingByHand() {
    // One place, in zone 1. Nearest: 10, 2, 12, none, none; the norm is 10
    var effects = effects(BY_HAND, new double[] {0, 1, 0, 0, 0}, 10, PEOPLE);
    // Zone 2 gains by its own place (3 minutes), zone 4 by its own (2); both are beyond 10 now
    assertThat(of(effects, Effect.GAIN, 5)).containsExactly(0, 0, 4, 0, 16);
    // Only zone 4 goes somewhere and finds none: it goes to 0 and to 4
    assertThat(of(effects, Effect.NEWLY_REACHING, 5)).containsExactly(16, 0, 0, 0, 16);
    // To zone 0: its own people 8 of 10 minutes; in 2 a place saves the people there 9
    assertThat(of(effects, Effect.MINUTES_SAVED, 5)).containsExactly(8, 0, 36, 0, 0);
  }

  @Test
  void closingByHand() {
    // Places in 0 and 2 and a tie for zone 4 that 0 does not win alone
    var minutes = Arrays.stream(BY_HAND).map(double[]::clone).toArray(double[][]::new);
    minutes[4][2] = 15;
    var effects = effects(minutes, new double[] {1, 0, 2, 0, 0}, 10, PEOPLE);
    // 0: nearest 2, next 10.1: lost by a tenth. 1: 9, next 30: lost. 2: 3, next 25: lost by closing
    // 2
    assertThat(of(effects, Effect.LOSE, 5)).containsExactly(1 + 2, 0, 4, 0, 0);
    assertThat(of(effects, Effect.DELAYED, 5)).containsExactly(1 + 2, 0, 4, 0, 0);
    assertThat(effects.of(Effect.MINUTES_ADDED, 0)).isCloseTo(8.1 + 2 * 21, within(1e-12));
    assertThat(effects.of(Effect.MINUTES_ADDED, 2)).isCloseTo(4 * 22, within(1e-12));
    assertThat(of(effects, Effect.WITHOUT_ANY, 5)).containsOnly(0);

    var only = effects(BY_HAND, new double[] {0, 1, 0, 0, 0}, 10, PEOPLE);
    // Those who came: 0 and 1 within the norm, 2 at 12 minutes; none has another
    assertThat(only.of(Effect.WITHOUT_ANY, 1)).isEqualTo(1 + 2 + 4);
    assertThat(only.of(Effect.LOSE, 1)).isEqualTo(1 + 2);
    assertThat(only.of(Effect.MINUTES_ADDED, 1)).isZero();
  }

  @Property(tries = 600)
  void openingAndClosingGiveWhatMeasuringAgainGives(@ForAll long seed) {
    var random = new Random(seed);
    int n = 1 + random.nextInt(7);
    var minutes = new double[n][n];
    for (var row : minutes) {
      Arrays.setAll(row, j -> TIMES[random.nextInt(TIMES.length)]);
    }
    var counts = new double[n];
    Arrays.setAll(counts, j -> COUNTS[random.nextInt(COUNTS.length)]);
    var people = new double[n];
    Arrays.setAll(people, i -> random.nextInt(4) == 0 ? 0 : random.nextInt(40) / 4.0);
    double norm = NORMS[random.nextInt(NORMS.length)];
    var within =
        random.nextInt(3) == 0 ? IntrazonalTimes.constant(n, 5) : IntrazonalTimes.asGiven();
    DoublePredicate meets = nearest -> nearest <= norm;

    var effects = effects(minutes, counts, norm, people, within);
    var now = nearest(minutes, counts, within);
    for (int j = 0; j < n; j++) {
      var more = counts.clone();
      more[j] += 1;
      var opened = nearest(minutes, more, within);
      var fewer = counts.clone();
      fewer[j] = 0;
      var closed = nearest(minutes, fewer, within);
      var expected = new double[Effect.values().length];
      for (int i = 0; i < n; i++) {
        boolean none = Double.isNaN(now[i]);
        boolean noneLeft = Double.isNaN(closed[i]);
        add(expected, Effect.GAIN, !meets.test(now[i]) && meets.test(opened[i]), people[i]);
        add(expected, Effect.NEWLY_REACHING, none && !Double.isNaN(opened[i]), people[i]);
        add(expected, Effect.MINUTES_SAVED, !none, people[i] * (now[i] - opened[i]));
        add(expected, Effect.LOSE, meets.test(now[i]) && !meets.test(closed[i]), people[i]);
        add(expected, Effect.WITHOUT_ANY, !none && noneLeft, people[i]);
        add(expected, Effect.DELAYED, closed[i] > now[i], people[i]);
        add(expected, Effect.MINUTES_ADDED, closed[i] > now[i], people[i] * (closed[i] - now[i]));
      }
      for (var effect : Effect.values()) {
        assertThat(effects.of(effect, j))
            .as("%s in %d", effect, j)
            .isCloseTo(expected[effect.ordinal()], within(1e-9));
      }
    }
    gapsAreTheZonesWhereOpeningHelps(minutes, counts, norm, within, now);
  }

  private static void gapsAreTheZonesWhereOpeningHelps(
      double[][] minutes, double[] counts, double norm, IntrazonalTimes within, double[] now) {
    int n = minutes.length;
    var gaps = access(n, counts, norm, new double[n], within).gaps();
    for (int i = 0; i < n; i++) {
      int origin = i;
      int[] helping =
          IntStream.range(0, n)
              .filter(
                  j -> {
                    var more = counts.clone();
                    more[j] += 1;
                    return !(now[origin] <= norm) && nearest(minutes, more, within)[origin] <= norm;
                  })
              .toArray();
      int[] reached = reached(minutes, i);
      assertThat(gaps.find(i, reached, times(minutes, i), reached.length)[1]).isEqualTo(helping);
    }
  }

  private static double[] nearest(double[][] minutes, double[] counts, IntrazonalTimes within) {
    return new SmallMatrix(minutes, counts, new double[0])
        .values(new Supply("s", counts, List.of(new Nearest(1))), Direction.ACTIVE, within);
  }

  private static void add(double[] sums, Effect effect, boolean when, double value) {
    sums[effect.ordinal()] += when ? value : 0;
  }

  @Test
  void aNormBetweenTenthsIsComparedAsADecimal() {
    // 12.3f is more than the number 12.3, and the float of 12.34 more than 12.34
    double[][] minutes = {{NO, 12.3}, {NO, NO}};
    double[] nothing = {0, 0};
    assertThat(effects(minutes, nothing, 12.3, new double[] {1, 1}).of(Effect.GAIN, 1)).isOne();
    assertThat(effects(minutes, nothing, 12.29, new double[] {1, 1}).of(Effect.GAIN, 1)).isZero();
    double between = (float) 12.34;
    assertThat(between).isGreaterThan(12.34);
    double[][] finer = {{NO, between}, {NO, NO}};
    assertThat(effects(finer, nothing, 12.34, new double[] {1, 1}).of(Effect.GAIN, 1)).isZero();
    assertThat(effects(finer, nothing, between, new double[] {1, 1}).of(Effect.GAIN, 1)).isOne();
  }

  @Test
  void whatIsNotAllowedIsRefused() {
    var given = IntrazonalTimes.asGiven();
    assertThatThrownBy(() -> access(2, new double[] {1, 1}, 5, new double[] {1}, given))
        .hasMessageContaining("people for 2 zones");
    assertThatThrownBy(() -> access(2, new double[] {1, 1}, 5, new double[] {1, NO}, given))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> access(2, new double[] {1, -1}, 5, new double[] {1, 1}, given))
        .hasMessageContaining("'b'");
    assertThatThrownBy(
            () ->
                access(
                    2, new double[] {1, 1}, 5, new double[] {1, 1}, IntrazonalTimes.constant(3, 5)))
        .hasMessageContaining("2 zones, but got 3");
    var gatherer = access(2, new double[] {1, 1}, 5, new double[] {1, 1}, given).gatherer();
    assertThatThrownBy(() -> gatherer.gather(0, new int[] {7}, new float[] {1}, 1))
        .hasMessageContaining("zone 7");
    assertThatThrownBy(() -> gatherer.gather(0, new int[] {1}, new float[] {-1}, 1))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> gatherer.gather(0, new int[] {1}, new float[] {1}, 2))
        .hasMessageContaining("0 to 1");
  }
}
