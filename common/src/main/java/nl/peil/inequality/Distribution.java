package nl.peil.inequality;

/**
 * How a value is spread over persons: everything that a region table says about it, from one sort.
 *
 * @param mean weighted mean
 * @param min smallest value with weight
 * @param p10 10th percentile: the lower weighted quantile, see {@link WeightedQuantiles}
 * @param p50 median, likewise
 * @param p90 90th percentile, likewise
 * @param max largest value with weight
 * @param gini Gini coefficient, 0 to 1; see {@link Gini}
 * @param theil Theil T, 0 and up; see {@link Theil}
 * @param sufficiencyShare share with a value at the line or above, 0 to 1; NaN without a line; see
 *     {@link Sufficiency}
 * @param fgt1 mean relative shortfall below the line, 0 to 1; NaN without a line; see {@link Fgt}
 * @param fgt2 mean of its square, likewise
 */
public record Distribution(
    double mean,
    double min,
    double p10,
    double p50,
    double p90,
    double max,
    double gini,
    double theil,
    double sufficiencyShare,
    double fgt1,
    double fgt2) {

  /**
   * Summarises values of 0 or more.
   *
   * @param values finite, 0 or more
   * @param weights as many, 0 or more, at least one above 0: persons
   * @throws IllegalArgumentException when the arrays do not fit these conditions
   */
  public static Distribution of(double[] values, double[] weights) {
    return of(values, weights, Double.NaN);
  }

  /**
   * Summarises values of 0 or more, also against a line.
   *
   * @param values finite, 0 or more
   * @param weights as many, 0 or more, at least one above 0: persons
   * @param line what is enough, above 0; NaN: there is no line
   * @throws IllegalArgumentException when the arguments do not fit these conditions
   */
  public static Distribution of(double[] values, double[] weights, double line) {
    boolean judged = !Double.isNaN(line);
    var sorted = WeightedValues.ofAmounts(values, weights);
    var quantiles =
        WeightedQuantiles.quantiles(sorted, WeightedQuantiles.Rule.REACHED, 0.1, 0.5, 0.9);
    return new Distribution(
        sorted.mean(),
        sorted.value(0),
        quantiles[0],
        quantiles[1],
        quantiles[2],
        sorted.value(sorted.size() - 1),
        Gini.of(sorted),
        Theil.of(sorted),
        judged ? Sufficiency.share(sorted, line) : Double.NaN,
        judged ? Fgt.below(1, sorted, line) : Double.NaN,
        judged ? Fgt.below(2, sorted, line) : Double.NaN);
  }
}
