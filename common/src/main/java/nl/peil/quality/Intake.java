package nl.peil.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the books while one file is read: rows read, loaded and set aside. Conservation holds by
 * construction: every row that is read ends in exactly one of {@link #loaded} and {@link
 * #quarantine}.
 */
public final class Intake {

  private final String table;
  private final String file;
  private final List<QuarantinedRow> quarantined = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Long> countedByRule = new LinkedHashMap<>();
  private final Map<String, Long> firstLineByRule = new LinkedHashMap<>();
  private long loaded;
  private long towardsLimit;

  /**
   * Opens the books of a file.
   *
   * @param table table that the rows are meant for
   * @param file the file, relative to the delivery
   */
  public Intake(String table, String file) {
    this.table = table;
    this.file = file;
  }

  /** Books one row as loaded. */
  public void loaded() {
    loaded++;
  }

  /** Books many rows as loaded. */
  public void loaded(long rows) {
    loaded += rows;
  }

  /** Sets a row aside that counts towards the limit of bad rows. */
  public void quarantine(long line, String rule, String raw) {
    towardsLimit++;
    setAside(line, rule, raw);
  }

  /**
   * Sets a row aside that is right in itself but lies outside what is studied (a school over the
   * border of the zone set). It does not count towards the limit of bad rows.
   */
  public void outside(long line, String rule, String raw) {
    setAside(line, rule, raw);
  }

  private void setAside(long line, String rule, String raw) {
    quarantined.add(new QuarantinedRow(table, file, line, rule, raw));
    countedByRule.merge(rule, 1L, Long::sum);
    firstLineByRule.putIfAbsent(rule, line);
  }

  /** Records a warning about the file. */
  public void warn(String rule, long line, long count, String message, String advice) {
    findings.add(new Finding(Severity.WARN, rule, table, file, line, count, message, advice));
  }

  /** Records something good to know about the file. */
  public void info(String rule, long count, String message) {
    findings.add(new Finding(Severity.INFO, rule, table, file, 0, count, message, ""));
  }

  /** Rows read: loaded plus quarantined. */
  public long rowsRead() {
    return loaded + quarantined.size();
  }

  /** Rows loaded. */
  public long rowsLoaded() {
    return loaded;
  }

  /** The table that the rows are meant for. */
  public String table() {
    return table;
  }

  /** The file these books are about, relative to the delivery. */
  public String file() {
    return file;
  }

  /** Rows set aside, in the order of the file. */
  public List<QuarantinedRow> quarantined() {
    return Collections.unmodifiableList(quarantined);
  }

  /** Everything to say about this file: one finding per rule that rows broke, then the warnings. */
  public List<Finding> findings() {
    var all = new ArrayList<Finding>();
    countedByRule.forEach(
        (rule, count) ->
            all.add(
                new Finding(
                    Severity.QUARANTINE,
                    rule,
                    table,
                    file,
                    firstLineByRule.getOrDefault(rule, 0L),
                    count,
                    count + " of " + rowsRead() + " rows set aside",
                    "see the table quarantine for the rows as they stood")));
    all.addAll(findings);
    return all;
  }

  /**
   * Closes the books: rejects the file when too large a share of its rows is bad.
   *
   * @param maxShare largest share of bad rows that is accepted, 0 to 1
   * @throws RejectedFileException when the share is larger
   */
  public void close(double maxShare) throws RejectedFileException {
    if (towardsLimit > maxShare * rowsRead()) {
      var worst = countedByRule.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      var line = firstLineByRule.getOrDefault(worst.getKey(), 0L);
      throw new RejectedFileException(
          "too_many_bad_rows",
          table,
          file,
          line,
          "expected at most %.1f %% bad rows; %,d of %,d are, most of them %s (first: '%s')"
              .formatted(
                  100 * maxShare,
                  towardsLimit,
                  rowsRead(),
                  worst.getKey(),
                  quarantined.stream()
                      .filter(q -> q.rule().equals(worst.getKey()))
                      .findFirst()
                      .orElseThrow()
                      .raw()),
          "correct the file or its description in the configuration, or raise quality.max_bad_share");
    }
  }
}
