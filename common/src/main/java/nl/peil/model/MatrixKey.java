package nl.peil.model;

/**
 * What one travel-time matrix is about.
 *
 * @param scenarioYear scenario and year
 * @param mode mode of travel
 * @param period part of the day
 */
public record MatrixKey(ScenarioYear scenarioYear, Mode mode, Period period) {

  @Override
  public String toString() {
    return scenarioYear + "/" + mode.key() + "/" + period.key();
  }
}
