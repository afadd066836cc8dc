package nl.peil.jobs.cli;

import java.util.List;
import java.util.Locale;

/**
 * How much a part of the program tells in the log.
 *
 * @param logger package or class; empty: everything that has no level of its own
 * @param level the level, in capitals
 */
public record LogLevel(String logger, String level) {

  /** The levels, from much to nothing. */
  static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error", "off");

  private static final String OURS = "nl.peil";
  private static final String ALL = "all";

  /**
   * Reads a text of the command line: {@code debug} is about Peil itself, {@code
   * org.apache.spark=info} about a package, {@code all=info} about everything.
   *
   * @throws IllegalArgumentException when it names no level
   */
  public static LogLevel of(String text) {
    int equals = text.indexOf('=');
    var logger = equals < 0 ? OURS : text.substring(0, equals).strip();
    var level = text.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
    if (!LEVELS.contains(level) || logger.isEmpty()) {
      throw new IllegalArgumentException(
          "--log-level takes %s (about Peil itself), PACKAGE=LEVEL or all=LEVEL, got '%s'"
              .formatted(String.join(", ", LEVELS), text));
    }
    return new LogLevel(logger.equals(ALL) ? "" : logger, level.toUpperCase(Locale.ROOT));
  }
}
