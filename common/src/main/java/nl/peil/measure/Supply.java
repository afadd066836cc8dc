package nl.peil.measure;

import java.util.List;

/** What is offered of one service, and what to measure of it. */
public final class Supply {

  private final String service;
  private final double[] opportunities;
  private final List<Measure> measures;

  /**
   * One service.
   *
   * @param service key of the service
   * @param opportunities opportunities per zone, in the order of the {@link ZoneIndex}; 0 where
   *     there are none
   * @param measures the measures, in the order of the result
   */
  public Supply(String service, double[] opportunities, List<? extends Measure> measures) {
    this.service = service;
    this.opportunities = opportunities.clone();
    this.measures = List.copyOf(measures);
  }

  String service() {
    return service;
  }

  double[] opportunities() {
    return opportunities;
  }

  List<Measure> measures() {
    return measures;
  }
}
