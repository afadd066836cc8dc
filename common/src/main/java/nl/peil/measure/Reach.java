package nl.peil.measure;

import java.util.Arrays;

/**
 * What one service offers from one origin: for every destination that can be reached and has the
 * service, the travel time and the number of opportunities, and how many people are at the origin.
 * The order is arbitrary. Parallel arrays that grow and are used again for the next origin: no
 * object per pair. Not thread-safe.
 */
public final class Reach {

  private float[] minutes;
  private double[] opportunities;
  private int[] places;
  private int size;
  private double demand = Double.NaN;

  /**
   * An empty reach.
   *
   * @param capacity number of destinations for which there is room before it has to grow
   */
  public Reach(int capacity) {
    this.minutes = new float[capacity];
    this.opportunities = new double[capacity];
    this.places = new int[capacity];
  }

  /**
   * A reach with these destinations.
   *
   * @param minutes travel times, finite and 0 or more
   * @param opportunities opportunities at the same place in the row, finite and more than 0
   * @throws IllegalArgumentException when the lengths differ or a value is not allowed
   */
  public static Reach of(float[] minutes, double[] opportunities) {
    if (minutes.length != opportunities.length) {
      throw new IllegalArgumentException(
          "expected as many opportunities as travel times, but got "
              + opportunities.length
              + " and "
              + minutes.length);
    }
    var reach = new Reach(minutes.length);
    for (int i = 0; i < minutes.length; i++) {
      requireMinutes(minutes[i]);
      if (!(opportunities[i] > 0 && opportunities[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "opportunities must be finite and more than 0, but are " + opportunities[i]);
      }
      reach.add(minutes[i], opportunities[i]);
    }
    return reach;
  }

  static void requireMinutes(float minutes) {
    if (!(minutes >= 0 && minutes < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a travel time must be finite and 0 or more minutes, but is "
              + minutes
              + "; leave out what cannot be reached");
    }
  }

  /** Forgets all destinations and keeps the room. The demand is not known any more. */
  public void clear() {
    size = 0;
    demand = Double.NaN;
  }

  /**
   * Sets the demand of the origin.
   *
   * @param people people of the origin, or whatever competes for the opportunities; NaN when that
   *     is not known
   */
  public void demand(double people) {
    demand = people;
  }

  /** Demand of the origin, 0 or more; NaN when it is not known. */
  public double demand() {
    return demand;
  }

  /** Adds a destination at the place of its order in this reach; see the other method. */
  public void add(float time, double count) {
    add(size, time, count);
  }

  /**
   * Adds a destination. Values are not checked here, because this runs for every pair: whoever
   * fills a reach sees to it.
   *
   * @param place place of the destination among all that have the service, from 0: the same in
   *     every row
   * @param time travel time in minutes, finite and 0 or more
   * @param count opportunities there, finite and more than 0
   */
  public void add(int place, float time, double count) {
    if (size == minutes.length) {
      int room = Math.max(16, 2 * size);
      minutes = Arrays.copyOf(minutes, room);
      opportunities = Arrays.copyOf(opportunities, room);
      places = Arrays.copyOf(places, room);
    }
    places[size] = place;
    minutes[size] = time;
    opportunities[size] = count;
    size++;
  }

  /** Number of destinations. */
  public int size() {
    return size;
  }

  /**
   * Travel times in minutes; only the first {@link #size} count. The array itself, not a copy: read
   * only.
   */
  public float[] minutes() {
    return minutes;
  }

  /**
   * Opportunities per destination, in the order of {@link #minutes}; only the first {@link #size}
   * count. The array itself, not a copy: read only.
   */
  public double[] opportunities() {
    return opportunities;
  }

  /**
   * Places of the destinations among all that have the service, in the order of {@link #minutes}:
   * where a {@link Gathering} keeps its sums. The array itself, not a copy: read only.
   */
  public int[] places() {
    return places;
  }
}
