package nl.peil.model;

/**
 * A scenario and the year it describes; both are free keys of the delivery ({@code ima_hoog},
 * 2040).
 *
 * @param scenario name of the scenario
 * @param year calendar year
 */
public record ScenarioYear(String scenario, int year) {

  /**
   * The scenario-year that {@link #toString} wrote: {@code ima_hoog/2040}.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static ScenarioYear parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash <= 0 || !text.substring(slash + 1).matches("\\d{4}")) {
      throw new IllegalArgumentException(
          "expected a scenario and a year, as in basis/2022, got '" + text + "'");
    }
    return new ScenarioYear(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return scenario + "/" + year;
  }
}
