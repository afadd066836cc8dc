package nl.peil.source.omx;

import nl.peil.quality.RejectedFileException;

/**
 * Walks over the cells of a matrix, row after row, and in a row from the first column to the last.
 * Cells come as they are: also NaN, infinite and negative ones. One block of rows is in memory (see
 * {@link OmxFile#rowsPerBlock}).
 */
public final class OmxCells {

  private final OmxFile file;
  private final String matrix;
  private final int zones;
  private final int rowsPerBlock;
  private final int end;

  private double[] block = {};
  private int nextRow;
  private int at = -1;
  private int row;
  private int column;

  OmxCells(OmxFile file, String matrix, int from, int to, int rowsPerBlock) {
    this.file = file;
    this.matrix = matrix;
    this.zones = file.zones();
    this.rowsPerBlock = rowsPerBlock;
    this.nextRow = from;
    this.end = to;
    this.row = from - 1;
    this.column = zones - 1;
  }

  /**
   * Goes to the next cell.
   *
   * @return false at the end
   * @throws RejectedFileException with rule {@code broken_hdf5} when what follows cannot be read
   */
  public boolean next() throws RejectedFileException {
    if (++at >= block.length && !nextBlock()) {
      at = block.length;
      return false;
    }
    if (++column == zones) {
      column = 0;
      row++;
    }
    return true;
  }

  private boolean nextBlock() throws RejectedFileException {
    if (nextRow >= end) {
      return false;
    }
    // Blocks end where chunks end, so that no chunk is unpacked twice, wherever the walk began
    int to = Math.min(end, (nextRow / rowsPerBlock + 1) * rowsPerBlock);
    block = file.rows(matrix, nextRow, to);
    nextRow = to;
    at = 0;
    return true;
  }

  /** Index of the row of the cell, from 0: the origin. */
  public int row() {
    return row;
  }

  /** Index of the column of the cell, from 0: the destination. */
  public int column() {
    return column;
  }

  /** The cell as it is in the file. */
  public double value() {
    return block[at];
  }
}
