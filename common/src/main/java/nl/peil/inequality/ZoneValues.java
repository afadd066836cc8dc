package nl.peil.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link InequalityStatistic} is made of: a value and a number of people per zone, and
 * where it is needed the ranking or the group of these people. Nothing is changed or copied.
 */
public final class ZoneValues {

  private final double[] values;
  private final double[] weights;
  private final double @Nullable [] ranking;
  private final @Nullable List<@Nullable String> groups;

  private ZoneValues(
      double[] values,
      double[] weights,
      double @Nullable [] ranking,
      @Nullable List<@Nullable String> groups) {
    this.values = values;
    this.weights = weights;
    this.ranking = ranking;
    this.groups = groups;
  }

  /**
   * Values with people.
   *
   * @param values value per zone; NaN where it is missing, positive infinity for a time or cost
   *     where there is no way to get there
   * @param weights people per zone, finite, 0 or more
   * @throws IllegalArgumentException when the lengths differ, a value is negative infinity, or a
   *     weight is not as described
   */
  public static ZoneValues of(double[] values, double[] weights) {
    requireLength("weights", weights.length, values);
    for (int i = 0; i < values.length; i++) {
      WeightedValues.requireWeight(i, weights[i]);
      if (values[i] == Double.NEGATIVE_INFINITY) {
        throw new IllegalArgumentException(
            "value %d: expected a number, NaN for missing or Infinity for unreachable, but got %s"
                .formatted(i, values[i]));
      }
    }
    return new ZoneValues(values, weights, null, null);
  }

  /**
   * The same zones with what their people are ranked by.
   *
   * @param ranking for example income per person; NaN where it is missing
   * @throws IllegalArgumentException when there are not as many as values
   */
  public ZoneValues rankedBy(double[] ranking) {
    requireLength("rankings", ranking.length, values);
    return new ZoneValues(values, weights, ranking, groups);
  }

  /**
   * The same zones with the group of their people.
   *
   * @param groups for example the province; null or blank where it is missing
   * @throws IllegalArgumentException when there are not as many as values
   */
  public ZoneValues groupedBy(List<@Nullable String> groups) {
    requireLength("groups", groups.size(), values);
    return new ZoneValues(values, weights, ranking, groups);
  }

  private static void requireLength(String what, int length, double[] values) {
    if (length != values.length) {
      throw new IllegalArgumentException(
          "expected as many %s as values, but got %d and %d"
              .formatted(what, length, values.length));
    }
  }

  boolean isRanked() {
    return ranking != null;
  }

  boolean isGrouped() {
    return groups != null;
  }

  /** The zones that count, with people and with nothing missing that is needed. */
  ZoneValues counted(boolean unreachableToo, boolean ranked, boolean grouped) {
    IntPredicate counts =
        i ->
            weights[i] > 0
                && !Double.isNaN(values[i])
                && (unreachableToo || !Double.isInfinite(values[i]))
                && !(ranked && Double.isNaN(ranking()[i]))
                && !(grouped && isMissing(given(groups).get(i)));
    int[] at = IntStream.range(0, values.length).filter(counts).toArray();
    List<@Nullable String> its = null;
    if (grouped) {
      its = new ArrayList<>();
      for (int i : at) {
        its.add(given(groups).get(i));
      }
    }
    return new ZoneValues(
        pick(values, at), pick(weights, at), ranked ? pick(ranking(), at) : null, its);
  }

  private static boolean isMissing(@Nullable String group) {
    return group == null || group.isBlank();
  }

  private static double[] pick(double[] all, int[] at) {
    return IntStream.of(at).mapToDouble(i -> all[i]).toArray();
  }

  private static <T> T given(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("asked for a ranking or groups that were not given");
    }
    return part;
  }

  int size() {
    return values.length;
  }

  double people() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  double[] values() {
    return values;
  }

  double[] weights() {
    return weights;
  }

  double[] ranking() {
    return given(ranking);
  }

  /** The groups of zones that count, so none is missing. */
  List<String> groups() {
    var present = new ArrayList<String>();
    for (var group : given(groups)) {
      present.add(given(group));
    }
    return present;
  }
}
