package nl.peil.inequality;

import java.math.BigDecimal;
import java.util.List;
import nl.peil.model.Contract;

/**
 * Weighted quantiles: by the first two rules values of the data, by the third also in between.
 *
 * <p>Cumulated weights are sums of rounded numbers, so they count as equal to p times the total
 * when they differ by less than 1e-12 of the total: 0.7 of ten persons is seven persons. For whole
 * numbers of persons up to a billion and p with three decimals that is exact.
 */
public final class WeightedQuantiles {

  static final InequalityForm FORM =
      new InequalityForm(
          "quantile",
          List.of("quantile(p)", "quantile(p,reached|crossed|interpolated)"),
          "what a share p of the people have at most; unreachable counts as infinite; the word"
              + " chooses the definition",
          new Contract(
              "reached: smallest A at which the cumulated weight is p or more; crossed: above p;"
                  + " interpolated: linear between the persons at floor(1 + (n-1) p) and the next",
              "as the value",
              "smallest to largest value; infinite when it falls among the unreachable",
              "never falls with a value or with p",
              "lower weighted quantile (reached, the default); Conveyal Analysis (crossed);"
                  + " Hmisc::wtd.quantile of R (interpolated)"),
          List.of("quantile(0.9)", "quantile(0.5,crossed)", "quantile(0.1,interpolated)"),
          WeightedQuantiles::read);

  private static final double TOLERANCE = 1e-12;

  /** Where the cumulated weight has to come. */
  public enum Rule {
    /** The lower quantile, ours: the smallest value at which the cumulated weight reaches p. */
    REACHED,
    /**
     * The rule of Conveyal: the smallest value at which the cumulated weight lies strictly above p;
     * the largest value when none does (p = 1).
     */
    CROSSED,
    /**
     * The rule of R's Hmisc::wtd.quantile (type "quantile", weights as they are): every unit of
     * weight is one person, and between the persons at floor(1 + (n-1) p) and the next it is
     * linear; n is the total weight. So it does depend on the size of the weights: with n of 1 or
     * less it is the largest value, and with a fraction in n it can stay below the largest at p =
     * 1.
     */
    INTERPOLATED
  }

  private WeightedQuantiles() {}

  private static InequalityStatistic read(StatisticText text) {
    text.requireSize(1, 2, FORM);
    double p = text.number(0, "p");
    if (p > 1) {
      throw text.wrong(0, "expected p as a share from 0 to 1, for example 0.9");
    }
    var rule = text.rule(1);
    var percent = new BigDecimal(text.word(0)).movePointRight(2).stripTrailingZeros();
    return InequalityStatistic.of(
            text,
            "p" + percent.toPlainString(),
            people -> quantiles(people.values(), people.weights(), rule, p)[0])
        .countingUnreachable();
  }

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
   * @return for each share one of the values, or by {@link Rule#INTERPOLATED} one in between
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
      double slack = TOLERANCE * total;
      result[i] =
          switch (rule) {
            case REACHED -> firstAbove(sorted, mark(p, total));
            case CROSSED -> firstAbove(sorted, p * total + slack);
            case INTERPOLATED -> interpolated(sorted, 1 + (total - 1) * p, total);
          };
    }
    return result;
  }

  /**
   * By {@link Rule#REACHED} the quantile is the first value whose cumulated weight lies above this.
   *
   * @param p share of the weight, 0 to 1
   * @param total sum of the weights
   */
  static double mark(double p, double total) {
    return p * total - TOLERANCE * total;
  }

  /** The value of the person at a place, counted from 1, that may lie between two persons. */
  private static double interpolated(WeightedValues sorted, double place, double total) {
    double slack = TOLERANCE * total;
    double nearest = Math.rint(place);
    // Who stands at the 90th percentile is not above it: 9.999999999999998 is the tenth person.
    double exact = Math.abs(place - nearest) <= slack ? nearest : place;
    double low = Math.max(Math.floor(exact), 1);
    double high = Math.min(low + 1, total);
    double part = exact - Math.floor(exact);
    double below = firstAbove(sorted, low - slack);
    if (part == 0 || Double.isInfinite(below)) {
      return below;
    }
    double above = firstAbove(sorted, high - slack);
    return Math.min(above, below + part * (above - below));
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
