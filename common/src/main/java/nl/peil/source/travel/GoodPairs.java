package nl.peil.source.travel;

import java.io.Closeable;
import java.io.IOException;
import nl.peil.quality.RejectedFileException;

/**
 * The second pass: the good rows of one part, in the order of the file. Judges every row as the
 * inspection did, and counts: a part that yields another number of rows than was inspected is an
 * error and not a smaller matrix.
 */
final class GoodPairs implements Closeable {

  private final TravelPart part;
  private final PairCursor row;
  private int duplicatesPassed;
  private long rows;

  /**
   * Starts before the first row of a part.
   *
   * @param row stands before the first row of the part; closed with this
   */
  GoodPairs(TravelPart part, PairCursor row) {
    this.part = part;
    this.row = row;
  }

  /**
   * Goes to the next good row; the cursor has its values.
   *
   * @return false at the end
   * @throws IOException when the file is not what was inspected, or cannot be read
   */
  boolean next() throws IOException {
    try {
      while (row.next()) {
        if (!isDuplicate() && row.verdict == Verdict.GOOD) {
          rows++;
          return true;
        }
      }
    } catch (RejectedFileException e) {
      throw part.changed(e);
    }
    checkRows();
    return false;
  }

  private boolean isDuplicate() {
    long[] lines = part.duplicateLines();
    if (duplicatesPassed < lines.length && lines[duplicatesPassed] == row.line()) {
      duplicatesPassed++;
      return true;
    }
    return false;
  }

  private void checkRows() throws IOException {
    if (rows != part.split().rows()) {
      throw new IOException(
          "%s has changed since it was inspected: expected %,d good rows, found %,d; run again"
              .formatted(part.describe(), part.split().rows(), rows));
    }
  }

  @Override
  public void close() throws IOException {
    row.close();
  }
}
