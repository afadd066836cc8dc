package nl.peil.inequality;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nl.peil.model.Contract;

/**
 * Poverty measures of Foster, Greer and Thorbecke: the mean over all people of the relative
 * shortfall to the power alpha, 0 for who has enough. Alpha 0 is the share of people who fall
 * short, 1 how far they do, 2 counts those who fall far short more.
 *
 * <p>Who is exactly at the line or the norm has enough.
 */
public final class Fgt {

  /** Largest relative excess over a norm that counts unless another is given: twice the norm. */
  public static final double CAP = 1;

  static final InequalityForm BELOW =
      new InequalityForm(
          "fgt",
          List.of("fgt(alpha,line)"),
          "access below a line: share of the people (alpha 0), how far (1), and squared (2)",
          new Contract(
              "FGT_a = sum_i p_i ((z - A_i)/z)^a over A_i < z",
              "share (alpha 0), share of the line (1), its square (2)",
              "0 (nobody below the line) to 1 (nobody has anything)",
              "never rises with a value, never falls when the line rises; alpha 2 <= 1 <= 0",
              "Foster, Greer and Thorbecke (1984); R accessibility, fgt_poverty"),
          List.of("fgt(0,10000)", "fgt(1,100000)", "fgt(2,100000)"),
          Fgt::readBelow);

  static final InequalityForm OVER =
      new InequalityForm(
          "fgt_over",
          List.of("fgt_over(alpha,norm)", "fgt_over(alpha,norm,cap)"),
          "time over a norm: share of the people (alpha 0), how far (1), and squared (2); cap is"
              + " the largest excess that counts, in norms, 1 unless given; unreachable counts as"
              + " the cap",
          new Contract(
              "FGT_a = sum_i p_i min((t_i - z)/z, cap)^a over t_i > z; t infinite counts as the cap",
              "share (alpha 0), norms (1), norms squared (2)",
              "0 (nobody over the norm) to cap^a (everybody at (1 + cap) norms or more, or"
                  + " unreachable)",
              "never falls with a time or the cap, never rises when the norm rises",
              "Foster, Greer and Thorbecke (1984), turned over for times; the cap is ours"),
          List.of("fgt_over(0,30)", "fgt_over(1,30)", "fgt_over(2,30,3)"),
          Fgt::readOver);

  private Fgt() {}

  private static InequalityStatistic readBelow(StatisticText text) {
    text.requireSize(2, 2, BELOW);
    int alpha = alpha(text);
    double line = text.positive(1, "the line");
    return InequalityStatistic.of(
        text, "fgt" + alpha, people -> below(alpha, people.values(), people.weights(), line));
  }

  private static InequalityStatistic readOver(StatisticText text) {
    text.requireSize(2, 3, OVER);
    int alpha = alpha(text);
    double norm = text.positive(1, "the norm in minutes");
    double cap = text.size() > 2 ? text.positive(2, "the cap") : CAP;
    return InequalityStatistic.of(
            text,
            "fgt" + alpha + "_over",
            people -> over(alpha, people.values(), people.weights(), norm, cap))
        .countingUnreachable();
  }

  private static int alpha(StatisticText text) {
    double alpha = text.number(0, "alpha");
    if (alpha != 0 && alpha != 1 && alpha != 2) {
      throw text.wrong(0, "expected alpha as 0, 1 or 2");
    }
    return (int) alpha;
  }

  /**
   * Access below a line.
   *
   * @param alpha 0, 1 or 2
   * @param access what each has, 0 or more, infinite allowed
   * @param weights people, 0 or more
   * @param line line above 0; below it, and not at it, is too little
   * @return 0 to 1
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double below(int alpha, double[] access, double[] weights, double line) {
    return below(alpha, WeightedValues.ofAmountsOrUnreachable(access, weights), line);
  }

  /** Access below a line, over amounts that are sorted already. */
  static double below(int alpha, WeightedValues sorted, double line) {
    requirePositive("line", line);
    return mean(alpha, sorted, value -> (line - value) / line);
  }

  /**
   * Time over a norm.
   *
   * @param alpha 0, 1 or 2
   * @param minutes time of each, 0 or more, infinite when unreachable
   * @param weights people, 0 or more
   * @param norm norm in minutes, above 0; above it, and not at it, is too much
   * @param cap largest excess that counts, in norms, finite and above 0; unreachable counts as this
   * @return 0 to cap to the power alpha
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double over(
      int alpha, double[] minutes, double[] weights, double norm, double cap) {
    requirePositive("norm", norm);
    requirePositive("cap", cap);
    return mean(
        alpha,
        WeightedValues.ofAmountsOrUnreachable(minutes, weights),
        value -> Math.min((value - norm) / norm, cap));
  }

  private static double mean(int alpha, WeightedValues sorted, DoubleUnaryOperator shortfall) {
    if (alpha < 0 || alpha > 2) {
      throw new IllegalArgumentException("expected alpha as 0, 1 or 2, but got " + alpha);
    }
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      double gap = shortfall.applyAsDouble(sorted.value(i));
      if (gap > 0) {
        sum += sorted.weight(i) * Math.pow(gap, alpha);
      }
    }
    return sum / sorted.totalWeight();
  }

  private static void requirePositive(String what, double number) {
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "expected a finite %s above 0, but got %s".formatted(what, number));
    }
  }
}
