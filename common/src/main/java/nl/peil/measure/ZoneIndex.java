package nl.peil.measure;

import java.io.Serializable;
import java.util.Arrays;

/**
 * From the key of a zone to its place in dense arrays: an open-addressing table over plain arrays,
 * because it is asked once for every pair of a matrix and keys can be large (500 m cells).
 */
public final class ZoneIndex implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int EMPTY = -1;
  private static final int FIBONACCI = 0x9E3779B9;

  private final int[] keys;
  private final int[] positions;
  private final int shift;
  private final int[] ordered;

  /**
   * An index in the order of the given keys.
   *
   * @param zones keys, each 0 or more and only once; for PC4 the postcode itself
   * @throws IllegalArgumentException when a key is negative or comes twice
   */
  public ZoneIndex(int... zones) {
    // A quarter full at most, so that a key is mostly found at the first look.
    int room = Integer.highestOneBit(Math.max(1, zones.length)) * 8;
    this.keys = new int[room];
    this.positions = new int[room];
    this.shift = Integer.numberOfLeadingZeros(room) + 1;
    this.ordered = zones.clone();
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < zones.length; i++) {
      if (zones[i] < 0) {
        throw new IllegalArgumentException("zone " + zones[i] + ": expected 0 or more");
      }
      int slot = slot(zones[i]);
      if (keys[slot] == zones[i]) {
        throw new IllegalArgumentException("zone " + zones[i] + " comes twice; expected it once");
      }
      keys[slot] = zones[i];
      positions[slot] = i;
    }
  }

  /** Number of zones. */
  public int size() {
    return ordered.length;
  }

  /** The key of the zone at a place, from 0. */
  public int zone(int place) {
    return ordered[place];
  }

  /**
   * The place of a zone, from 0.
   *
   * @throws IllegalArgumentException when the zone is not in the index
   */
  public int position(int zone) {
    int slot = slot(zone);
    if (keys[slot] != zone || zone < 0) {
      throw new IllegalArgumentException(
          "zone "
              + zone
              + " is not one of the "
              + ordered.length
              + " zones; check the zone system");
    }
    return positions[slot];
  }

  /** The slot that holds the zone, or the free one where it belongs. */
  private int slot(int zone) {
    int slot = (zone * FIBONACCI) >>> shift;
    while (keys[slot] != zone && keys[slot] != EMPTY) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
