package nl.peil.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Table of all that was compared, written to {@code target/conformance.md} and printed when the
 * tests are over, whether they agreed or not.
 */
final class ConformanceReport implements AutoCloseable {

  private static final Path FILE = Path.of("target", "conformance.md");

  private final List<Comparison> comparisons = new ArrayList<>();

  /**
   * Begins a comparison that will be in the table.
   *
   * @param source where the expected numbers come from
   * @param measure what is measured
   */
  Comparison compare(String source, String measure, Tolerance tolerance) {
    var comparison = new Comparison(source, measure, tolerance);
    comparisons.add(comparison);
    return comparison;
  }

  /** The table in Markdown. */
  String table() {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("source", "measure", "rows", "largest relative error", "tolerance"));
    comparisons.stream()
        .sorted(Comparator.comparing(Comparison::source).thenComparing(Comparison::measure))
        .forEach(
            c ->
                lines.add(
                    List.of(
                        c.source(),
                        c.measure(),
                        String.format(Locale.ROOT, "%,d", c.compared()),
                        c.largest() == 0 ? "0" : String.format(Locale.ROOT, "%.1e", c.largest()),
                        c.tolerance().text())));
    int[] widths = new int[5];
    for (var line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    var table = new StringBuilder();
    for (var line : lines) {
      for (int i = 0; i < widths.length; i++) {
        table.append(String.format("| %-" + widths[i] + "s ", line.get(i)));
      }
      table.append("|\n");
      if (line == lines.get(0)) {
        for (int width : widths) {
          table.append("| ").append("-".repeat(width)).append(' ');
        }
        table.append("|\n");
      }
    }
    int all = comparisons.stream().mapToInt(Comparison::compared).sum();
    return String.format(
        Locale.ROOT,
        "# Conformance%n%n%s%n%,d rows in all. The error of a literal is mostly that of its rounding;"
            + " it is absolute where 0 is expected.%n",
        table,
        all);
  }

  @Override
  public void close() {
    var table = table();
    System.out.println(table);
    try {
      Files.createDirectories(FILE.toAbsolutePath().getParent());
      Files.writeString(FILE, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
