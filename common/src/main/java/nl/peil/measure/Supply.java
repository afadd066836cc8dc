package nl.peil.measure;

import java.util.Arrays;
import java.util.List;

/**
 * What is offered of one service, to whom, and what to measure of it.
 *
 * @param service key of the service
 * @param opportunities opportunities per zone, in the order of the {@link ZoneIndex}; 0 where there
 *     are none
 * @param demand people per zone who compete for them, in the same order; NaN where that is not
 *     known. Empty when no measure needs it
 * @param stages the measures, in the order of the result
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, and compared nowhere
public record Supply(String service, double[] opportunities, double[] demand, List<Stage> stages) {

  /** Keeps copies. */
  public Supply {
    opportunities = opportunities.clone();
    demand = demand.clone();
    stages = List.copyOf(stages);
  }

  /** A service that is measured without regard to the people of zones. */
  public Supply(String service, double[] opportunities, List<? extends Stage> stages) {
    this(service, opportunities, new double[0], List.copyOf(stages));
  }

  /** Sum of the demand where it is known. */
  double allDemand() {
    return Arrays.stream(demand).filter(people -> !Double.isNaN(people)).sum();
  }
}
