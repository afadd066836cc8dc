package nl.peil.measure.decay;

import java.io.Serializable;

/**
 * How much an opportunity counts at a travel time.
 *
 * <p>Contract: defined for every travel time in minutes from 0; the weight is finite and 0 or more.
 * Unless {@link #falling} says otherwise it lies between 0 and 1 and never rises with the travel
 * time. {@link DecayTable} checks it on its grid. Whether it is 1 at 0 minutes is a matter of the
 * {@link DecayFamily#normalised family}.
 *
 * <p>Thresholds are compared as float, as travel times are stored: the float of 12.34 is larger
 * than the double, and yet lies within 12.34.
 */
public interface Decay extends Serializable {

  /**
   * The weight of an opportunity.
   *
   * @param minutes travel time, 0 or more
   * @return weight, 0 or more, without unit
   */
  double at(double minutes);

  /** True when the weight lies between 0 and 1 and never rises with the travel time. */
  default boolean falling() {
    return true;
  }
}
