package nl.peil.bench.harness;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a contestant came to, so that nobody wins by computing something else.
 *
 * @param series numbers by name, for example the values of all zones of one measure
 */
public record Answer(SortedMap<String, Series> series) {

  /**
   * Numbers in an order that all contestants share; NaN where there is no value.
   *
   * @param values the numbers
   * @param tolerance largest relative difference that counts as equal; 0: exactly equal
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by differs() only
  public record Series(double[] values, double tolerance) {

    private Optional<String> differs(Series other) {
      if (values.length != other.values.length) {
        return Optional.of(values.length + " numbers against " + other.values.length);
      }
      for (int i = 0; i < values.length; i++) {
        if (!equal(values[i], other.values[i])) {
          return Optional.of("number " + i + ": " + values[i] + " against " + other.values[i]);
        }
      }
      return Optional.empty();
    }

    private boolean equal(double one, double other) {
      if (Double.isNaN(one) || Double.isNaN(other)) {
        return Double.isNaN(one) && Double.isNaN(other);
      }
      return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
    }
  }

  /** No numbers yet. */
  public Answer() {
    this(new TreeMap<>());
  }

  /** Adds a series. */
  public Answer with(String name, double tolerance, double... values) {
    series.put(name, new Series(values, tolerance));
    return this;
  }

  /** How many numbers there are. */
  public long size() {
    return series.values().stream().mapToLong(each -> each.values().length).sum();
  }

  /** The first difference, in words; empty when both say the same. */
  public Optional<String> differs(Answer other) {
    if (!series.keySet().equals(other.series.keySet())) {
      return Optional.of("answers on " + series.keySet() + " against " + other.series.keySet());
    }
    for (var entry : series.entrySet()) {
      var difference =
          entry.getValue().differs(other.series.getOrDefault(entry.getKey(), entry.getValue()));
      if (difference.isPresent()) {
        return Optional.of(entry.getKey() + ", " + difference.get());
      }
    }
    return Optional.empty();
  }
}
