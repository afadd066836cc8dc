package nl.peil.barrier.ikob;

/**
 * Where the skims of a part of day come from, row by row. Rows are asked for twice, in no
 * particular order and by several threads at once, each with a row of its own.
 */
public interface SkimRows {

  /** Number of zones, of origins as of destinations. */
  int zones();

  /**
   * Fills a row: all values of every destination.
   *
   * @param origin place of the zone of origin, from 0
   * @param row what to fill
   */
  void read(int origin, SkimRow row);
}
