package nl.peil.jobs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.peil.run.Cause;
import nl.peil.run.TableDiff;
import nl.peil.run.TableDiff.Change;
import nl.peil.table.TableSpec;
import org.jspecify.annotations.Nullable;

/**
 * What diff says, line by line.
 *
 * @param out takes a line
 */
record DiffText(Consumer<String> out) {

  private static final int SHORT_HASH = 16;
  private static final int SLICES_SHOWN = 3;

  /** The table, and which of its slices were made. */
  void table(TableSpec table, OptionalLong before, OptionalLong after, List<String> slices) {
    out.accept("");
    out.accept(
        "%s  version %s -> %s"
            .formatted(
                table,
                before.isPresent() ? before.getAsLong() : "none",
                after.isPresent() ? after.getAsLong() : "none"));
    var more =
        slices.size() > SLICES_SHOWN ? " and " + (slices.size() - SLICES_SHOWN) + " more" : "";
    out.accept(
        "  written       "
            + slices.stream().limit(SLICES_SHOWN).collect(Collectors.joining(", "))
            + more);
  }

  /** How its rows differ. */
  void rows(TableDiff diff) {
    if (diff.isEmpty()) {
      out.accept("  rows          no number differs");
      return;
    }
    out.accept(
        "  rows          %,d changed, %,d added, %,d removed"
            .formatted(diff.changed(), diff.added(), diff.removed()));
    if (!diff.columns().isEmpty()) {
      out.accept(
          "  columns       "
              + diff.columns().entrySet().stream()
                  .map(e -> "%s (%,d)".formatted(e.getKey(), e.getValue()))
                  .collect(Collectors.joining(", ")));
    }
    changes("largest changes", diff.absolute());
    changes("largest relative changes", diff.relative());
    changes("other changes", diff.other());
  }

  private void changes(String title, List<Change> changes) {
    if (!changes.isEmpty()) {
      out.accept("  " + title);
      changes.forEach(change -> out.accept("    " + text(change)));
    }
  }

  private static String text(Change change) {
    return change.key().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" "))
        + "  "
        + change.column()
        + " "
        + change.before()
        + " -> "
        + change.after()
        + difference(change.before(), change.after());
  }

  private static String difference(@Nullable String before, @Nullable String after) {
    if (before == null || after == null) {
      return "";
    }
    try {
      double then = Double.parseDouble(before);
      double now = Double.parseDouble(after);
      var relative = then == 0 ? "" : ", " + signed((now - then) / Math.abs(then) * 100, 3) + " %";
      return "  (" + signed(now - then, 6) + relative + ")";
    } catch (NumberFormatException e) {
      return ""; // a text: there is no difference to tell
    }
  }

  /** A number with its sign, in so many digits. */
  private static String signed(double number, int digits) {
    var rounded = BigDecimal.valueOf(number).round(new MathContext(digits)).stripTrailingZeros();
    boolean readable = Math.abs(number) >= 1e-6 && Math.abs(number) < 1e12;
    var text = readable ? rounded.toPlainString() : rounded.toString();
    return number > 0 ? "+" + text : text;
  }

  /** The table was deleted in between. */
  void madeAnew() {
    out.accept("  rows          the table was made anew in between: what it was is gone");
  }

  /** A version can no longer be read. */
  void gone() {
    out.accept("  rows          cannot be compared: VACUUM or log retention took a version away");
  }

  /** Which of the causes. */
  void because(Set<Integer> causes) {
    out.accept(
        "  because of    "
            + (causes.isEmpty()
                ? "nothing: made again from the same"
                : causes.stream().map(String::valueOf).collect(Collectors.joining(", "))));
  }

  /** The tables of which no slice was written. */
  void unchanged(List<String> tables) {
    if (!tables.isEmpty()) {
      out.accept("");
      out.accept("unchanged       " + String.join(", ", tables));
    }
  }

  /** The causes, numbered from 1. */
  void causes(List<Cause> causes) {
    if (causes.isEmpty()) {
      return;
    }
    out.accept("");
    out.accept("causes");
    for (int i = 0; i < causes.size(); i++) {
      out.accept("  %3d  %s".formatted(i + 1, text(causes.get(i))));
      if (causes.get(i) instanceof Cause.OfSettings settings) {
        settings.without().forEach(line -> out.accept("         - " + line));
        settings.with().forEach(line -> out.accept("         + " + line));
      }
    }
  }

  private static String text(Cause cause) {
    if (cause instanceof Cause.OfFile file) {
      return "file " + file.path() + file(file.before(), file.after());
    } else if (cause instanceof Cause.OfSettings settings) {
      return "settings of " + settings.table();
    } else if (cause instanceof Cause.OfCode code) {
      return "code of %s: %s -> %s".formatted(code.table(), code.before(), code.after());
    } else if (cause instanceof Cause.OfSlice slice) {
      return slice.name() + (slice.came() ? " is new" : " is gone");
    }
    throw new IllegalStateException("no text for " + cause);
  }

  private static String file(String before, String after) {
    if (before.isEmpty()) {
      return " is new: sha256 " + hash(after);
    }
    return after.isEmpty()
        ? " is gone: sha256 was " + hash(before)
        : " changed: sha256 %s -> %s".formatted(hash(before), hash(after));
  }

  private static String hash(String sha256) {
    return sha256.length() <= SHORT_HASH ? sha256 : sha256.substring(0, SHORT_HASH) + "...";
  }
}
