package nl.peil.source.travel;

/**
 * The pairs of zones that were met, one bit each. The bits of an origin are made when it is first
 * met: 4,067 zones take 2 MB, 35,000 take 153 MB when all are origins.
 */
final class PairSet {

  private final int zones;
  private final long[][] destinationsByOrigin;

  PairSet(int zones) {
    this.zones = zones;
    this.destinationsByOrigin = new long[zones][];
  }

  /** Adds a pair of positions; false when it was there. */
  boolean add(int origin, int destination) {
    long[] destinations = destinationsByOrigin[origin];
    if (destinations == null) {
      destinations = new long[(zones + 63) >>> 6];
      destinationsByOrigin[origin] = destinations;
    }
    long bit = 1L << destination;
    int word = destination >>> 6;
    boolean added = (destinations[word] & bit) == 0;
    destinations[word] |= bit;
    return added;
  }
}
