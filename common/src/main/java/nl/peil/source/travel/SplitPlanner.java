package nl.peil.source.travel;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses where a file is cut, while it is read. Whether the rows are sorted is known at the end
 * only, so two lists of cuts are kept: at any row, and at rows with which a new origin starts.
 */
final class SplitPlanner {

  /** Start of a row: its place, its line, and the rows to be loaded before it. */
  private record Cut(long offset, long line, long rowsBefore) {}

  private final long targetBytes;
  private final List<Cut> anywhere = new ArrayList<>();
  private final List<Cut> atOrigins = new ArrayList<>();
  private long nextAnywhere;
  private long nextAtOrigin;

  /**
   * Starts at the first line after the header.
   *
   * @param targetBytes size to aim for; parts are at least this large, but for the last
   * @param header scanner that stands at the header
   */
  SplitPlanner(long targetBytes, RowScanner header) {
    this.targetBytes = targetBytes;
    long offset = header.nextOffset();
    var start = new Cut(offset, header.line() + 1, 0);
    anywhere.add(start);
    atOrigins.add(start);
    nextAnywhere = beyond(offset);
    nextAtOrigin = beyond(offset);
  }

  /** Where the next part may start; never when a target as large as the largest file is asked. */
  private long beyond(long offset) {
    return targetBytes > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + targetBytes;
  }

  /** Tells of a row; rowsBefore are the rows to be loaded before this one. */
  void row(RowScanner row, long rowsBefore, boolean newOrigin) {
    long offset = row.offset();
    if (offset >= nextAnywhere) {
      anywhere.add(new Cut(offset, row.line(), rowsBefore));
      nextAnywhere = beyond(offset);
    }
    if (newOrigin && offset >= nextAtOrigin) {
      atOrigins.add(new Cut(offset, row.line(), rowsBefore));
      nextAtOrigin = beyond(offset);
    }
  }

  /** The parts, in the order of the file. */
  List<Split> splits(boolean wholeOrigins, long end, long rows) {
    var cuts = wholeOrigins ? atOrigins : anywhere;
    var splits = new ArrayList<Split>();
    for (int i = 0; i < cuts.size(); i++) {
      var cut = cuts.get(i);
      boolean last = i == cuts.size() - 1;
      long until = last ? end : cuts.get(i + 1).offset();
      long rowsUntil = last ? rows : cuts.get(i + 1).rowsBefore();
      splits.add(new Split(cut.offset(), until, cut.line(), rowsUntil - cut.rowsBefore()));
    }
    return splits;
  }
}
