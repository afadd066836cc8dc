package nl.peil.access;

import java.io.Serializable;
import java.util.List;
import nl.peil.measure.ZoneIndex;

/**
 * Makes the times of a matrix longer or shorter while it is read.
 *
 * @param zones the zones
 * @param changes one after the other; their factors multiply
 */
public record TimeScale(ZoneIndex zones, List<Change> changes) implements Serializable {

  /** Which trips a change is about. */
  public enum Ends {
    /** Trips that start in the zones. */
    FROM,
    /** Trips that end in the zones. */
    TO,
    /** Trips that start and end in the zones. */
    WITHIN,
    /** Trips that start or end in the zones. */
    TOUCHING,
    /** All trips. */
    ALL
  }

  /**
   * A change.
   *
   * @param factor how many times as long
   * @param ends which trips
   * @param inside by place of the zone whether it is one of the zones; empty for all trips
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Change(double factor, Ends ends, boolean[] inside) implements Serializable {}

  /** Keeps a copy. */
  public TimeScale {
    changes = List.copyOf(changes);
  }

  /** Minutes of a trip after all changes. */
  float minutes(int origin, int destination, float given) {
    double minutes = given;
    for (var change : changes) {
      if (concerns(change, origin, destination)) {
        minutes *= change.factor();
      }
    }
    return (float) minutes;
  }

  private boolean concerns(Change change, int origin, int destination) {
    return switch (change.ends()) {
      case ALL -> true;
      case FROM -> inside(change, origin);
      case TO -> inside(change, destination);
      case WITHIN -> inside(change, origin) && inside(change, destination);
      case TOUCHING -> inside(change, origin) || inside(change, destination);
    };
  }

  private boolean inside(Change change, int zone) {
    int place = zones.find(zone);
    return place >= 0 && change.inside()[place];
  }
}
