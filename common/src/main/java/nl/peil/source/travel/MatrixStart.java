package nl.peil.source.travel;

/**
 * Where the rows of a square text file begin.
 *
 * @param line line of the first row, from 1
 */
record MatrixStart(long line) implements Layout {
  private static final long serialVersionUID = 1L;
}
