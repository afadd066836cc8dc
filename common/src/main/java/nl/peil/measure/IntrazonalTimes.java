package nl.peil.measure;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Travel times within a zone: from a zone to its own opportunities. Traffic models seldom compute
 * them, and deliver 0, nothing, or a guess.
 *
 * <ul>
 *   <li>{@link #asGiven}: what the matrix says; a zone whose own pair is absent does not reach its
 *       own opportunities;
 *   <li>{@link #constant}: the same time for every zone, whatever the matrix says;
 *   <li>{@link #fromArea}: from the area of the zone and a speed: the mean distance between two
 *       points in a disc of that area, 128 r / (45 pi) with r = sqrt(area / pi) (about 0.51 times
 *       the square root of the area), at that speed.
 * </ul>
 *
 * <p>A time that is set also holds where the matrix has no row for the zone at all.
 */
public final class IntrazonalTimes implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final double MEAN_DISTANCE_IN_DISC = 128 / (45 * Math.PI);

  /** Minutes by place of the zone; empty: as given. */
  private final float[] minutes;

  private IntrazonalTimes(float[] minutes) {
    this.minutes = minutes;
  }

  /** What the matrix says. */
  public static IntrazonalTimes asGiven() {
    return new IntrazonalTimes(new float[0]);
  }

  /**
   * The same time for every zone.
   *
   * @param zones number of zones
   * @param minutes minutes, finite and 0 or more
   * @throws IllegalArgumentException when the time is not allowed
   */
  public static IntrazonalTimes constant(int zones, double minutes) {
    var times = new float[zones];
    Arrays.fill(times, (float) minutes);
    return of(times);
  }

  /**
   * Times from areas.
   *
   * @param areasKm2 area per zone in km2, in the order of the zones, above 0
   * @param speedKmh speed in km per hour, as the crow flies, above 0
   * @throws IllegalArgumentException when an area or the speed is not above 0
   */
  public static IntrazonalTimes fromArea(double[] areasKm2, double speedKmh) {
    if (!(speedKmh > 0 && speedKmh < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "intra-zonal times from area: the speed must be above 0 km/h, but is " + speedKmh);
    }
    var times = new float[areasKm2.length];
    for (int zone = 0; zone < times.length; zone++) {
      if (!(areasKm2[zone] > 0)) {
        throw new IllegalArgumentException(
            "intra-zonal times from area: the area of the zone at place %d must be above 0 km2, but is %s"
                .formatted(zone, areasKm2[zone]));
      }
      double km = MEAN_DISTANCE_IN_DISC * Math.sqrt(areasKm2[zone] / Math.PI);
      times[zone] = (float) (60 * km / speedKmh);
    }
    return of(times);
  }

  private static IntrazonalTimes of(float[] times) {
    for (float time : times) {
      Reach.requireMinutes(time);
    }
    return new IntrazonalTimes(times);
  }

  /** True when the matrix decides. */
  boolean given() {
    return minutes.length == 0;
  }

  /** Number of zones that times are set for; 0 when the matrix decides. */
  int size() {
    return minutes.length;
  }

  /** The time within the zone at this place, minutes; only when it is not {@link #given}. */
  float minutes(int place) {
    return minutes[place];
  }
}
