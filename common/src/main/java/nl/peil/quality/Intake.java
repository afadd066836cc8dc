package nl.peil.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps the books while one file is read: rows read, loaded, unreachable and set aside.
 * Conservation holds by construction: every row that is read ends in exactly one of {@link
 * #loaded}, {@link #unreachable}, {@link #quarantine} and {@link #outside}. Counts are exact; of
 * the rows set aside the text is kept for the first {@value #MAX_KEPT} and for the first of every
 * rule, so that a file of millions of bad rows does not fill the memory.
 */
public final class Intake {

  /** Rows set aside whose text is kept, per file. */
  public static final int MAX_KEPT = 10_000;

  private final String table;
  private final String file;
  private final List<QuarantinedRow> kept = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Map<String, String> adviceByRule = new HashMap<>();
  private long loaded;
  private long unreachable;
  private long notSelected;
  private long setAside;
  private long towardsLimit;

  /** What is known of one broken rule. */
  private static final class Tally {
    private final QuarantinedRow first;
    private long count;
    private long towardsLimit;

    private Tally(QuarantinedRow first) {
      this.first = first;
    }
  }

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

  /** Books rows that say with a declared code that there is no journey: right, but not stored. */
  public void unreachable(long rows) {
    unreachable += rows;
  }

  /** Books one row that the configuration does not select. */
  public void notSelected() {
    notSelected++;
  }

  /** Sets a row aside that counts towards the limit of bad rows. */
  public void quarantine(long line, String rule, String raw) {
    setAside(line, rule, () -> raw).towardsLimit++;
    towardsLimit++;
  }

  /**
   * Sets a row aside that counts towards the limit of bad rows; its text is asked for only when it
   * is kept.
   */
  public void quarantine(long line, String rule, Supplier<String> raw) {
    setAside(line, rule, raw).towardsLimit++;
    towardsLimit++;
  }

  /**
   * Sets a row aside that is right in itself but lies outside what is studied (a school over the
   * border of the zone set). It does not count towards the limit of bad rows.
   */
  public void outside(long line, String rule, String raw) {
    setAside(line, rule, () -> raw);
  }

  private Tally setAside(long line, String rule, Supplier<String> raw) {
    var tally = tallies.get(rule);
    if (tally == null || kept.size() < MAX_KEPT) {
      var row = new QuarantinedRow(table, file, line, rule, raw.get());
      kept.add(row);
      if (tally == null) {
        tally = new Tally(row);
        tallies.put(rule, tally);
      }
    }
    tally.count++;
    setAside++;
    return tally;
  }

  /**
   * Says what to do about rows that break a rule, when the reader of the file knows more than "look
   * at the rows": it stands in the finding of the rule and in the rejection of the file.
   */
  public void advise(String rule, String advice) {
    adviceByRule.put(rule, advice);
  }

  /** Records a warning about the file. */
  public void warn(String rule, long line, long count, String message, String advice) {
    findings.add(new Finding(Severity.WARN, rule, table, file, line, count, message, advice));
  }

  /** Records something good to know about the file. */
  public void info(String rule, long count, String message) {
    findings.add(new Finding(Severity.INFO, rule, table, file, 0, count, message, ""));
  }

  /** Rows read: loaded, left out and quarantined together. */
  public long rowsRead() {
    return loaded + unreachable + notSelected + setAside;
  }

  /** Rows that say themselves that there is nothing to store: unreachable, or not selected. */
  public long rowsLeftOut() {
    return unreachable + notSelected;
  }

  /** Rows loaded. */
  public long rowsLoaded() {
    return loaded;
  }

  /** Rows with a declared code for unreachable; they are not stored. */
  public long rowsUnreachable() {
    return unreachable;
  }

  /** Rows set aside, whether their text was kept or not. */
  public long rowsQuarantined() {
    return setAside;
  }

  /** Rows set aside under a rule; 0 when none broke it. */
  public long rowsQuarantined(String rule) {
    var tally = tallies.get(rule);
    return tally == null ? 0 : tally.count;
  }

  /** The table that the rows are meant for. */
  public String table() {
    return table;
  }

  /** The file these books are about, relative to the delivery. */
  public String file() {
    return file;
  }

  /** Rows set aside whose text was kept, in the order of the file. */
  public List<QuarantinedRow> quarantined() {
    return Collections.unmodifiableList(kept);
  }

  private static String shortened(String raw) {
    return raw.length() <= 80 ? raw : raw.substring(0, 77) + "...";
  }

  /** Everything to say about this file: one finding per rule that rows broke, then the warnings. */
  public List<Finding> findings() {
    var all = new ArrayList<Finding>();
    var look =
        setAside > kept.size()
            ? "see the table quarantine for the first %,d rows as they stood".formatted(kept.size())
            : "see the table quarantine for the rows as they stood";
    tallies.forEach(
        (rule, tally) ->
            all.add(
                new Finding(
                    Severity.QUARANTINE,
                    rule,
                    table,
                    file,
                    tally.first.line(),
                    tally.count,
                    "%,d of %,d rows set aside; the first: '%s'"
                        .formatted(tally.count, rowsRead(), shortened(tally.first.raw())),
                    adviceByRule.getOrDefault(rule, look))));
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
      var worst = tallies.values().stream().max(Intake::compareBad).orElseThrow().first;
      throw new RejectedFileException(
          "too_many_bad_rows",
          table,
          file,
          worst.line(),
          "expected at most %.1f %% bad rows; %,d of %,d are, most of them %s (first: '%s')"
              .formatted(100 * maxShare, towardsLimit, rowsRead(), worst.rule(), worst.raw()),
          adviceByRule.getOrDefault(
              worst.rule(),
              "correct the file or its description in the configuration, or raise"
                  + " quality.max_bad_share"));
    }
  }

  private static int compareBad(Tally a, Tally b) {
    return Long.compare(a.towardsLimit, b.towardsLimit);
  }
}
