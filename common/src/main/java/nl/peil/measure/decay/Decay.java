package nl.peil.measure.decay;

import java.io.Serializable;

/**
 * How much an opportunity counts at a travel time.
 *
 * <p>Contract: defined for every travel time in minutes from 0; the weight lies between 0 and 1, is
 * 1 at 0 minutes unless the implementation states otherwise, and never rises with the travel time.
 * {@link DecayTable} checks it on its grid.
 */
public interface Decay extends Serializable {

  /**
   * The weight of an opportunity.
   *
   * @param minutes travel time, 0 or more
   * @return weight from 0 to 1, without unit
   */
  double at(double minutes);
}
