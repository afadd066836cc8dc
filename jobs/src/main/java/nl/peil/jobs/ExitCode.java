package nl.peil.jobs;

/**
 * How a command ends, as a scheduler sees it. The numbers are part of what others rely on: a new
 * meaning gets a new number.
 */
public enum ExitCode {

  /** All went well. */
  DONE(0, "done", "nothing", false),

  /** Something went wrong that is neither the configuration nor the data. */
  FAILED(
      1, "failed", "read the last line, then the log; run again: what was finished is kept", true),

  /** The command line or the configuration is wrong; nothing was done. */
  WRONG_USAGE(
      2,
      "command line or configuration wrong, or a file that the configuration names is not there",
      "the message names file, line and key; correct it and run again",
      false),

  /** At least one file was rejected; the rest is stored. */
  DATA_REJECTED(
      3,
      "data rejected: at least one file was not used; everything else is up to date",
      "see the findings; correct the file and run again",
      false),

  /** Another command works on the same output; nothing was done. */
  OUTPUT_IN_USE(
      4,
      "another command works on the same output; nothing was done",
      "wait, or let it be waited for: --lock wait",
      true),

  /** Only of {@code status --check}: the tables are not what they should be. */
  NOT_WELL(
      5,
      "status --check found the tables stale, failed or empty",
      "read the reasons of the health line; most often ./peil run is what it asks for",
      false),

  /** Stopped by the user, or by the system. */
  INTERRUPTED(130, "stopped with Ctrl-C or SIGTERM", "run again to go on", true);

  private final int code;
  private final String meaning;
  private final String remedy;
  private final boolean again;

  ExitCode(int code, String meaning, String remedy, boolean again) {
    this.code = code;
    this.meaning = meaning;
    this.remedy = remedy;
    this.again = again;
  }

  /** The number that the program ends with. */
  public int code() {
    return code;
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }

  /** True when the same command may go well later, with nobody correcting anything. */
  public boolean worthTryingAgain() {
    return again;
  }
}
