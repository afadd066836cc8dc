package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.List;
import nl.peil.welfare.RankedPairs;

/**
 * The indicators and the access of areas, and how they go together over some of them.
 *
 * @param indicators by indicator, the value of each area; NaN where it is not known
 * @param access by what is reached, the share of each area's people for whom the norm is met
 * @param names name of each indicator
 * @param keys what is reached
 * @param fewestForInterval with fewer areas than this there is no interval
 * @param draws draws of the bootstrap
 */
record RelatedAreas(
    double[][] indicators,
    double[][] access,
    List<String> names,
    List<WelfareAccess.Key> keys,
    int fewestForInterval,
    int draws)
    implements Serializable {

  /** Two areas are always in order: from three on there is something to see. */
  private static final int FEWEST = 3;

  private static final double CONFIDENCE = 0.95;

  /**
   * How an indicator goes with access.
   *
   * @param n areas with both figures and people
   * @param correlation -1 to 1; NaN when there is none
   * @param low lower end of the interval; NaN when there is none
   * @param high upper end
   */
  record Relation(int n, double correlation, double low, double high) implements Serializable {}

  /**
   * Some areas.
   *
   * @param layout layout of the region that they lie in
   * @param region the region
   * @param numbers numbers of the areas, rising
   * @param people people of each in the region
   */
  record Scope(String layout, String region, int[] numbers, double[] people)
      implements Serializable {}

  /** How an indicator goes with access over some areas, both by number. */
  Relation over(Scope scope, int indicator, int reached) {
    var pairs =
        RankedPairs.of(
            pick(indicators[indicator], scope.numbers()),
            pick(access[reached], scope.numbers()),
            scope.people());
    if (pairs.size() < FEWEST) {
      return new Relation(pairs.size(), Double.NaN, Double.NaN, Double.NaN);
    }
    double correlation = pairs.correlation();
    var interval =
        Double.isNaN(correlation) || pairs.size() < fewestForInterval
            ? null
            : pairs.interval(draws, CONFIDENCE, seed(scope, indicator, reached));
    return new Relation(
        pairs.size(),
        correlation,
        interval == null ? Double.NaN : interval.low(),
        interval == null ? Double.NaN : interval.high());
  }

  private static double[] pick(double[] all, int[] numbers) {
    var some = new double[numbers.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = all[numbers[i]];
    }
    return some;
  }

  /**
   * The seed of a row: what the row is about, so that it does not depend on order or partitions.
   * FNV-1a (Fowler, Noll and Vo).
   */
  private long seed(Scope scope, int indicator, int reached) {
    var key = keys.get(reached);
    var text =
        String.join(
            "\u0000",
            scope.layout(),
            scope.region(),
            names.get(indicator),
            key.service(),
            key.mode());
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }
}
