package nl.peil.quality;

/**
 * A file cannot be used at all. Nothing of it is stored, and what was stored before stays as it
 * was.
 */
public final class RejectedFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  /**
   * Says why the file is rejected.
   *
   * @param rule stable name of the broken rule, snake_case
   * @param table table that the file was meant for
   * @param file the file, relative to the delivery
   * @param line line that shows it, from 1; 0 when it is the file as a whole
   * @param message what was expected and what came
   * @param advice what to do
   */
  public RejectedFileException(
      String rule, String table, String file, long line, String message, String advice) {
    this(new Finding(Severity.REJECT, rule, table, file, line, 1, message, advice));
  }

  /** Rejects with a finding that was made elsewhere. */
  public RejectedFileException(Finding finding) {
    super(finding.describe());
    this.finding = finding;
  }

  /** The finding to record. */
  public Finding finding() {
    return finding;
  }
}
