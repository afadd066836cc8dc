package nl.peil.quality;

/**
 * A row that broke a rule and was not loaded.
 *
 * @param table table that the row was meant for
 * @param file file it stands in, relative to the delivery
 * @param line line number from 1, header included; for geographic files the line where the feature
 *     starts, or its position
 * @param rule stable name of the broken rule, snake_case
 * @param raw the row as it stood in the file, cut at 1,000 characters
 */
public record QuarantinedRow(String table, String file, long line, String rule, String raw) {

  /** Longest raw text that is kept. */
  public static final int MAX_RAW = 1000;

  /** Cuts raw text that is too long to keep. */
  public QuarantinedRow {
    raw = raw.length() > MAX_RAW ? raw.substring(0, MAX_RAW) : raw;
  }
}
