package nl.peil.inequality;

import nl.peil.inequality.ConcentrationIndex.Ties;
import nl.peil.inequality.WeightedQuantiles.Rule;

/**
 * How values go together with a ranking of the people, such as income: what {@link Palma} and
 * {@link ConcentrationIndex} tell of them, in one pass over people who stand in the order of that
 * ranking already. Percentiles are lower weighted quantiles, and equal rankings share one rank.
 *
 * @param palma Palma ratio, 0 or more; NaN where it is not defined
 * @param concentration concentration index, -1 to 1
 * @param corrected concentration index corrected after Erreygers, with the smallest and largest
 *     value among these people as bounds, -1 to 1
 */
public record AlongRanking(double palma, double concentration, double corrected) {

  /**
   * Summarises values of 0 or more.
   *
   * @param values what each has, finite, 0 or more
   * @param weights people, above 0
   * @param ranking for example income; no lower than that of the one before
   * @throws IllegalArgumentException when the arrays do not fit these conditions, or are empty
   */
  public static AlongRanking of(double[] values, double[] weights, double[] ranking) {
    if (values.length != weights.length || values.length != ranking.length) {
      throw new IllegalArgumentException(
          "expected as many weights and rankings as values, but got %d, %d and %d"
              .formatted(weights.length, ranking.length, values.length));
    }
    var ranks = WeightedValues.ofRising(ranking, weights);
    double total = 0;
    double amount = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "value %d: expected a finite number of 0 or more, but got %s".formatted(i, values[i]));
      }
      total += weights[i];
      amount += values[i] * weights[i];
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    double mean = amount / total;
    double covariance =
        least == most
            ? 0
            : ConcentrationIndex.covariance(total, mean, values, weights, ranking, Ties.SHARED);
    return new AlongRanking(
        palma(values, weights, ranking, ranks),
        covariance == 0 ? 0 : 2 * covariance / mean,
        covariance == 0 ? 0 : 8 * covariance / (most - least));
  }

  private static double palma(
      double[] values, double[] weights, double[] ranking, WeightedValues ranks) {
    var limits = WeightedQuantiles.quantiles(ranks, Rule.REACHED, 0.4, 0.9);
    double poor = 0;
    double poorHave = 0;
    double wealthy = 0;
    double wealthyHave = 0;
    for (int i = 0; i < values.length; i++) {
      if (ranking[i] <= limits[0]) {
        poor += weights[i];
        poorHave += weights[i] * values[i];
      } else if (ranking[i] > limits[1]) {
        wealthy += weights[i];
        wealthyHave += weights[i] * values[i];
      }
    }
    return poorHave == 0 || wealthy == 0 ? Double.NaN : (wealthyHave / wealthy) / (poorHave / poor);
  }
}
