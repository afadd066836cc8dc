package nl.peil.jobs;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.peil.run.RowComparison;
import nl.peil.run.RowComparison.Compared;
import nl.peil.run.RowComparison.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What explain says of a number that was computed again.
 *
 * @param out takes a line
 */
record RecomputedText(Consumer<String> out) {

  /** The number computed again beside the number stored. */
  void comparison(RowComparison comparison, Map<String, Long> versions, @Nullable String only) {
    computedFrom(versions);
    for (var column : comparison.columns()) {
      if (only == null || only.equals(column.column()) || column.outcome() == Outcome.DIFFERENT) {
        out.accept(
            "    %s %-28s %s"
                .formatted(
                    column.outcome() == Outcome.DIFFERENT ? "!" : " ",
                    column.column(),
                    compared(column)));
      }
    }
    out.accept(
        !comparison.holds()
            ? "  IT DOES NOT HOLD: the table says something else than its inputs give"
            : comparison.bitEqual()
                ? "  it holds: all %d values are equal to the last bit"
                    .formatted(comparison.columns().size())
                : "  it holds: all %d values are equal to %s of the number, not all to the last bit"
                    .formatted(comparison.columns().size(), RowComparison.TOLERANCE));
  }

  private static String compared(Compared column) {
    var sign =
        switch (column.outcome()) {
          case SAME -> "=";
          case CLOSE -> "~";
          case DIFFERENT -> "is not";
        };
    return value(column.computed()) + " " + sign + " " + value(column.stored()) + " stored";
  }

  /** The inputs give no such row. */
  void noSuchRow(Map<String, Long> versions) {
    computedFrom(versions);
    out.accept("  IT DOES NOT HOLD: the inputs give no row with this key");
  }

  /** A version is no longer there to compute from. */
  void gone(Map<String, Long> versions) {
    out.accept("");
    out.accept(
        "  not computed again: VACUUM or log retention took away a version among %s"
            .formatted(list(versions)));
  }

  private void computedFrom(Map<String, Long> versions) {
    out.accept("");
    out.accept("  computed again from " + list(versions));
  }

  private static String list(Map<String, Long> versions) {
    return versions.entrySet().stream()
        .map(e -> e.getKey() + " version " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /** A value as text. */
  static String value(@Nullable Object value) {
    return value == null
        ? "null"
        : value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
  }
}
