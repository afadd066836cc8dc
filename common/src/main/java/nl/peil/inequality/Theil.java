package nl.peil.inequality;

/**
 * Theil's T with weights: the sum of p (A/mu) ln(A/mu), with p the share of the weight and mu the
 * weighted mean. 0 when all have the same, ln(n) when one of n has everything.
 */
public final class Theil {

  private Theil() {}

  /**
   * The index over all.
   *
   * @param values what each has, finite, 0 or more; 0 adds nothing, the limit of x ln x
   * @param weights how many each stands for, 0 or more
   * @return 0 or more; 0 when nobody has anything
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double total(double[] values, double[] weights) {
    return of(WeightedValues.ofAmounts(values, weights));
  }

  /** The index over amounts that are sorted already. */
  static double of(WeightedValues sorted) {
    double weight = sorted.totalWeight();
    double mean = sorted.totalAmount() / weight;
    if (mean == 0 || sorted.size() == 1) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      double ratio = sorted.value(i) / mean;
      if (ratio > 0) {
        sum += sorted.weight(i) / weight * ratio * Math.log(ratio);
      }
    }
    return Math.max(0, sum);
  }
}
