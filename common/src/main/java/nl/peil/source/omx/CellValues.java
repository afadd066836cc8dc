package nl.peil.source.omx;

/** Turns the rows that the HDF5 library gives, in any type of number, into one array. */
final class CellValues {

  private CellValues() {}

  /**
   * Copies rows.
   *
   * @param rows an array of rows
   * @param cells takes the cells, row after row
   * @param columns cells in a row
   * @return false when the cells are no numbers
   */
  static boolean copy(Object rows, double[] cells, int columns) {
    if (!(rows instanceof Object[] all)) {
      return false;
    }
    for (int i = 0; i < all.length; i++) {
      if (!copyRow(all[i], cells, i * columns)) {
        return false;
      }
    }
    return true;
  }

  private static boolean copyRow(Object row, double[] cells, int at) {
    if (row instanceof float[] values) {
      for (int j = 0; j < values.length; j++) {
        cells[at + j] = values[j];
      }
    } else if (row instanceof double[] values) {
      System.arraycopy(values, 0, cells, at, values.length);
    } else if (row instanceof int[] values) {
      for (int j = 0; j < values.length; j++) {
        cells[at + j] = values[j];
      }
    } else if (row instanceof long[] values) {
      for (int j = 0; j < values.length; j++) {
        cells[at + j] = values[j];
      }
    } else if (row instanceof short[] values) {
      for (int j = 0; j < values.length; j++) {
        cells[at + j] = values[j];
      }
    } else if (row instanceof byte[] values) {
      for (int j = 0; j < values.length; j++) {
        cells[at + j] = values[j];
      }
    } else {
      return false;
    }
    return true;
  }
}
