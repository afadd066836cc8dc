package nl.peil.source.omx;

import java.io.IOException;

/** Where the rows of a matrix come from, one at a time. */
@FunctionalInterface
public interface MatrixRows {

  /**
   * Gives a row; called once for each, in order.
   *
   * @param row index of the row, from 0
   * @param cells a cell for every column, NaN at first; the same array for every row
   */
  void fill(int row, float[] cells) throws IOException;
}
