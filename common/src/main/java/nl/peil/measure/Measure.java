package nl.peil.measure;

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
 *   <li>in {@link #PER_PERSON}: from 0, 0 for an empty reach and never NaN;
 *   <li>in {@link #OPTIONS}: 0, 1 or 2 (two or more), 0 for an empty reach;
 *   <li>unless it is about competition, it never gets worse when a destination is added, when there
 *       are more opportunities at a destination, or when a travel time gets shorter;
 *   <li>it changes neither itself nor the reach: one object serves all threads.
 * </ul>
 */
public non-sealed interface Measure extends Stage {

  /** Unit of travel time: minutes. */
  String MINUTES = "min";

  /** Unit of what can be reached: the opportunities as counted at the destinations. */
  String OPPORTUNITIES = "opportunities";

  /** Unit of supply per head: opportunities per person of the demand. */
  String PER_PERSON = "opportunities/person";

  /** Unit of people who are divided over opportunities. */
  String PERSONS = "persons";

  /** Unit of choice: number of options, counted up to two. */
  String OPTIONS = "options";

  /**
   * The value for one origin.
   *
   * @param reach the destinations of the service that can be reached from the origin
   * @return the value in {@link #unit}
   */
  double value(Reach reach);
}
