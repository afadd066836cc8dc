package nl.peil.source.travel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The first lines of a text file, cut into fields as the readers cut them.
 *
 * @param delimiter delimiter that they were cut with
 * @param rows fields of the first rows
 * @param numbers for each of these rows how many of its fields are numbers with a point, how many
 *     only with a comma, and how many are no number but say that there is none
 * @param line line of the first row
 * @param count rows that were seen, also those that are not kept
 */
record TextHead(
    char delimiter, List<List<String>> rows, List<Numbers> numbers, long line, long count) {

  private static final int KEPT = 20;

  /** What the fields of a row are. */
  record Numbers(int fields, int point, int commaOnly, int pointOnly, int none) {

    /** Nothing in it but numbers, written in one way. */
    boolean all() {
      return point + commaOnly + none == fields
          && point + commaOnly > 0
          && (commaOnly == 0 || pointOnly == 0);
    }
  }

  /**
   * Cuts lines.
   *
   * @param head whole lines, without byte order mark
   */
  static TextHead of(byte[] head, char delimiter) throws IOException {
    var rows = new ArrayList<List<String>>();
    var numbers = new ArrayList<Numbers>();
    long line = 0;
    long count = 0;
    try (var row =
        new RowScanner(new ByteArrayInputStream(head), delimiter, 0, 0, SquareCursor.MAX_LINE)) {
      while (row.next()) {
        if (count++ == 0) {
          line = row.line();
        }
        if (rows.size() < KEPT) {
          var fields = new ArrayList<String>();
          for (int i = 0; i < row.fields(); i++) {
            fields.add(row.text(i).strip());
          }
          rows.add(fields);
          numbers.add(numbers(row));
        }
      }
    }
    return new TextHead(delimiter, rows, numbers, line, count);
  }

  private static Numbers numbers(RowScanner row) {
    int point = 0;
    int commaOnly = 0;
    int pointOnly = 0;
    int none = 0;
    for (int i = 0; i < row.fields(); i++) {
      boolean reads = reads(row, i, (byte) '.');
      boolean readsComma = reads(row, i, (byte) ',');
      point += reads ? 1 : 0;
      commaOnly += readsComma && !reads ? 1 : 0;
      pointOnly += reads && !readsComma ? 1 : 0;
      none += !reads && !readsComma && NoValue.is(row.bytes(), row.from(i), row.to(i)) ? 1 : 0;
    }
    return new Numbers(row.fields(), point, commaOnly, pointOnly, none);
  }

  private static boolean reads(RowScanner row, int field, byte mark) {
    return !Float.isNaN(DecimalText.parse(row.bytes(), row.from(field), row.to(field), mark));
  }

  /** Fields of the first row; empty when there is none. */
  List<String> first() {
    return rows.isEmpty() ? List.of() : rows.get(0);
  }

  /** The first row is nothing but two or more numbers. */
  boolean startsWithNumbers() {
    return !rows.isEmpty() && numbers.get(0).fields() > 1 && numbers.get(0).all();
  }

  /** Below the first row, numbers are written with a comma and none with a point. */
  boolean decimalCommas(boolean withFirst) {
    var below = numbers.subList(withFirst || numbers.isEmpty() ? 0 : 1, numbers.size());
    return below.stream().mapToInt(Numbers::commaOnly).sum() > 0
        && below.stream().mapToInt(Numbers::pointOnly).sum() == 0;
  }
}
