package nl.peil.source.travel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import nl.peil.quality.RejectedFileException;

/**
 * A CSV file of numbers and nothing else, in full precision: rows of as many numbers each, with
 * commas between them and decimal points. A first line that does not begin with a number is a
 * header and is skipped, and so are a byte order mark and empty lines.
 *
 * @param file name for messages
 * @param rows the numbers, by row and column; all finite
 * @param header a header was skipped
 */
@SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
public record NumberGrid(String file, double[][] rows, boolean header) {

  /**
   * Reads a file whole.
   *
   * @param in its bytes, plain or gzip; closed afterwards
   * @param file name for messages
   * @param table what it is meant for, for messages
   * @throws RejectedFileException when it is empty, a field is no number, or rows differ in length;
   *     with the line
   */
  public static NumberGrid read(InputStream in, String file, String table)
      throws IOException, RejectedFileException {
    try (var scanner = new RowScanner(unpacked(in), ',', 0, 0, SquareCursor.MAX_LINE)) {
      scanner.skipByteOrderMark();
      var rows = new ArrayList<double[]>();
      boolean header = false;
      boolean first = true;
      while (scanner.next()) {
        if (first && Double.isNaN(number(scanner, 0)) && !blank(scanner)) {
          header = true;
        } else if (!blank(scanner)) {
          rows.add(row(scanner, rows, file, table));
        }
        first = false;
      }
      if (rows.isEmpty()) {
        throw new RejectedFileException(
            "empty_file",
            table,
            file,
            0,
            header
                ? "expected rows of numbers, there is only a header"
                : "expected rows of numbers, the file is empty",
            "ask for the file again");
      }
      return new NumberGrid(file, rows.toArray(double[][]::new), header);
    } catch (LineTooLongException e) {
      throw new RejectedFileException(
          "line_too_long",
          table,
          file,
          e.line(),
          "expected a line of at most %,d bytes".formatted(e.maxLine()),
          "check that this is a text file with one zone per line");
    } catch (ZipException e) {
      throw new RejectedFileException(
          "broken_gzip",
          table,
          file,
          0,
          "expected a whole gzip file: " + e.getMessage(),
          "transfer the file again");
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    var bytes = new BufferedInputStream(in, 1 << 16);
    bytes.mark(2);
    boolean packed = bytes.read() == 0x1F && bytes.read() == 0x8B;
    bytes.reset();
    return packed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  private static boolean blank(RowScanner scanner) {
    return scanner.fields() == 1 && scanner.text(0).isBlank();
  }

  private static double number(RowScanner scanner, int field) {
    return WideNumber.parse(scanner.bytes(), scanner.from(field), scanner.to(field));
  }

  private static double[] row(
      RowScanner scanner, ArrayList<double[]> before, String file, String table)
      throws RejectedFileException {
    int columns = before.isEmpty() ? scanner.fields() : before.get(0).length;
    if (scanner.fields() != columns) {
      throw new RejectedFileException(
          "wrong_row_length",
          table,
          file,
          scanner.line(),
          "expected %,d numbers as in the first row, came %,d".formatted(columns, scanner.fields()),
          "ask for the whole file, with commas between numbers and decimal points");
    }
    var row = new double[columns];
    for (int column = 0; column < columns; column++) {
      double value = number(scanner, column);
      if (!Double.isFinite(value)) {
        throw new RejectedFileException(
            "not_a_number",
            table,
            file,
            scanner.line(),
            "expected a number in column %,d, came '%s'"
                .formatted(column + 1, scanner.text(column)),
            "correct it; what cannot be reached is written as a large number such as 9999");
      }
      row[column] = value;
    }
    return row;
  }

  /** Number of columns. */
  public int columns() {
    return rows[0].length;
  }

  /**
   * The line of a row, as long as the file has no empty lines.
   *
   * @param row row, from 0
   */
  public long line(int row) {
    return row + (header ? 2L : 1L);
  }

  /** The numbers of a file with one row or one column, one after the other. */
  public double[] vector() {
    return rows.length == 1
        ? rows[0].clone()
        : Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
