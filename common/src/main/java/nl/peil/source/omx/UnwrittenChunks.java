package nl.peil.source.omx;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import java.util.Arrays;

/**
 * Puts the matrix's own filler into cells of chunks that were never written: jHDF gives 0 there,
 * whatever the file says, and 0 minutes is a travel time.
 */
final class UnwrittenChunks {

  private UnwrittenChunks() {}

  /**
   * Fills them.
   *
   * @param matrix the matrix, from which the rows were read without error
   * @param cells the rows that were read
   * @param from first row, from 0
   * @param to row after the last
   * @param columns cells in a row
   */
  static void fill(ChunkedDataset matrix, double[] cells, int from, int to, int columns) {
    if (!(matrix.getFillValue() instanceof Number filler) || filler.doubleValue() == 0) {
      return;
    }
    int[] chunk = matrix.getChunkDimensions();
    for (int row = from / chunk[0] * chunk[0]; row < to; row += chunk[0]) {
      for (int column = 0; column < columns; column += chunk[1]) {
        if (!written(matrix, row, column)) {
          for (int i = Math.max(row, from); i < Math.min(row + chunk[0], to); i++) {
            int start = (i - from) * columns;
            Arrays.fill(
                cells,
                start + column,
                start + Math.min(column + chunk[1], columns),
                filler.doubleValue());
          }
        }
      }
    }
  }

  @SuppressWarnings("UnusedException") // it is how jHDF says that there is no such chunk
  private static boolean written(ChunkedDataset matrix, int row, int column) {
    try {
      return matrix.getRawChunkBuffer(new int[] {row, column}).hasRemaining();
    } catch (HdfException e) {
      // A chunk that is there but cannot be read would have failed when the rows were read
      return false;
    }
  }
}
