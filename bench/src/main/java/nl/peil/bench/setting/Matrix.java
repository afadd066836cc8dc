package nl.peil.bench.setting;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import nl.peil.model.Mode;

/**
 * The file of one matrix and how it is written, so that others than Peil can read it.
 *
 * @param mode mode
 * @param file long CSV, packed with gzip when its name says so
 * @param delimiter character between fields
 * @param decimalComma minutes are written as 12,3
 * @param header names of all columns, in order
 * @param origin place of the column with origins, from 0; codes are whole numbers
 * @param destination place of the column with destinations
 * @param minutes place of the column with minutes
 * @param unreachable minutes that mean that a pair cannot be reached
 */
public record Matrix(
    Mode mode,
    Path file,
    char delimiter,
    boolean decimalComma,
    List<String> header,
    int origin,
    int destination,
    int minutes,
    List<Double> unreachable) {

  /**
   * Reads the header of a file.
   *
   * @param columns header by the name that Peil uses for it
   * @throws IllegalArgumentException when a column is not there
   */
  static Matrix of(
      Mode mode,
      Path file,
      char delimiter,
      boolean decimalComma,
      Map<String, String> columns,
      List<Double> unreachable)
      throws IOException {
    var line = new StringBuilder();
    try (var in = open(file)) {
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        line.append((char) b);
      }
    }
    var names = line.toString().strip().split(Pattern.quote(String.valueOf(delimiter)), -1);
    var header = Arrays.stream(names).map(name -> name.replace("\"", "")).toList();
    return new Matrix(
        mode,
        file,
        delimiter,
        decimalComma,
        header,
        place(header, columns, "origin", file),
        place(header, columns, "destination", file),
        place(header, columns, "minutes", file),
        unreachable);
  }

  private static int place(
      List<String> header, Map<String, String> columns, String column, Path file) {
    int place = header.indexOf(columns.getOrDefault(column, ""));
    if (place < 0) {
      throw new IllegalArgumentException(
          "%s: expected a column '%s' for %s, found %s; the benchmarks read long CSV whose columns the configuration names"
              .formatted(file, columns.get(column), column, header));
    }
    return place;
  }

  /** The content, unpacked. */
  public InputStream open() throws IOException {
    return open(file);
  }

  private static InputStream open(Path file) throws IOException {
    var in = Files.newInputStream(file);
    return packed(file) ? new GZIPInputStream(in, 1 << 16) : new BufferedInputStream(in);
  }

  /** The file is packed. */
  public boolean packed() {
    return packed(file);
  }

  private static boolean packed(Path file) {
    return file.toString().endsWith(".gz");
  }
}
