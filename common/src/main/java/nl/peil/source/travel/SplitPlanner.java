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
   * Starts at the first row.
   *
   * @param targetBytes size to aim for; parts are at least this large, but for the last
   * @param start place of the first row
   * @param firstLine its line
   */
  SplitPlanner(long targetBytes, long start, long firstLine) {
    this.targetBytes = targetBytes;
    var first = new Cut(start, firstLine, 0);
    anywhere.add(first);
    atOrigins.add(first);
    nextAnywhere = beyond(start);
    nextAtOrigin = beyond(start);
  }

  /** Where the next part may start; never when a target as large as the largest file is asked. */
  private long beyond(long offset) {
    return targetBytes > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + targetBytes;
  }

  /**
   * Tells of a row.
   *
   * @param at the place at which a part with it can start, at the row or before
   * @param line its line
   * @param rowsBefore rows to be loaded before this one
   * @param newOrigin it is to be loaded and has another origin than the one loaded before it
   */
  void row(long at, long line, long rowsBefore, boolean newOrigin) {
    if (at >= nextAnywhere) {
      anywhere.add(new Cut(at, line, rowsBefore));
      nextAnywhere = beyond(at);
    }
    if (newOrigin && at >= nextAtOrigin) {
      atOrigins.add(new Cut(at, line, rowsBefore));
      nextAtOrigin = beyond(at);
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
