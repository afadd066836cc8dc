package nl.peil.jobs;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a command did, as its caller sees it.
 *
 * @param code exit code
 * @param out what it printed to its output
 * @param err what it printed to standard error meanwhile
 */
record Command(int code, String out, String err) {

  /** Runs a command in this VM, in the session that is there. */
  static Command run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code =
          Peil.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8), false);
      return new Command(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }
}
