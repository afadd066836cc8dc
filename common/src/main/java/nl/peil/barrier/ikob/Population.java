package nl.peil.barrier.ikob;

import java.util.stream.DoubleStream;

/**
 * The people of the zones.
 *
 * @param labourForce persons, by zone, then by income class
 * @param cars cars per 100 households, by zone; 0 or less: ownership is not capped there
 * @param grade grade of urbanisation, by zone, 1 to 5
 */
@SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
public record Population(double[][] labourForce, double[] cars, int[] grade) {

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException when zones differ in number, a zone has no grade of 1 to 5, or
   *     a number of persons is negative
   */
  public Population {
    int zones = labourForce.length;
    if (cars.length != zones || grade.length != zones) {
      throw new IllegalArgumentException(
          "expected as many zones everywhere, got %d with labour force, %d with cars, %d with grade"
              .formatted(zones, cars.length, grade.length));
    }
    for (int zone = 0; zone < zones; zone++) {
      if (grade[zone] < 1 || grade[zone] > Composition.GRADES) {
        throw new IllegalArgumentException(
            "zone %d: expected a grade of urbanisation of 1 to %d, got %d"
                .formatted(zone + 1, Composition.GRADES, grade[zone]));
      }
      if (labourForce[zone].length != IncomeClass.COUNT
          || DoubleStream.of(labourForce[zone]).anyMatch(persons -> !(persons >= 0))) {
        throw new IllegalArgumentException(
            "zone %d: expected the labour force of %d income classes, 0 or more each"
                .formatted(zone + 1, IncomeClass.COUNT));
      }
    }
  }

  /** Number of zones. */
  public int zones() {
    return grade.length;
  }

  /** Labour force of all classes in a zone, persons. */
  public double people(int zone) {
    return DoubleStream.of(labourForce[zone]).sum();
  }

  /** Persons of a class in a zone. */
  public double people(int zone, IncomeClass income) {
    return labourForce[zone][income.ordinal()];
  }
}
