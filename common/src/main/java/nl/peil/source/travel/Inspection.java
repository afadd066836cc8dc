package nl.peil.source.travel;

import java.util.List;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;

/**
 * What is known of a travel-time file after every row was checked; nothing is loaded yet.
 *
 * @param intake the books: rows read, to be loaded, unreachable and set aside, and the findings
 * @param sha256 digest of the bytes as stored, 64 hexadecimal digits
 * @param bytes size as stored
 * @param gzip the file is packed; it is then read as one split
 * @param lines lines of the content, header and empty lines included; rows of a binary file
 * @param sorted the rows to be loaded ascend strictly by origin and destination, and every split
 *     holds whole origins: a table sorted by these needs no shuffle and no sort
 * @param duplicateLines lines of the rows set aside as {@code duplicate_pair}, ascending
 * @param splits parts to be read in parallel; together all rows, none twice
 * @param layout how the file is laid out
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and compared nowhere
public record Inspection(
    Intake intake,
    String sha256,
    long bytes,
    boolean gzip,
    long lines,
    boolean sorted,
    long[] duplicateLines,
    List<Split> splits,
    Layout layout) {

  /** Keeps its own list of splits. */
  public Inspection {
    splits = List.copyOf(splits);
  }

  /** Rows in the file, header and empty lines not counted. */
  public long rowsRead() {
    return intake.rowsRead();
  }

  /** Rows that the loader will yield. */
  public long rowsLoaded() {
    return intake.rowsLoaded();
  }

  /** Rows with a declared code for unreachable. */
  public long rowsUnreachable() {
    return intake.rowsUnreachable();
  }

  /** Rows set aside. */
  public long rowsQuarantined() {
    return intake.rowsQuarantined();
  }

  /**
   * Rejects the file when too large a share of its rows is bad.
   *
   * @param maxShare largest share of bad rows that is accepted, 0 to 1
   * @throws RejectedFileException when the share is larger
   */
  public void close(double maxShare) throws RejectedFileException {
    intake.close(maxShare);
  }
}
