package nl.peil.model;

/**
 * A scenario and the year it describes; both are free keys of the delivery ({@code ima_hoog},
 * 2040).
 *
 * @param scenario name of the scenario
 * @param year calendar year
 */
public record ScenarioYear(String scenario, int year) {

  @Override
  public String toString() {
    return scenario + "/" + year;
  }
}
