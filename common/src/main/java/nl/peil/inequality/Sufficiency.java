package nl.peil.inequality;

import java.util.List;
import java.util.function.DoublePredicate;
import nl.peil.model.Contract;

/**
 * Share of the people who have enough: 1 minus {@link Fgt} with alpha 0. Exactly at the line, or
 * exactly at the norm, is enough.
 */
public final class Sufficiency {

  private static final String RESULT = "sufficiency_share";
  private static final String SOURCE = "1 - FGT_0 of Foster, Greer and Thorbecke (1984)";

  static final InequalityForm FROM_LINE =
      new InequalityForm(
          "sufficiency",
          List.of("sufficiency(line)"),
          "share of the people with access at the line or above",
          new Contract(
              "sum_i p_i over A_i >= z = 1 - FGT_0",
              "share",
              "0 to 1",
              "never falls with a value, never rises when the line rises",
              SOURCE),
          List.of("sufficiency(10000)"),
          Sufficiency::readLine);

  static final InequalityForm WITHIN_NORM =
      new InequalityForm(
          "sufficiency_within",
          List.of("sufficiency_within(norm)"),
          "share of the people with a time at the norm or below; unreachable is not",
          new Contract(
              "sum_i p_i over t_i <= z = 1 - FGT_0",
              "share",
              "0 to 1",
              "never rises with a time, never falls when the norm rises",
              SOURCE),
          List.of("sufficiency_within(30)"),
          Sufficiency::readNorm);

  private Sufficiency() {}

  private static InequalityStatistic readLine(StatisticText text) {
    text.requireSize(1, 1, FROM_LINE);
    double line = text.positive(0, "the line");
    return InequalityStatistic.of(
        text, RESULT, people -> share(people.values(), people.weights(), line));
  }

  private static InequalityStatistic readNorm(StatisticText text) {
    text.requireSize(1, 1, WITHIN_NORM);
    double norm = text.positive(0, "the norm in minutes");
    return InequalityStatistic.of(
            text, RESULT, people -> shareWithin(people.values(), people.weights(), norm))
        .countingUnreachable();
  }

  /**
   * Share with access at the line or above.
   *
   * @param access what each has, 0 or more, infinite allowed
   * @param weights people, 0 or more
   * @param line line, not NaN
   * @return 0 to 1
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double share(double[] access, double[] weights, double line) {
    return share(WeightedValues.ofAmountsOrUnreachable(access, weights), line);
  }

  /** Share with access at the line or above, over amounts that are sorted already. */
  static double share(WeightedValues sorted, double line) {
    return share(sorted, line, value -> value >= line);
  }

  /**
   * Share with a time at the norm or below.
   *
   * @param minutes time of each, 0 or more, infinite when unreachable
   * @param weights people, 0 or more
   * @param norm norm in minutes, not NaN
   * @return 0 to 1
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double shareWithin(double[] minutes, double[] weights, double norm) {
    return share(
        WeightedValues.ofAmountsOrUnreachable(minutes, weights), norm, value -> value <= norm);
  }

  private static double share(WeightedValues sorted, double limit, DoublePredicate enough) {
    if (Double.isNaN(limit)) {
      throw new IllegalArgumentException("expected a line or norm, but got NaN");
    }
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      if (enough.test(sorted.value(i))) {
        sum += sorted.weight(i);
      }
    }
    return sum / sorted.totalWeight();
  }
}
