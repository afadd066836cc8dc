package nl.peil.inequality;

/**
 * Weighted quantiles that are values of the data, never in between.
 *
 * <p>Cumulated weights are sums of rounded numbers, so they count as equal to p times the total
 * when they differ by less than 1e-12 of the total: 0.7 of ten persons is seven persons. For whole
 * numbers of persons up to a billion and p with three decimals that is exact.
 */
public final class WeightedQuantiles {

  private static final double TOLERANCE = 1e-12;

  /** Where the cumulated weight has to come. */
  public enum Rule {
    /** The lower quantile, ours: the smallest value at which the cumulated weight reaches p. */
    REACHED,
    /**
     * The rule of Conveyal: the smallest value at which the cumulated weight lies strictly above p;
     * the largest value when none does (p = 1).
     */
    CROSSED
  }

  private WeightedQuantiles() {}

  /**
   * One lower weighted quantile.
   *
   * @param values values, infinite allowed, not NaN
   * @param weights weights, 0 or more; a weight of 0 does not count
   * @param p share of the weight, 0 to 1
   * @return one of the values
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double quantile(double[] values, double[] weights, double p) {
    return quantiles(values, weights, Rule.REACHED, p)[0];
  }

  /**
   * Several weighted quantiles of the same data.
   *
   * @param values values, infinite allowed, not NaN
   * @param weights weights, 0 or more; a weight of 0 does not count
   * @param rule where the cumulated weight has to come
   * @param shares shares of the weight, 0 to 1, in any order
   * @return one of the values for each share
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double[] quantiles(double[] values, double[] weights, Rule rule, double... shares) {
    return quantiles(WeightedValues.of(values, weights), rule, shares);
  }

  /** The quantiles of values that are sorted already. */
  static double[] quantiles(WeightedValues sorted, Rule rule, double... shares) {
    double total = sorted.totalWeight();
    var result = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      double p = shares[i];
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("expected a share from 0 to 1, but got " + p);
      }
      double slack = rule == Rule.REACHED ? -TOLERANCE : TOLERANCE;
      result[i] = firstAbove(sorted, (p + slack) * total);
    }
    return result;
  }

  /** The first value whose cumulated weight lies above the mark, or the last value. */
  private static double firstAbove(WeightedValues sorted, double mark) {
    double cumulated = 0;
    int last = sorted.size() - 1;
    for (int i = 0; i < last; i++) {
      cumulated += sorted.weight(i);
      if (cumulated > mark) {
        return sorted.value(i);
      }
    }
    return sorted.value(last);
  }
}
