package nl.peil.measure;

import java.io.Serializable;

/**
 * A measure of accessibility: one number for what a service offers from one origin.
 *
 * <p>Contract of every measure:
 *
 * <ul>
 *   <li>the order of the destinations does not matter (beyond rounding, 1e-12 relative);
 *   <li>in {@link #MINUTES}: from 0, lower is better, and NaN when what is asked for cannot be
 *       reached;
 *   <li>in {@link #OPPORTUNITIES}: from 0 up to the sum of the opportunities in the reach, higher
 *       is better, 0 for an empty reach and never NaN;
 *   <li>it never gets worse when a destination is added, when there are more opportunities at a
 *       destination, or when a travel time gets shorter;
 *   <li>it changes neither itself nor the reach: one object serves all threads.
 * </ul>
 */
public interface Measure extends Serializable {

  /** Unit of travel time: minutes. */
  String MINUTES = "min";

  /** Unit of what can be reached: the opportunities as counted at the destinations. */
  String OPPORTUNITIES = "opportunities";

  /** Stable name as stored in tables, for example {@code within_30}. */
  String name();

  /** {@link #MINUTES} or {@link #OPPORTUNITIES}. */
  String unit();

  /**
   * The value for one origin.
   *
   * @param reach the destinations of the service that can be reached from the origin
   * @return the value in {@link #unit}
   */
  double value(Reach reach);
}
