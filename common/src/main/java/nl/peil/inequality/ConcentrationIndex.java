package nl.peil.inequality;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.peil.model.Contract;

/**
 * Concentration index: how far access goes together with a ranking of the people, such as income.
 * Twice the weighted covariance of A and the fractional rank R, divided by the mean; R is the share
 * of the people ranked lower plus half the share of one's own zone. Negative when the poor have
 * more.
 *
 * <p>The corrected index of Erreygers multiplies with 4 mu / (upper - lower), the bounds of A, so
 * that regions with another mean can be compared.
 */
public final class ConcentrationIndex {

  private static final String RANK =
      "R_i the people ranked lower plus half of the own, as a share; ties share one rank unless"
          + " lightest_first";
  private static final String OPTION =
      "; lightest_first: zones with equal ranking stand one after the other, fewest people first,"
          + " as in R";

  static final InequalityForm PLAIN =
      new InequalityForm(
          "concentration",
          List.of("concentration(ranking_column)", "concentration(ranking_column,lightest_first)"),
          "whether the rich (above 0) or the poor (below 0) have more access" + OPTION,
          new Contract(
              "C = 2/mu sum_i p_i (A_i - mu) (R_i - 1/2), " + RANK,
              "none",
              "-1 to 1, not included; 0 when there is no relation, or nobody has anything; never"
                  + " further from 0 than the Gini coefficient",
              "rises when something goes from a lower to a higher rank; the same when all values are"
                  + " multiplied",
              "Wagstaff, Van Doorslaer and Paci (1989), rank of Van Doorslaer and Koolman (2004); R"
                  + " accessibility, concentration_index type CI"),
          List.of("concentration(income)", "concentration(income,lightest_first)"),
          ConcentrationIndex::readPlain);

  static final InequalityForm CORRECTED =
      new InequalityForm(
          "concentration_corrected",
          List.of(
              "concentration_corrected(ranking_column)",
              "concentration_corrected(ranking_column,lightest_first)",
              "concentration_corrected(ranking_column,shared|lightest_first,lower,upper)"),
          "the concentration index corrected for the mean and the bounds of access, which are those"
              + " among the people unless given"
              + OPTION,
          new Contract(
              "E = 4 mu / (upper - lower) C = 8 / (upper - lower) sum_i p_i (A_i - mu) (R_i - 1/2),"
                  + " "
                  + RANK,
              "none",
              "-1 to 1; 0 when there is no relation, or all have the same",
              "rises when something goes from a lower to a higher rank, bounds unchanged; the same"
                  + " when all values and bounds are multiplied or raised",
              "Erreygers (2009); R accessibility, concentration_index type CIc"),
          List.of(
              "concentration_corrected(income)", "concentration_corrected(income,shared,0,100000)"),
          ConcentrationIndex::readCorrected);

  /** Which rank zones have that are ranked equal. */
  public enum Ties {
    /** All the same, in the middle of them: it does not matter how people are split over zones. */
    SHARED,
    /**
     * One after the other, fewest people first, then in the order of the input: R accessibility.
     */
    LIGHTEST_FIRST
  }

  private ConcentrationIndex() {}

  private static InequalityStatistic readPlain(StatisticText text) {
    text.requireSize(1, 2, PLAIN);
    var ties = text.option(1, Ties.class).orElse(Ties.SHARED);
    return InequalityStatistic.of(
            text,
            "concentration",
            people -> of(people.values(), people.weights(), people.ranking(), ties))
        .rankedBy(text.column(0));
  }

  private static InequalityStatistic readCorrected(StatisticText text) {
    text.requireSize(text.size() == 3 ? 4 : 1, 4, CORRECTED);
    var ties = text.option(1, Ties.class).orElse(Ties.SHARED);
    InequalityStatistic.SingleFormula formula;
    if (text.size() == 4) {
      double lower = text.number(2, "the lower bound");
      double upper = text.number(3, "the upper bound");
      if (lower >= upper) {
        throw text.wrong(3, "expected an upper bound above the lower one");
      }
      formula =
          people ->
              corrected(people.values(), people.weights(), people.ranking(), ties, lower, upper);
    } else {
      formula = people -> corrected(people.values(), people.weights(), people.ranking(), ties);
    }
    return InequalityStatistic.of(text, "concentration_corrected", formula)
        .rankedBy(text.column(0));
  }

  /**
   * The plain index.
   *
   * @param values what each has, finite, 0 or more
   * @param weights people, 0 or more
   * @param ranking for example income, not NaN
   * @param ties rank of zones that are ranked equal
   * @return -1 to 1; 0 when nobody has anything
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double of(double[] values, double[] weights, double[] ranking, Ties ties) {
    var sorted = WeightedValues.ofAmounts(values, weights);
    double covariance = covariance(sorted, values, weights, ranking, ties);
    return covariance == 0 ? 0 : 2 * covariance / sorted.mean();
  }

  /**
   * The corrected index, with the smallest and largest value among the people as bounds.
   *
   * @param values what each has, finite, 0 or more
   * @param weights people, 0 or more
   * @param ranking for example income, not NaN
   * @param ties rank of zones that are ranked equal
   * @return -1 to 1; 0 when all have the same
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double corrected(double[] values, double[] weights, double[] ranking, Ties ties) {
    var sorted = WeightedValues.ofAmounts(values, weights);
    double range = sorted.value(sorted.size() - 1) - sorted.value(0);
    double covariance = covariance(sorted, values, weights, ranking, ties);
    return covariance == 0 ? 0 : 8 * covariance / range;
  }

  /**
   * The corrected index between given bounds, such as nothing and everything there is.
   *
   * @param values what each has, within the bounds
   * @param weights people, 0 or more
   * @param ranking for example income, not NaN
   * @param ties rank of zones that are ranked equal
   * @param lower least that one can have, 0 or more
   * @param upper most that one can have, finite, above lower
   * @return -1 to 1
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double corrected(
      double[] values, double[] weights, double[] ranking, Ties ties, double lower, double upper) {
    if (!(lower >= 0 && lower < upper && upper < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "expected finite bounds of 0 or more, the upper above the lower, but got %s and %s"
              .formatted(lower, upper));
    }
    var sorted = WeightedValues.ofAmounts(values, weights);
    double least = sorted.value(0);
    double most = sorted.value(sorted.size() - 1);
    if (least < lower || most > upper) {
      throw new IllegalArgumentException(
          "expected values within the bounds %s and %s, but got %s to %s"
              .formatted(lower, upper, least, most));
    }
    return 8 * covariance(sorted, values, weights, ranking, ties) / (upper - lower);
  }

  /**
   * Weighted covariance of the values and the fractional rank, in shares of the weight: exactly 0
   * when all have the same.
   */
  private static double covariance(
      WeightedValues sorted, double[] values, double[] weights, double[] ranking, Ties ties) {
    double total = WeightedValues.of(ranking, weights).totalWeight();
    if (sorted.size() == 1) {
      return 0;
    }
    int[] order = order(weights, ranking);
    return covariance(
        total,
        sorted.mean(),
        inOrder(order, values),
        inOrder(order, weights),
        inOrder(order, ranking),
        ties);
  }

  private static double[] inOrder(int[] order, double[] numbers) {
    return IntStream.of(order).mapToDouble(i -> numbers[i]).toArray();
  }

  /**
   * The same over people who stand in the order of their ranking.
   *
   * @param total sum of the weights
   * @param mean weighted mean of the values
   */
  static double covariance(
      double total, double mean, double[] values, double[] weights, double[] ranking, Ties ties) {
    double before = 0;
    double sum = 0;
    int next = 0;
    while (next < values.length) {
      int first = next;
      double weight = 0;
      double deviation = 0;
      do {
        weight += weights[next];
        deviation += weights[next] * (values[next] - mean);
        next++;
      } while (ties == Ties.SHARED && next < values.length && ranking[next] == ranking[first]);
      double rank = (before + weight / 2) / total;
      // Deviations add up to 0, so the mean rank of a half need not be taken off.
      sum += deviation / total * rank;
      before += weight;
    }
    return sum;
  }

  /** Who has weight, by rising ranking, then by rising weight, then as they come. */
  private static int[] order(double[] weights, double[] ranking) {
    return IntStream.range(0, weights.length)
        .filter(i -> weights[i] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> ranking[i] + 0.0)
                .thenComparingDouble(i -> weights[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
