package nl.peil.inequality;

import java.util.Arrays;

/**
 * Values with weights, checked, by rising value, equal values together. The basis of every
 * statistic here: what is built on it cannot depend on the order of the input.
 */
final class WeightedValues {

  private final double[] values;
  private final double[] weights;

  private WeightedValues(double[] values, double[] weights) {
    this.values = values;
    this.weights = weights;
  }

  /**
   * Checks and sorts; the arrays are not changed.
   *
   * @throws IllegalArgumentException when the lengths differ, a value is NaN, a weight is negative
   *     or not finite, or there is no weight at all
   */
  static WeightedValues of(double[] values, double[] weights) {
    if (values.length != weights.length) {
      throw new IllegalArgumentException(
          "expected as many weights as values, but got %d and %d"
              .formatted(weights.length, values.length));
    }
    var distinct = new double[values.length];
    int weighing = 0;
    for (int i = 0; i < values.length; i++) {
      requireWeight(i, weights[i]);
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException(
            "value %d is NaN: leave out what has no value before".formatted(i));
      }
      if (weights[i] > 0) {
        distinct[weighing++] = values[i] + 0.0; // makes -0.0 equal to 0.0
      }
    }
    if (weighing == 0) {
      throw new IllegalArgumentException(
          "expected at least one value with a weight above 0, but got none among " + values.length);
    }
    Arrays.sort(distinct, 0, weighing);
    int size = 1;
    for (int i = 1; i < weighing; i++) {
      if (distinct[i] != distinct[size - 1]) {
        distinct[size++] = distinct[i];
      }
    }
    var sums = new double[size];
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0) {
        sums[Arrays.binarySearch(distinct, 0, size, values[i] + 0.0)] += weights[i];
      }
    }
    return new WeightedValues(Arrays.copyOf(distinct, size), sums);
  }

  /**
   * As {@link #of}, for values that do not fall: nothing is sorted.
   *
   * @param values rising, equal values together
   * @param weights as many, above 0
   * @throws IllegalArgumentException when there are none, a value is NaN or lower than the one
   *     before, or a weight is not a finite number above 0
   */
  static WeightedValues ofRising(double[] values, double[] weights) {
    var distinct = new double[values.length];
    var sums = new double[values.length];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      requireWeight(i, weights[i]);
      if (weights[i] == 0) {
        throw new IllegalArgumentException(
            "weight %d is 0: leave out what has no weight before".formatted(i));
      }
      if (Double.isNaN(values[i]) || (i > 0 && values[i] < values[i - 1])) {
        throw new IllegalArgumentException(
            "value %d: expected numbers that do not fall, but got %s".formatted(i, values[i]));
      }
      if (i == 0 || values[i] > values[i - 1]) {
        distinct[size++] = values[i];
      }
      sums[size - 1] += weights[i];
    }
    if (size == 0) {
      throw new IllegalArgumentException("expected at least one value with a weight above 0");
    }
    return new WeightedValues(Arrays.copyOf(distinct, size), Arrays.copyOf(sums, size));
  }

  /**
   * Checks one weight.
   *
   * @throws IllegalArgumentException when it is negative or not finite
   */
  static void requireWeight(int i, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight %d: expected a finite number of 0 or more, but got %s".formatted(i, weight));
    }
  }

  /**
   * As {@link #of}, for statistics of shares of a total.
   *
   * @throws IllegalArgumentException also when a value is negative or infinite
   */
  static WeightedValues ofAmounts(double[] values, double[] weights) {
    var sorted = of(values, weights);
    if (sorted.values[0] < 0 || sorted.values[sorted.size() - 1] == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "expected finite values of 0 or more, but got %s to %s"
              .formatted(sorted.values[0], sorted.values[sorted.size() - 1]));
    }
    return sorted;
  }

  /**
   * As {@link #of}, for statistics that see on which side of a line a value lies.
   *
   * @throws IllegalArgumentException also when a value is negative
   */
  static WeightedValues ofAmountsOrUnreachable(double[] values, double[] weights) {
    var sorted = of(values, weights);
    if (sorted.values[0] < 0) {
      throw new IllegalArgumentException(
          "expected values of 0 or more, but got " + sorted.values[0]);
    }
    return sorted;
  }

  /** Number of different values. */
  int size() {
    return values.length;
  }

  /** The i-th value, rising. */
  double value(int i) {
    return values[i];
  }

  /** The weight of all that have the i-th value, more than 0. */
  double weight(int i) {
    return weights[i];
  }

  /** Sum of the weights. */
  double totalWeight() {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }

  /** Weighted mean. */
  double mean() {
    return totalAmount() / totalWeight();
  }

  /** Sum of values times weights. */
  double totalAmount() {
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      total += values[i] * weights[i];
    }
    return total;
  }
}
