package nl.peil.bench.harness;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The results as a Markdown file, written anew after every part: a run that fails keeps some. */
public final class Report {

  private final Path file;
  private final String origin;
  private final PrintStream out;
  private final StringBuilder text = new StringBuilder();

  /**
   * An empty report.
   *
   * @param file file to write
   * @param command command that measures this
   * @param machine where
   * @param out where each part is printed, too
   */
  public Report(Path file, String command, Machine machine, PrintStream out) {
    this.file = file;
    this.origin = "`" + command + "` on " + machine.text();
    this.out = out;
  }

  /** Adds a part: every part says itself how and where it was measured. */
  public void add(String title, String markdown) throws IOException {
    var part = "## %s\n\n%s\n\n%s\n".formatted(title, origin, markdown.strip());
    text.append(text.isEmpty() ? "" : "\n").append(part);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text.toString());
    out.println();
    out.println(part);
  }
}
