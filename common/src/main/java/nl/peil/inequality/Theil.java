package nl.peil.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.model.Contract;

/**
 * Theil's T with weights: the sum of p (A/mu) ln(A/mu), with p the share of the weight and mu the
 * weighted mean. 0 when all have the same, ln(n) when one of n has everything.
 *
 * <p>It is the sum of what lies between groups (everybody has the mean of the group) and what lies
 * within them (the index of each group, weighted with its share of the value).
 */
public final class Theil {

  static final InequalityForm FORM =
      new InequalityForm(
          "theil",
          List.of("theil", "theil(group_column)"),
          "how unequally the value is spread; with groups also between and within them, which add"
              + " up to the total",
          new Contract(
              "T = sum_i p_i (A_i/mu) ln(A_i/mu); between = sum_g s_g ln(mu_g/mu), within = sum_g"
                  + " s_g T_g, s share of the value; T = between + within",
              "none; theil_between_share is a share of theil",
              "0 (all have the same, or nobody has anything) up to ln(n) when one of n persons has"
                  + " everything; theil_between_share from 0 to 1, none when theil is 0",
              "falls when something goes from who has more to who has less; the same when all"
                  + " values are multiplied; between never falls when groups are split",
              "Theil (1967), decomposition Shorrocks (1980); R accessibility, theil_t, where 0 has"
                  + " no value: here it adds nothing, the limit of x ln x"),
          List.of("theil", "theil(province)"),
          Theil::read);

  private Theil() {}

  /**
   * What lies between groups and what within them.
   *
   * @param between index when everybody has the mean of the group, 0 or more
   * @param within indexes of the groups, weighted with their shares of the value, 0 or more
   */
  public record Decomposition(double between, double within) {

    /** The index over all: 0 or more. */
    public double total() {
      return between + within;
    }

    /** Share of the total that lies between groups, 0 to 1; NaN when the total is 0. */
    public double betweenShare() {
      return between / total();
    }
  }

  private static InequalityStatistic read(StatisticText text) {
    text.requireSize(0, 1, FORM);
    if (text.size() == 0) {
      return InequalityStatistic.of(
          text, "theil", people -> total(people.values(), people.weights()));
    }
    return InequalityStatistic.of(
            text,
            List.of("theil", "theil_between", "theil_within", "theil_between_share"),
            people -> {
              var parts = decompose(people.values(), people.weights(), people.groups());
              return new double[] {
                parts.total(), parts.between(), parts.within(), parts.betweenShare()
              };
            })
        .groupedBy(text.column(0));
  }

  /**
   * The index over all.
   *
   * @param values what each has, finite, 0 or more; 0 adds nothing, the limit of x ln x
   * @param weights how many each stands for, 0 or more
   * @return 0 or more; 0 when nobody has anything
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double total(double[] values, double[] weights) {
    return of(WeightedValues.ofAmounts(values, weights));
  }

  /**
   * The index in two parts.
   *
   * @param values what each has, finite, 0 or more
   * @param weights how many each stands for, 0 or more
   * @param groups the group of each
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static Decomposition decompose(double[] values, double[] weights, List<String> groups) {
    if (groups.size() != values.length) {
      throw new IllegalArgumentException(
          "expected as many groups as values, but got %d and %d"
              .formatted(groups.size(), values.length));
    }
    WeightedValues.ofAmounts(values, weights);
    // Sorted, so that the same groups in another order add up to the same last digit.
    Map<String, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0) {
        members.computeIfAbsent(groups.get(i), g -> new ArrayList<>()).add(i);
      }
    }
    var groupWeights = new double[members.size()];
    var means = new double[members.size()];
    var indexes = new double[members.size()];
    int g = 0;
    for (var its : members.values()) {
      var sorted =
          WeightedValues.of(
              its.stream().mapToDouble(i -> values[i]).toArray(),
              its.stream().mapToDouble(i -> weights[i]).toArray());
      groupWeights[g] = sorted.totalWeight();
      means[g] = sorted.mean();
      indexes[g++] = of(sorted);
    }
    return new Decomposition(between(groupWeights, means), within(groupWeights, means, indexes));
  }

  /**
   * The part between groups, from their aggregates.
   *
   * @param weights how many are in each group, 0 or more
   * @param means what they have on average, finite, 0 or more
   * @return 0 or more
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double between(double[] weights, double[] means) {
    return total(means, weights);
  }

  /**
   * The part within groups, from their aggregates.
   *
   * @param weights how many are in each group, 0 or more
   * @param means what they have on average, finite, 0 or more
   * @param indexes the index over each group, finite, 0 or more
   * @return 0 or more; 0 when nobody has anything
   * @throws IllegalArgumentException when the input is not as described, or has no weight
   */
  public static double within(double[] weights, double[] means, double[] indexes) {
    WeightedValues.ofAmounts(means, weights);
    WeightedValues.ofAmounts(indexes, weights);
    double amount = 0;
    double sum = 0;
    for (int g = 0; g < weights.length; g++) {
      if (weights[g] > 0) {
        amount += weights[g] * means[g];
        sum += weights[g] * means[g] * indexes[g];
      }
    }
    return amount == 0 ? 0 : sum / amount;
  }

  /** The index over amounts that are sorted already. */
  static double of(WeightedValues sorted) {
    double weight = sorted.totalWeight();
    double mean = sorted.mean();
    if (mean == 0 || sorted.size() == 1) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      double ratio = sorted.value(i) / mean;
      if (ratio > 0) {
        sum += sorted.weight(i) / weight * ratio * Math.log(ratio);
      }
    }
    return Math.max(0, sum);
  }
}
