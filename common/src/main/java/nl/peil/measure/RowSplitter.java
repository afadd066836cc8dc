package nl.peil.measure;

/**
 * Splits a row of the matrix into the reach of each service, with the demand of the origin and the
 * time within the zone. With buffers of its own: for one thread.
 */
final class RowSplitter {

  private final ZoneIndex zones;
  private final Destinations destinations;
  private final IntrazonalTimes intrazonal;
  private final double[][] demand;
  private final Reach[] reaches;

  RowSplitter(
      ZoneIndex zones, Destinations destinations, IntrazonalTimes intrazonal, double[][] demand) {
    this.zones = zones;
    this.destinations = destinations;
    this.intrazonal = intrazonal;
    this.demand = demand;
    this.reaches = new Reach[demand.length];
    for (int s = 0; s < reaches.length; s++) {
      reaches[s] = new Reach(destinations.count(s));
    }
  }

  /**
   * The reach of each service; the objects are used again by the next call.
   *
   * @throws IllegalArgumentException when a zone is unknown, a travel time is not allowed, or an
   *     array is shorter than the row
   */
  Reach[] split(int origin, int[] others, float[] minutes, int size) {
    if (size < 0 || size > others.length || size > minutes.length) {
      throw new IllegalArgumentException(
          "expected a row of 0 to %d destinations, but got %d"
              .formatted(Math.min(others.length, minutes.length), size));
    }
    int here = zones.position(origin);
    for (int s = 0; s < reaches.length; s++) {
      reaches[s].clear();
      if (demand[s].length > 0) {
        reaches[s].demand(demand[s][here]);
      }
    }
    boolean given = intrazonal.given();
    for (int i = 0; i < size; i++) {
      int zone = zones.position(others[i]);
      Reach.requireMinutes(minutes[i]);
      if (given || zone != here) {
        destinations.add(zone, minutes[i], reaches);
      }
    }
    if (!given) {
      destinations.add(here, intrazonal.minutes(here), reaches);
    }
    return reaches;
  }
}
