package nl.peil.barrier.ikob;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What can be set of IKOB, with its defaults (sections 3 and 6 of its method).
 *
 * @param minutesPerEuro what a euro weighs (TVOM), minutes per euro
 * @param fossil cost of the own car on fossil fuel
 * @param electric cost of the own electric car; its levy is also that of free, shared and hired
 *     cars (quirk Q2)
 * @param fare fare of public transport
 * @param sharedCar what a car costs who has none (GeenAuto)
 * @param taxi what a car costs who has no licence (GeenRijbewijs)
 * @param electricShare share of trips with the own car that are electric, percent (Percelektrisch)
 * @param freePublicTransport share of people who travel free by public transport, 0 to 1
 * @param freeCar share of car owners who drive without cost per kilometre, 0 to 1
 * @param curves decay curves of the motive
 * @param deviations where not to do as IKOB does
 */
public record Parameters(
    PerClass minutesPerEuro,
    CarCost fossil,
    CarCost electric,
    Fare fare,
    HiredCost sharedCar,
    HiredCost taxi,
    PerClass electricShare,
    double freePublicTransport,
    PerClass freeCar,
    Curves curves,
    Deviations deviations)
    implements Serializable {

  /** TVOM of motive werk, minutes per euro. */
  public static final PerClass WORK = new PerClass(12, 9, 6, 4);

  /** TVOM of all other motives, minutes per euro. */
  public static final PerClass OTHER = new PerClass(15.5, 10.9, 7.25, 4.8);

  /** Share of car owners without cost per kilometre; IKOB has no setting for it. */
  public static final PerClass FREE_CAR = new PerClass(0, 0.02, 0.175, 0.275);

  /**
   * Cost of a car of one's own.
   *
   * @param perKm variable cost, cent per km
   * @param levy kilometre levy, cent per km
   */
  public record CarCost(double perKm, double levy) implements Serializable {}

  /**
   * Fare of public transport: {@code start + perKm * max(km, 0)}, at most the cap.
   *
   * @param start boarding tariff, cent
   * @param perKm cent per km
   * @param cap highest fare, euro; null: none
   */
  public record Fare(double start, double perKm, @Nullable Double cap) implements Serializable {

    /** The fare of a distance, euro. */
    public double euro(double km) {
      double fare = start / 100 + perKm / 100 * Math.max(km, 0);
      return cap == null ? fare : Math.min(fare, cap);
    }
  }

  /**
   * Cost of a car that is not one's own.
   *
   * @param perKm euro per km
   * @param perMinute euro per minute
   */
  public record HiredCost(double perKm, double perMinute) implements Serializable {}

  /**
   * Where IKOB does something else than its names say, and what to do then; {@link #NONE} is as
   * IKOB does.
   *
   * @param parkingAsLabelled search time called arrival counts at the destination, and that called
   *     departure at the origin; IKOB has it the other way round (quirk Q1)
   * @param workersComeToWork competition for workers looks from the work zone to those who live
   *     elsewhere, as the workforce within reach does; IKOB looks outward (quirk Q3)
   */
  public record Deviations(boolean parkingAsLabelled, boolean workersComeToWork)
      implements Serializable {

    /** As IKOB does. */
    public static final Deviations NONE = new Deviations(false, false);
  }

  /**
   * Checks what would make nonsense of every number.
   *
   * @throws IllegalArgumentException when a share is not between its bounds, or a number is not
   *     finite
   */
  public Parameters {
    if (!(freePublicTransport >= 0 && freePublicTransport <= 1)) {
      throw new IllegalArgumentException(
          "share of free public transport: expected 0 to 1, got " + freePublicTransport);
    }
    for (var income : IncomeClass.values()) {
      double electricPart = electricShare.of(income);
      if (!(electricPart >= 0 && electricPart <= 100)) {
        throw new IllegalArgumentException(
            "electric share of %s: expected 0 to 100 percent, got %s"
                .formatted(income.label(), electricPart));
      }
      if (!Double.isFinite(minutesPerEuro.of(income))) {
        throw new IllegalArgumentException(
            "minutes per euro of %s: expected a number, got %s"
                .formatted(income.label(), minutesPerEuro.of(income)));
      }
    }
  }

  /** IKOB's defaults for motive werk. */
  public static Parameters work() {
    return of(Motive.WERK);
  }

  /** IKOB's defaults for a motive. */
  public static Parameters of(Motive motive) {
    return new Parameters(
        motive.minutesPerEuro(),
        new CarCost(16, 0),
        new CarCost(5, 0),
        new Fare(75, 12, null),
        new HiredCost(0.33, 0.05),
        new HiredCost(2.40, 0.40),
        PerClass.all(0),
        0.03,
        FREE_CAR,
        motive.curves(Bicycle.FIETS),
        Deviations.NONE);
  }

  /** The same with other electric shares, percent. */
  public Parameters withElectricShare(PerClass percent) {
    return new Parameters(
        minutesPerEuro,
        fossil,
        electric,
        fare,
        sharedCar,
        taxi,
        percent,
        freePublicTransport,
        freeCar,
        curves,
        deviations);
  }

  /** The same for another motive. */
  public Parameters forMotive(PerClass worthOfMoney, Curves itsCurves) {
    return new Parameters(
        worthOfMoney,
        fossil,
        electric,
        fare,
        sharedCar,
        taxi,
        electricShare,
        freePublicTransport,
        freeCar,
        itsCurves,
        deviations);
  }

  /** The same with other deviations. */
  public Parameters withDeviations(Deviations other) {
    return new Parameters(
        minutesPerEuro,
        fossil,
        electric,
        fare,
        sharedCar,
        taxi,
        electricShare,
        freePublicTransport,
        freeCar,
        curves,
        other);
  }
}
