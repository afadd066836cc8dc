package nl.peil.source.travel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.peil.quality.RejectedFileException;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * One part of one file, as it travels to the task that reads it.
 *
 * @param uri address of the file
 * @param bytes size of the file as it was inspected
 * @param gzip the file is packed
 * @param format how the file is written
 * @param layout how the file is laid out
 * @param split the part
 * @param endLine line with which the next part begins; the largest number when there is none
 * @param duplicateLines lines in the part that are not loaded because their pair came earlier in
 *     the file, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and compared nowhere
record TravelPart(
    String uri,
    long bytes,
    boolean gzip,
    TravelFormat format,
    Layout layout,
    Split split,
    long endLine,
    long[] duplicateLines)
    implements InputPartition {

  private static final long serialVersionUID = 1L;

  /** The parts of a file, in its order. */
  static List<TravelPart> of(InspectedFile file) {
    var inspection = file.inspection();
    var splits = inspection.splits();
    long[] duplicates = inspection.duplicateLines();
    var parts = new ArrayList<TravelPart>();
    for (int i = 0; i < splits.size(); i++) {
      boolean last = i == splits.size() - 1;
      int from = firstAtOrAfter(duplicates, splits.get(i).firstLine());
      int to = last ? duplicates.length : firstAtOrAfter(duplicates, splits.get(i + 1).firstLine());
      parts.add(
          new TravelPart(
              file.uri(),
              inspection.bytes(),
              inspection.gzip(),
              file.format(),
              inspection.layout(),
              splits.get(i),
              last ? Long.MAX_VALUE : splits.get(i + 1).firstLine(),
              Arrays.copyOfRange(duplicates, from, to)));
    }
    return parts;
  }

  /**
   * Checks that the file is as large as when it was inspected.
   *
   * @param size its size now, bytes
   */
  void checkSize(long size) throws IOException {
    if (size != bytes) {
      throw new IOException(
          "%s has changed since it was inspected: expected %,d bytes, found %,d; run again"
              .formatted(uri, bytes, size));
    }
  }

  /** What inspection would have rejected is met when it is loaded. */
  IOException changed(RejectedFileException e) {
    return new IOException(describe() + " has changed since it was inspected; run again", e);
  }

  private static int firstAtOrAfter(long[] lines, long line) {
    int found = Arrays.binarySearch(lines, line);
    return found >= 0 ? found : -found - 1;
  }

  /** What is read, for messages. */
  String describe() {
    return "%s, bytes %,d to %,d (from line %,d)"
        .formatted(uri, split.start(), split.end(), split.firstLine());
  }
}
