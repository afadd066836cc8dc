package nl.peil.config;

import java.time.Duration;

/**
 * What a command does when another one works on the same output folder.
 *
 * @param waits wait for it; else refuse at once
 * @param waitMinutes the longest wait in minutes
 */
public record LockConfig(boolean waits, double waitMinutes) {

  /** Refuse. */
  public static final LockConfig DEFAULT = new LockConfig(false, 60);

  /** Reads {@code lock}. */
  static LockConfig read(Section section) {
    var policy = section.text("policy", "refuse");
    if (!policy.equals("refuse") && !policy.equals("wait")) {
      section.problem("policy", "expected refuse or wait, got '" + policy + "'");
    }
    var lock =
        new LockConfig(
            policy.equals("wait"),
            section.number("wait_minutes", DEFAULT.waitMinutes(), 0, 60 * 24 * 7));
    section.done();
    return lock;
  }

  /** How long to wait, with what the command line says instead: wait, refuse or null. */
  public Duration longestWait(@org.jspecify.annotations.Nullable String onCommandLine) {
    boolean patient = onCommandLine == null ? waits : onCommandLine.equals("wait");
    return patient ? Duration.ofMillis(Math.round(waitMinutes * 60_000)) : Duration.ZERO;
  }
}
