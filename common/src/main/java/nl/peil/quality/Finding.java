package nl.peil.quality;

/**
 * Something a reader of the results should know about the data behind them.
 *
 * @param severity how serious it is
 * @param rule stable name of the rule, snake_case, for example {@code negative_time}
 * @param table table that the data was meant for
 * @param file file it was found in, relative to the delivery; empty when it concerns no single file
 * @param line first line or feature (from 1, header included); 0 when it concerns no single line
 * @param count number of rows, zones, cells or persons concerned; the message says which
 * @param message what was expected and what came
 * @param advice what to do; empty when nothing needs doing
 */
public record Finding(
    Severity severity,
    String rule,
    String table,
    String file,
    long line,
    long count,
    String message,
    String advice) {

  /** One line for a person: place, rule, message and advice. */
  public String describe() {
    var place = file.isEmpty() ? table : line > 0 ? file + ":" + line : file;
    return place + " [" + rule + "] " + message + (advice.isEmpty() ? "" : " -> " + advice);
  }
}
