package nl.peil.inequality;

/**
 * Gini coefficient with weights: 1 minus twice the area under the Lorenz curve, in trapezoids. 0
 * when all have the same, (n-1)/n when one of n has everything; always below 1.
 */
public final class Gini {

  private Gini() {}

  /**
   * The coefficient.
   *
   * @param values what each has, finite, 0 or more
   * @param weights how many each stands for, 0 or more
   * @return 0 up to, not including, 1; 0 when nobody has anything
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double of(double[] values, double[] weights) {
    return of(WeightedValues.ofAmounts(values, weights));
  }

  /** The coefficient over amounts that are sorted already. */
  static double of(WeightedValues sorted) {
    double amount = sorted.totalAmount();
    if (amount == 0) {
      return 0;
    }
    double cumulated = 0;
    double twiceArea = 0;
    for (int i = 0; i < sorted.size(); i++) {
      double before = cumulated;
      cumulated += sorted.value(i) * sorted.weight(i);
      twiceArea += sorted.weight(i) * (before + cumulated);
    }
    // Rounding can bring values that hardly differ just below 0.
    return Math.max(0, 1 - twiceArea / (sorted.totalWeight() * amount));
  }
}
