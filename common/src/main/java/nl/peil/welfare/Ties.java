package nl.peil.welfare;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values in rising order, with those together that are equal but for rounding: a share of 1 that is
 * a sum of parts may be 0.9999999999999999.
 */
final class Ties {

  /** Values that differ by less, relative to their size, are equal. */
  private static final double ROUNDING = 1e-9;

  /** Places of the values, rising. */
  private final int[] order;

  /**
   * Where each group of equal values ends in that order, exclusive; as many as there are groups.
   */
  private final int[] ends;

  private Ties(int[] order, int[] ends) {
    this.order = order;
    this.ends = ends;
  }

  /**
   * Sorts values; the array is not changed.
   *
   * @param values finite values
   */
  static Ties of(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ends =
        IntStream.range(0, order.length)
            .filter(i -> i == order.length - 1 || !equal(values[order[i]], values[order[i + 1]]))
            .map(i -> i + 1)
            .toArray();
    return new Ties(order, ends);
  }

  private static boolean equal(double low, double high) {
    return high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high));
  }

  /** These numbers, one to a value, in the order of the values. */
  int[] order(int[] numbers) {
    return IntStream.of(order).map(i -> numbers[i]).toArray();
  }

  /** Number of different values. */
  int groups() {
    return ends.length;
  }

  /**
   * The mid-rank of each value: the weight of all lower ones and half of that of the equal ones,
   * itself included.
   *
   * @param weights weight of each value, 0 or more
   * @param ranks where they go, in the order of the values
   */
  void midRanks(double[] weights, double[] ranks) {
    double below = 0;
    int start = 0;
    for (int end : ends) {
      double equal = 0;
      for (int i = start; i < end; i++) {
        equal += weights[order[i]];
      }
      double rank = below + equal / 2;
      for (int i = start; i < end; i++) {
        ranks[order[i]] = rank;
      }
      below += equal;
      start = end;
    }
  }
}
