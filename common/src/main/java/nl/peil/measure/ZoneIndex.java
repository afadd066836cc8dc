package nl.peil.measure;

import java.io.Serializable;
import java.util.Arrays;

/**
 * From the key of a zone to its place in dense arrays, asked once for every pair of a matrix. Keys
 * that lie close together (PC4, numbers of model zones) are found in an array; for others (500 m
 * cells) it is an open-addressing table over plain arrays.
 */
public final class ZoneIndex implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int EMPTY = -1;
  private static final int FIBONACCI = 0x9E3779B9;

  /** Largest array of places, in entries per zone: it has to stay in the caches. */
  private static final int SPARSEST = 8;

  private final int[] keys;
  private final int[] positions;
  private final int shift;
  private final int[] ordered;

  /** Place by key minus the least key, EMPTY where there is none; no entries: use the table. */
  private final int[] places;

  private final int least;

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
    this.least = Arrays.stream(zones).min().orElse(0);
    long span = Arrays.stream(zones).max().orElse(0) - (long) least + 1;
    this.places = new int[span <= (long) SPARSEST * zones.length ? (int) span : 0];
    Arrays.fill(places, EMPTY);
    for (int i = 0; i < zones.length && places.length > 0; i++) {
      places[zones[i] - least] = i;
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
    int place = find(zone);
    if (place == EMPTY) {
      throw new IllegalArgumentException(
          "zone "
              + zone
              + " is not one of the "
              + ordered.length
              + " zones; check the zone system");
    }
    return place;
  }

  /** The place of a zone, from 0; -1 when it is not in the index. */
  public int find(int zone) {
    int at = zone - least;
    return at >= 0 && at < places.length ? places[at] : lookUp(zone);
  }

  private int lookUp(int zone) {
    int slot = slot(zone);
    return zone >= 0 && keys[slot] == zone ? positions[slot] : EMPTY;
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
