package nl.peil.source.travel;

import java.io.IOException;
import nl.peil.quality.RejectedFileException;

/** The pairs of a square CSV file, line by line; one line is in memory at a time. */
final class SquareCursor extends TextCursor {

  /** Longest line that is accepted, bytes: over 3 million numbers of 20 characters. */
  static final int MAX_LINE = 1 << 26;

  private final SquareCsv format;
  private final String file;
  private final String[] codes;
  private final int[] positions;
  private final long firstLine;
  private final TimeJudge times;
  private final byte mark;
  private final boolean whole;

  /** The scanner stands at a line that was not walked over yet. */
  private boolean pending;

  private int matrixRow;
  private int column;

  private SquareCursor(
      RowScanner row,
      SquareCsv format,
      ZoneCodes zoneCodes,
      String file,
      long firstLine,
      boolean whole)
      throws RejectedFileException {
    super(row);
    this.format = format;
    this.file = file;
    this.codes = format.zones().codes();
    this.positions = format.zones().positions(zoneCodes, file);
    this.firstLine = firstLine;
    this.times = new TimeJudge(format.rules());
    this.mark = format.decimalMark();
    this.whole = whole;
    this.pending = whole;
    this.column = positions.length;
  }

  /** A whole file, whose scanner stands at the first line that is not empty. */
  static SquareCursor whole(RowScanner row, SquareCsv format, ZoneCodes codes, String file)
      throws IOException, RejectedFileException {
    if (isHeader(row, format.decimalMark()) && !row.next()) {
      throw wrongSize(
          file,
          row.line(),
          "expected %,d lines of numbers, there is a header and nothing else"
              .formatted(format.zones().size()),
          "ask for the file again, or take it out of the delivery");
    }
    return new SquareCursor(row, format, codes, file, row.line(), true);
  }

  /** A part of a file, whose scanner stands before its first line. */
  static SquareCursor part(
      RowScanner row, SquareCsv format, ZoneCodes codes, String file, MatrixStart start)
      throws RejectedFileException {
    return new SquareCursor(row, format, codes, file, start.line(), false);
  }

  private static boolean isHeader(RowScanner row, byte mark) {
    boolean words = false;
    for (int i = 0; i < row.fields(); i++) {
      if (!Float.isNaN(DecimalText.parse(row.bytes(), row.from(i), row.to(i), mark))) {
        return false;
      }
      words |= !NoValue.is(row.bytes(), row.from(i), row.to(i));
    }
    return words;
  }

  @Override
  long firstPlace() {
    return row.offset();
  }

  @Override
  long firstLine() {
    return firstLine;
  }

  @Override
  boolean next() throws IOException, RejectedFileException {
    column++;
    if (column >= positions.length) {
      if (!nextLine()) {
        return false;
      }
      column = 0;
    }
    verdict = judge();
    return true;
  }

  private boolean nextLine() throws IOException, RejectedFileException {
    if (!pending && !row.next()) {
      if (whole && matrixRow + 1 < positions.length) {
        throw wrongSize(
            file,
            row.line(),
            "expected %,d lines, one for each zone of %s, came %,d"
                .formatted(positions.length, format.zones().source(), matrixRow + 1),
            "give the zone list that belongs to this matrix, or ask for the whole file");
      }
      return false;
    }
    int before = matrixRow;
    matrixRow = (int) Math.min(row.line() - firstLine, positions.length);
    if (whole && !pending && matrixRow > before + 1) {
      throw wrongSize(
          file,
          row.line() - 1,
          "expected a line of numbers, came an empty one",
          "take empty lines out: which zone is missing cannot be told");
    }
    pending = false;
    if (matrixRow >= positions.length) {
      throw wrongSize(
          file,
          row.line(),
          "expected %,d lines, one for each zone of %s, came more"
              .formatted(positions.length, format.zones().source()),
          "give the zone list that belongs to this matrix; when the first line holds zone codes,"
              + " take it out");
    }
    checkFields();
    return true;
  }

  private void checkFields() throws RejectedFileException {
    int fields = row.fields();
    int last = fields - 1;
    // Some programs end every line with the delimiter.
    boolean trailing = fields == positions.length + 1 && row.text(last).isBlank();
    if (row.quoteOpen() || (fields != positions.length && !trailing)) {
      throw wrongSize(
          file,
          row.line(),
          row.quoteOpen()
              ? "expected %,d values, came a line with a quote that is not closed"
                  .formatted(positions.length)
              : "expected %,d values, one for each zone of %s, came %,d"
                  .formatted(positions.length, format.zones().source(), fields),
          advice(fields));
    }
  }

  private String advice(int fields) {
    if (fields == 1) {
      return "declare the delimiter: the line has no '%s'".formatted(format.delimiter());
    }
    if (fields == positions.length + 1) {
      return "when the first value of every line is a zone code, take that column out; else give"
          + " the zone list that belongs to this matrix";
    }
    if (fields > positions.length && format.delimiter() == ',' && matrixRow == 0) {
      return "give the zone list that belongs to this matrix; when the numbers have decimal commas,"
          + " ask for ';' between them";
    }
    return "give the zone list that belongs to this matrix, or ask for the file again";
  }

  private static RejectedFileException wrongSize(
      String file, long line, String message, String advice) {
    return new RejectedFileException(
        "wrong_matrix_size", Inspector.TABLE, file, line, message, advice);
  }

  private Verdict judge() {
    byte[] bytes = row.bytes();
    int from = row.from(column);
    int to = row.to(column);
    float time = DecimalText.parse(bytes, from, to, mark) + 0f;
    minutes = time;
    var judged = Float.isNaN(time) ? times.ofUnreadable(bytes, from, to) : times.ofNumber(time);
    origin = positions[matrixRow];
    destination = positions[column];
    return judged.kept() && (origin < 0 || destination < 0) ? Verdict.UNKNOWN_ZONE : judged;
  }

  @Override
  String raw() {
    return "origin %s, destination %s (value %,d of the line): '%s'"
        .formatted(codes[matrixRow], codes[column], column + 1, row.text(column));
  }

  @Override
  Layout layout() {
    return new MatrixStart(firstLine);
  }

  @Override
  boolean otherDecimalMark() {
    byte other = (byte) (format.decimalComma() ? '.' : ',');
    return !Float.isNaN(DecimalText.parse(row.bytes(), row.from(column), row.to(column), other));
  }

  @Override
  String code(boolean ofOrigin) {
    return codes[ofOrigin ? matrixRow : column];
  }
}
