package nl.peil.jobs.ikob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes tables of numbers as IKOB does: commas, LF, whole numbers without a point and all others
 * with 18 decimals and an exponent, which is more than enough to read the same number back.
 */
final class ResultFiles {

  private int written;

  /** Files written so far. */
  int written() {
    return written;
  }

  /** A number rounded to the nearest whole one, halves to even. */
  static String rounded(double value) {
    return Long.toString((long) Math.rint(value));
  }

  /** One row of numbers without header: a value for every zone. */
  void row(Path file, double[] values) throws IOException {
    write(
        file,
        Arrays.stream(values)
            .mapToObj(Scientific::text)
            .collect(Collectors.joining(",", "", "\n")));
  }

  /**
   * A table with a row per zone.
   *
   * @param header names of columns
   * @param rows number of rows
   * @param fields fields of a row
   */
  void table(Path file, List<String> header, int rows, IntFunction<List<String>> fields)
      throws IOException {
    var text = new StringBuilder(String.join(",", header)).append('\n');
    for (int row = 0; row < rows; row++) {
      text.append(String.join(",", fields.apply(row))).append('\n');
    }
    write(file, text.toString());
  }

  /** A workbook of IKOB as CSV: the zone, 1 to N, comes first. */
  void workbook(Path file, List<String> header, int rows, IntFunction<List<String>> fields)
      throws IOException {
    table(
        file,
        IntStream.rangeClosed(0, header.size())
            .mapToObj(column -> column == 0 ? "Zone" : header.get(column - 1))
            .toList(),
        rows,
        row -> {
          var rest = fields.apply(row);
          return IntStream.rangeClosed(0, rest.size())
              .mapToObj(column -> column == 0 ? Integer.toString(row + 1) : rest.get(column - 1))
              .toList();
        });
  }

  /** A file appears when it is whole. */
  private void write(Path file, String text) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    written++;
  }
}
