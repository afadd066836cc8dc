package nl.peil.bench.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Seconds of the counted rounds, in their order.
 *
 * @param seconds at least one
 */
public record Timings(List<Double> seconds) {

  /**
   * Keeps a copy.
   *
   * @throws IllegalArgumentException when there are none
   */
  public Timings {
    seconds = List.copyOf(seconds);
    if (seconds.isEmpty()) {
      throw new IllegalArgumentException("expected at least one counted round");
    }
  }

  /** The middle one; of an even number the mean of the two in the middle. */
  public double median() {
    double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The shortest. */
  public double min() {
    return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** The longest. */
  public double max() {
    return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /**
   * How many times the seconds of another this takes, round by round: what disturbed the machine in
   * a round disturbed both.
   *
   * @throws IllegalArgumentException when the other was timed in another number of rounds
   */
  public Timings per(Timings other) {
    if (other.seconds.size() != seconds.size()) {
      throw new IllegalArgumentException("expected the same rounds");
    }
    var ratios = new Double[seconds.size()];
    Arrays.setAll(ratios, i -> seconds.get(i) / other.seconds.get(i));
    return new Timings(List.of(ratios));
  }

  /** Median and range, for example {@code 3.21 (3.10-3.44)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3g (%.3g-%.3g)", median(), min(), max());
  }
}
