package nl.peil.inequality;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import nl.peil.inequality.WeightedQuantiles.Rule;
import nl.peil.model.Contract;

/**
 * Palma ratio of access: mean value of the people above the 90th percentile of a ranking, such as
 * income, divided by that of the people up to its 40th percentile.
 *
 * <p>Who stands exactly at the 40th percentile is with the poorest; who stands exactly at the 90th
 * is not with the wealthiest. A zone is never cut in two, so a group can be a bit more or less than
 * its 40 or 10 %. No value (NaN) when nobody stands above the 90th or up to the 40th percentile, or
 * when the poorest have nothing.
 */
public final class Palma {

  static final InequalityForm FORM =
      new InequalityForm(
          "palma",
          List.of("palma(ranking_column)", "palma(ranking_column,reached|crossed|interpolated)"),
          "how many times what the poorest 40 % have, the wealthiest 10 % have; the word chooses"
              + " the definition of the percentiles",
          new Contract(
              "mean of A over people with y > q90 / mean of A over people with y <= q40, q quantiles"
                  + " of the ranking y over the people",
              "none",
              "0 and up; 1 when both have the same; none when nobody stands above q90 or the poorest"
                  + " have nothing",
              "rises with what the wealthiest have, falls with what the poorest have; the same when"
                  + " all values are multiplied",
              "Palma (2011); R accessibility, palma_ratio, which is interpolated"),
          List.of("palma(income)", "palma(income,interpolated)"),
          Palma::read);

  private Palma() {}

  /**
   * Where the poorest end and the wealthiest begin.
   *
   * @param poorest the poorest are ranked up to and including this
   * @param wealthiest the wealthiest are ranked above this
   */
  public record Limits(double poorest, double wealthiest) {

    /**
     * The 40th and 90th percentile of a ranking; those of the nation can serve in every region.
     *
     * @param ranking for example income, not NaN
     * @param weights people, 0 or more
     * @param rule definition of a percentile
     * @throws IllegalArgumentException when the input is not as described, or has no weight
     */
    public static Limits of(double[] ranking, double[] weights, Rule rule) {
      var limits = WeightedQuantiles.quantiles(ranking, weights, rule, 0.4, 0.9);
      return new Limits(limits[0], limits[1]);
    }
  }

  private static InequalityStatistic read(StatisticText text) {
    text.requireSize(1, 2, FORM);
    var rule = text.rule(1);
    return InequalityStatistic.of(
            text, "palma", people -> of(people.values(), people.weights(), people.ranking(), rule))
        .rankedBy(text.column(0));
  }

  /**
   * The ratio, with the percentiles of the same people.
   *
   * @param values what each has, finite, 0 or more
   * @param weights people, 0 or more
   * @param ranking for example income, not NaN
   * @param rule definition of a percentile
   * @return 0 or more, NaN where it is not defined
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double of(double[] values, double[] weights, double[] ranking, Rule rule) {
    return of(values, weights, ranking, Limits.of(ranking, weights, rule));
  }

  /**
   * The ratio between given limits, for example those of a larger population.
   *
   * @param values what each has, finite, 0 or more
   * @param weights people, 0 or more
   * @param ranking for example income, not NaN
   * @param limits where the poorest end and the wealthiest begin
   * @return 0 or more, NaN where it is not defined
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double of(double[] values, double[] weights, double[] ranking, Limits limits) {
    WeightedValues.ofAmounts(values, weights);
    WeightedValues.of(ranking, weights);
    double poorest = mean(values, weights, ranking, y -> y <= limits.poorest());
    double wealthiest = mean(values, weights, ranking, y -> y > limits.wealthiest());
    return poorest == 0 ? Double.NaN : wealthiest / poorest;
  }

  /** What those whose ranking fits have on average; NaN when they are none. */
  private static double mean(
      double[] values, double[] weights, double[] ranking, DoublePredicate fits) {
    int[] who =
        IntStream.range(0, values.length)
            .filter(i -> weights[i] > 0 && fits.test(ranking[i]))
            .toArray();
    return who.length == 0
        ? Double.NaN
        : Mean.of(
            IntStream.of(who).mapToDouble(i -> values[i]).toArray(),
            IntStream.of(who).mapToDouble(i -> weights[i]).toArray());
  }
}
