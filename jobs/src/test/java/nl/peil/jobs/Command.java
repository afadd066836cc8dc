package nl.peil.jobs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.peil.jobs.cli.Console;

/**
 * What a command did, as its caller sees it.
 *
 * @param code exit code
 * @param out what it printed to its output
 * @param err what it printed to standard error
 */
record Command(int code, String out, String err) {

  /** Runs a command in this VM, in the session that is there. */
  static Command run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = Peil.run(List.of(words), new Console(printing(out), printing(err), false));
    return new Command(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printing(OutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
