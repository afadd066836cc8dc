package nl.peil.jobs.sample;

/**
 * What makes the travel times of a scenario-year differ.
 *
 * @param scenario name
 * @param year year
 * @param congestion share that the densest streets add to the driving time
 * @param rail factor on the running time of trains
 * @param waiting factor on waiting for bus and train
 * @param bus factor on the speed of buses
 * @param bicycle factor on the speed of bicycles
 */
record TravelScenario(
    String scenario,
    int year,
    double congestion,
    double rail,
    double waiting,
    double bus,
    double bicycle) {

  /** The base year. */
  static final TravelScenario BASIS =
      new TravelScenario("basis", SampleYears.BASE, 0.35, 1, 1, 1, 1);

  /** High growth: more congestion, better public transport, faster bicycles. */
  static final TravelScenario HOOG =
      new TravelScenario("hoog", SampleYears.FUTURE, 0.52, 0.88, 0.8, 1.06, 1.05);
}
