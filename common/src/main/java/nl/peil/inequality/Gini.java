package nl.peil.inequality;

import java.util.List;
import nl.peil.model.Contract;

/**
 * Gini coefficient with weights: 1 minus twice the area under the Lorenz curve, in trapezoids. 0
 * when all have the same, (n-1)/n when one of n has everything; always below 1.
 */
public final class Gini {

  static final InequalityForm FORM =
      new InequalityForm(
          "gini",
          List.of("gini"),
          "how unequally the value is spread, whoever has it",
          new Contract(
              "G = 1 - sum_i p_i (L_(i-1) + L_i), i by rising A, p share of the people, L share of"
                  + " the value cumulated up to i",
              "none",
              "0 (all have the same, or nobody has anything) up to, not including, 1; (n-1)/n when"
                  + " one of n persons has everything",
              "falls when something goes from who has more to who has less; the same when all"
                  + " values are multiplied",
              "Gini (1912), through the Lorenz curve in trapezoids; R accessibility, gini_index"),
          List.of("gini"),
          Gini::read);

  private Gini() {}

  private static InequalityStatistic read(StatisticText text) {
    text.requireSize(0, 0, FORM);
    return InequalityStatistic.of(
        text, "gini", people -> Gini.of(people.values(), people.weights()));
  }

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
