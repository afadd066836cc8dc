package nl.peil.measure;

/**
 * A row of the matrix with the places of its zones looked up once, and the time within the zone as
 * the intra-zonal rule has it. With buffers of its own: for one thread, any number of rows.
 */
final class PlacedRow {

  private final ZoneIndex zones;
  private final IntrazonalTimes intrazonal;
  private int[] places = new int[0];
  private float[] minutes = new float[0];
  private int size;

  PlacedRow(ZoneIndex zones, IntrazonalTimes intrazonal) {
    this.zones = zones;
    this.intrazonal = intrazonal;
  }

  /**
   * Takes a row; the one before is forgotten.
   *
   * @param here place of the origin
   * @param destinations zones that can be reached, each once
   * @param times minutes to them
   * @param length how many of both arrays count
   * @throws IllegalArgumentException when a zone is unknown, a travel time is not allowed, or an
   *     array is shorter than the row
   */
  void take(int here, int[] destinations, float[] times, int length) {
    if (length < 0 || length > destinations.length || length > times.length) {
      throw new IllegalArgumentException(
          "expected a row of 0 to %d destinations, but got %d"
              .formatted(Math.min(destinations.length, times.length), length));
    }
    if (places.length <= length) {
      places = new int[length + 1];
      minutes = new float[length + 1];
    }
    boolean given = intrazonal.given();
    size = 0;
    for (int i = 0; i < length; i++) {
      int place = zones.position(destinations[i]);
      Reach.requireMinutes(times[i]);
      if (given || place != here) {
        places[size] = place;
        minutes[size++] = times[i];
      }
    }
    if (!given) {
      places[size] = here;
      minutes[size++] = intrazonal.minutes(here);
    }
  }

  /** Number of destinations. */
  int size() {
    return size;
  }

  /** Places of the destinations in the {@link ZoneIndex}; the array itself: read only. */
  int[] places() {
    return places;
  }

  /** Minutes to them; the array itself: read only. */
  float[] minutes() {
    return minutes;
  }
}
