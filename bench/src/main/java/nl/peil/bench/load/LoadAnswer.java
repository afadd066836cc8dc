package nl.peil.bench.load;

import java.util.Locale;
import java.util.Map;
import nl.peil.bench.harness.Answer;

/** What loaders are compared by: the pairs of every mode, and the sum of their minutes. */
final class LoadAnswer {

  /** Minutes are stored as float; sums of them, in any order, as double. */
  private static final double TOLERANCE = 1e-9;

  private LoadAnswer() {}

  static void add(Answer answer, String mode, long pairs, double minutes) {
    answer.with(mode + " pairs", 0, pairs).with(mode + " minutes", TOLERANCE, minutes);
  }

  static Map<String, String> size(long bytes, long pairs) {
    return Map.of(
        "MB", String.format(Locale.ROOT, "%.1f", bytes / 1e6),
        "bytes per pair", String.format(Locale.ROOT, "%.2f", bytes / (double) pairs));
  }
}
