package nl.peil.jobs.cli;

import java.io.PrintStream;

/**
 * Where a command speaks.
 *
 * @param out results and progress
 * @param err what goes wrong, and what is said to a person while the output is for a program
 * @param terminal a person looks at the output as it comes
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {

  /** The one of this process. */
  public static Console ofProcess() {
    return new Console(
        System.out, System.err, System.console() != null && !"dumb".equals(System.getenv("TERM")));
  }

  /** Says what is wrong. */
  public void problem(String message) {
    err.println("peil: " + message);
  }

  /** Says what to do about it, or where to look, below the problem. */
  public void advice(String text) {
    err.println("      " + text);
  }
}
