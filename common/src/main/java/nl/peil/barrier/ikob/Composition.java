package nl.peil.barrier.ikob;

import java.util.Arrays;

/**
 * How the people of an income class are made up, by grade of urbanisation: the five tables of
 * percentages of IKOB (section 3 of its method). Rows need not add up to 100, and are never
 * rescaled (quirk Q5).
 *
 * @param withCar percent with a car (WelAuto), by grade 1 to 5, then by income class
 * @param withoutCar percent with a licence and no car (GeenAuto), likewise
 * @param withoutLicence percent without licence (GeenRijbewijs), likewise
 * @param preferences percent of car owners with a preference (Voorkeuren), by grade, then in the
 *     order Auto, Neutraal, Fiets, OV
 * @param preferencesWithoutCar likewise of people without car (VoorkeurenGeenAuto), in the order
 *     Neutraal, Fiets, OV
 */
@SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
public record Composition(
    double[][] withCar,
    double[][] withoutCar,
    double[][] withoutLicence,
    double[][] preferences,
    double[][] preferencesWithoutCar) {

  /** Grades of urbanisation: 1 is the most urban. */
  public static final int GRADES = 5;

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException when a table has other rows or columns
   */
  public Composition {
    check("WelAuto", withCar, IncomeClass.COUNT);
    check("GeenAuto", withoutCar, IncomeClass.COUNT);
    check("GeenRijbewijs", withoutLicence, IncomeClass.COUNT);
    check("Voorkeuren", preferences, Preference.COUNT);
    check("VoorkeurenGeenAuto", preferencesWithoutCar, Preference.COUNT - 1);
  }

  private static void check(String name, double[][] table, int columns) {
    if (table.length != GRADES || Arrays.stream(table).anyMatch(row -> row.length != columns)) {
      throw new IllegalArgumentException(
          "%s: expected %d rows (grade of urbanisation) of %d numbers"
              .formatted(name, GRADES, columns));
    }
  }

  /** Part of car owners of a grade with a preference. */
  double preference(int grade, Preference preference) {
    return preferences[grade - 1][preference.ordinal()] / 100;
  }

  /** Part of people without car of a grade with a preference, which is not that for the car. */
  double preferenceWithoutCar(int grade, Preference preference) {
    return preferencesWithoutCar[grade - 1][preference.ordinal() - 1] / 100;
  }
}
