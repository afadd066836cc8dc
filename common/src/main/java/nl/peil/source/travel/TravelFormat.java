package nl.peil.source.travel;

import java.io.Serializable;

/**
 * How a file with travel times is written. Whatever the format, the file is walked over pair by
 * pair, inspected by {@link Inspector} and loaded by {@link TravelTimesSource}: the same matrix
 * gives the same rows and the same findings.
 *
 * <p>A new format takes a record here, a {@link PairCursor} over its pairs, and a branch in {@link
 * Cursors}; nothing else knows which formats there are.
 */
public sealed interface TravelFormat extends Serializable
    permits TextFormat, ParquetPairs, OmxMatrix {

  /** Which travel times are believed. */
  TimeRules rules();

  /** The pairs have a distance beside the travel time. */
  default boolean hasKm() {
    return false;
  }

  /** Name for people, such as {@code long CSV}. */
  String kind();
}
