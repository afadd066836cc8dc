package nl.peil.source.travel;

import java.io.IOException;
import nl.peil.quality.Intake;

/** Walks over pairs that stand in lines of text; a part can start at every line. */
abstract class TextCursor extends PairCursor {

  /** The lines. */
  final RowScanner row;

  private boolean byteOrderMark;

  TextCursor(RowScanner row) {
    this.row = row;
  }

  /** Notes that the file began with a byte order mark. */
  final void byteOrderMark(boolean there) {
    byteOrderMark = there;
  }

  @Override
  long firstPlace() {
    return row.nextOffset();
  }

  @Override
  long firstLine() {
    return row.line() + 1;
  }

  @Override
  final long line() {
    return row.line();
  }

  @Override
  final long place() {
    return row.offset();
  }

  @Override
  final void warn(Intake intake) {
    boolean carriageReturns = row.carriageReturns();
    if (byteOrderMark || carriageReturns) {
      intake.warn(
          "bom_crlf",
          1,
          0,
          "expected UTF-8 without byte order mark and LF as line end; the file has "
              + (byteOrderMark ? "a byte order mark" : "")
              + (byteOrderMark && carriageReturns ? " and " : "")
              + (carriageReturns ? "CRLF as line end" : "")
              + "; it was read in full",
          "");
    }
  }

  @Override
  public final void close() throws IOException {
    row.close();
  }
}
