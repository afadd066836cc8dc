package nl.peil.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nl.peil.jobs.Peil;
import nl.peil.jobs.cli.Console;

/** The command in a process of its own, which says at its end how much memory it took. */
public final class ChildRun {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private ChildRun() {}

  /**
   * Runs the command.
   *
   * @param words file to write the memory to, then the command line of Peil
   */
  public static void main(String[] words) throws IOException {
    var command = List.of(Arrays.copyOfRange(words, 1, words.length));
    int code = Peil.run(command, Console.ofProcess());
    Files.writeString(Path.of(words[0]), peak());
    System.exit(code);
  }

  /** Largest resident memory so far; unknown where there is no /proc. */
  private static String peak() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return "unknown on this system";
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
        .map(kilobytes -> "%.2f GiB".formatted(Long.parseLong(kilobytes) / 1048576.0))
        .findFirst()
        .orElse("unknown on this system");
  }
}
