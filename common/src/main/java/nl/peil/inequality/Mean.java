package nl.peil.inequality;

import java.util.List;
import nl.peil.model.Contract;

/** Weighted mean: the sum of p A, with p the share of the weight. */
public final class Mean {

  static final InequalityForm FORM =
      new InequalityForm(
          "mean",
          List.of("mean"),
          "what people have on average",
          new Contract(
              "mu = sum_i P_i A_i / sum_i P_i",
              "as the value",
              "between the smallest and the largest value",
              "rises with every value",
              "arithmetic mean with weights"),
          List.of("mean"),
          Mean::read);

  private Mean() {}

  private static InequalityStatistic read(StatisticText text) {
    text.requireSize(0, 0, FORM);
    return InequalityStatistic.of(text, "mean", people -> of(people.values(), people.weights()));
  }

  /**
   * The mean.
   *
   * @param values values, negative allowed; one that is infinite makes the mean so
   * @param weights how many each stands for, 0 or more
   * @throws IllegalArgumentException when a value is NaN, a weight is not as described, or there is
   *     no weight
   */
  public static double of(double[] values, double[] weights) {
    return WeightedValues.of(values, weights).mean();
  }
}
