package nl.peil.measure;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A measure that has to look at all origins before it has a value for one: sums over the whole
 * matrix, such as the people that compete for the places of each school. Each pass over the matrix
 * gathers sums; with their total {@link #next} gives what follows: the measure, or another pass.
 *
 * <p>Contract: sums are additive over rows, so that parts of a matrix can be gathered apart and
 * added; the order of rows does not matter beyond rounding. Neither this object nor the reach
 * changes.
 */
public non-sealed interface Gathering extends Stage {

  /**
   * How many sums it keeps.
   *
   * @param destinations number of destinations with opportunities of the service
   */
  int sums(int destinations);

  /**
   * Adds what one origin contributes.
   *
   * @param reach the destinations of the service that can be reached, with the demand of the origin
   * @param sums the sums so far, as many as {@link #sums} says
   */
  void gather(Reach reach, double[] sums);

  /**
   * What follows when all origins have been seen.
   *
   * @param sums the sums over all origins
   * @param served what there is in all
   * @throws IllegalArgumentException when the measure cannot be computed for this demand and supply
   */
  Stage next(double[] sums, Served served);

  /**
   * What there is in all, reachable or not.
   *
   * @param opportunities opportunities by place of the destination
   * @param demand sum of the demand over all zones where it is known
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, and compared nowhere
  record Served(double[] opportunities, double demand) implements Serializable {

    /** Sum of the opportunities over all destinations. */
    double allOpportunities() {
      return Arrays.stream(opportunities).sum();
    }
  }
}
