package nl.peil.source.travel.write;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes the pairs of a matrix one after another; no format holds more than the pairs of one
 * origin, or of one row group. A pair that cannot be travelled is not given.
 */
public interface PairWriter extends Closeable {

  /**
   * Writes a pair.
   *
   * @param origin code of the zone of origin
   * @param destination code of the zone of destination
   * @param minutes travel time, minutes
   * @param km distance, kilometres; NaN when it is not known
   * @throws IllegalArgumentException when the format cannot hold the pair, or not at this place
   */
  void write(String origin, String destination, float minutes, float km) throws IOException;

  /** Completes the file: without it the file is not whole. */
  @Override
  void close() throws IOException;
}
