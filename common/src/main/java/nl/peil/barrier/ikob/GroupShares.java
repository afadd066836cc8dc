package nl.peil.barrier.ikob;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The labour force of each zone, divided into 15 groups for each of 4 income classes (section 4 of
 * IKOB's method).
 *
 * <p>With f the part of a class in its zone, A, NC and NL the percentages with car, without car and
 * without licence, O = sum of f A / 100 the expected ownership, and C the cars per household: kappa
 * = C / O where 0 &lt; C &lt; O, else 1; w = kappa A / 100; the others grow with rho = (1 - w) / (1
 * - A / 100). Of w a part phi drives free of cost. Free public transport and preferences divide
 * further. Shares are parts of the whole zone: the 15 of a class add up to about its f, and all 60
 * to about 1; nothing is rescaled (quirk Q5). Cars per household are compared with a share of
 * persons, as IKOB does (quirk Q9).
 */
public final class GroupShares implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Groups of all classes. */
  public static final int COLUMNS = IncomeClass.COUNT * Group.COUNT;

  private final double[][] all;
  private final double[][] owners;
  private final double[][] classes;

  private GroupShares(int zones) {
    this.all = new double[zones][COLUMNS];
    this.owners = new double[zones][COLUMNS];
    this.classes = new double[zones][IncomeClass.COUNT];
  }

  /**
   * Divides the people of all zones.
   *
   * @throws IllegalArgumentException when everybody of a class has a car while ownership is capped:
   *     those without car cannot grow from nobody (quirk Q10)
   */
  public static GroupShares of(
      Population population, Composition composition, Parameters parameters) {
    var shares = new GroupShares(population.zones());
    for (int zone = 0; zone < population.zones(); zone++) {
      shares.divide(zone, population, composition, parameters);
    }
    return shares;
  }

  private void divide(
      int zone, Population population, Composition composition, Parameters parameters) {
    int grade = population.grade()[zone];
    double[] withCar = composition.withCar()[grade - 1];
    double people = population.people(zone);
    double expected = 0;
    for (var income : IncomeClass.values()) {
      double part = people > 0 ? population.people(zone, income) / people : 0;
      classes[zone][income.ordinal()] = part;
      expected += part * withCar[income.ordinal()] / 100;
    }
    double cars = population.cars()[zone] / 100;
    double cap = cars > 0 && cars < expected ? cars / expected : 1;
    for (var income : IncomeClass.values()) {
      int k = income.ordinal();
      double theory = withCar[k] / 100;
      if (cap != 1 && theory == 1) {
        throw new IllegalArgumentException(
            ("zone %d: WelAuto says that 100 percent of %s with grade %d has a car, and cars per"
                    + " household allow %.4f of that; expected less than 100, or no cap there")
                .formatted(zone + 1, income.label(), grade, cap));
      }
      double owning = cap * theory;
      double growth = cap == 1 ? 1 : (1 - owning) / (1 - theory);
      double free = parameters.freeCar().of(income) * owning;
      var parts =
          new Parts(
              free,
              owning - free,
              growth * composition.withoutCar()[grade - 1][k] / 100,
              growth * composition.withoutLicence()[grade - 1][k] / 100,
              parameters.freePublicTransport());
      for (var group : Group.values()) {
        double share = parts.of(group, grade, composition) * classes[zone][k];
        int column = column(income, group);
        all[zone][column] = share;
        owners[zone][column] = group.ownsCar() && owning > 0 ? share / owning : 0;
      }
    }
  }

  /** The parts of a class in a zone, before preferences and free public transport. */
  private record Parts(
      double freeCar,
      double ownCar,
      double withoutCar,
      double withoutLicence,
      double freePublicTransport) {

    double of(Group group, int grade, Composition composition) {
      double part =
          switch (group.car()) {
            case GRATIS_AUTO -> freeCar;
            case GEEN_AUTO -> withoutCar;
            case GEEN_RIJBEWIJS -> withoutLicence;
            default -> ownCar;
          };
      if (group.freePublicTransport()) {
        return part * freePublicTransport;
      }
      double rest = part * (1 - freePublicTransport);
      return switch (group.car()) {
        case GRATIS_AUTO -> rest;
        case GEEN_AUTO, GEEN_RIJBEWIJS ->
            rest * composition.preferenceWithoutCar(grade, group.preference());
        default -> rest * composition.preference(grade, group.preference());
      };
    }
  }

  /** The column of a group of a class. */
  public static int column(IncomeClass income, Group group) {
    return income.ordinal() * Group.COUNT + group.ordinal();
  }

  /** Number of zones. */
  public int zones() {
    return all.length;
  }

  /** Part of a class in the labour force of its zone (f), 0 to 1; 0 where nobody lives. */
  public double part(int zone, IncomeClass income) {
    return classes[zone][income.ordinal()];
  }

  /**
   * Shares of the groups of a zone, 15 of laag first, then those of the other classes.
   *
   * @param category everybody (S), or car owners only (S': shares of S divided by ownership)
   */
  public double[] shares(int zone, Category category) {
    return row(zone, category).clone();
  }

  /** The shares themselves, for the passes. */
  double[] row(int zone, Category category) {
    return category == Category.ALLE_GROEPEN ? all[zone] : owners[zone];
  }

  /** Headers of the shares: group and class. */
  public static String[] headers() {
    return Arrays.stream(IncomeClass.values())
        .flatMap(
            income ->
                Arrays.stream(Group.values()).map(group -> group.label() + "_" + income.label()))
        .toArray(String[]::new);
  }
}
