package nl.peil.bench.setting;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.peil.jobs.ExitCode;
import nl.peil.jobs.Peil;
import nl.peil.jobs.cli.Console;

/** The command {@code peil}, run in this process; what it prints is kept until it fails. */
public final class PeilCommand {

  private PeilCommand() {}

  /**
   * Runs it.
   *
   * @param words command line
   * @throws IllegalStateException when it does not end with exit code 0
   */
  public static void run(String... words) {
    var printed = new ByteArrayOutputStream();
    int code;
    try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      code = Peil.run(List.of(words), new Console(out, out, false));
    }
    if (code != ExitCode.DONE.code()) {
      throw new IllegalStateException(
          "expected exit code 0 of 'peil %s', got %d; it said:%n%s"
              .formatted(String.join(" ", words), code, printed.toString(StandardCharsets.UTF_8)));
    }
  }
}
