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

  /**
   * Checks the demand.
   *
   * @param zones how many zones there are
   * @throws IllegalArgumentException when it is negative, infinite, or not one per zone though a
   *     measure needs it
   */
  void requireDemand(int zones) {
    var needing = stages.stream().filter(Stage::needsDemand).findFirst();
    if (demand.length != zones && (demand.length > 0 || needing.isPresent())) {
      throw new IllegalArgumentException(
          "service '%s'%s: expected demand for %d zones, but got %d"
              .formatted(
                  service,
                  needing.map(stage -> ", measure " + stage.name()).orElse(""),
                  zones,
                  demand.length));
    }
    for (int zone = 0; zone < demand.length; zone++) {
      if (demand[zone] < 0 || demand[zone] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "service '%s', zone at place %d: demand must be finite and 0 or more, or NaN when unknown, but is %s"
                .formatted(service, zone, demand[zone]));
      }
    }
  }
}
