package nl.peil.barrier.ikob;

import nl.peil.barrier.ikob.Parameters.CarCost;
import nl.peil.barrier.ikob.Parameters.HiredCost;

/**
 * Time and money of a row as one number of minutes (section 5 of IKOB's method). With P car minutes
 * and search times, M additional and parking cost in euro, d kilometres, tau minutes per euro:
 *
 * <ul>
 *   <li>own car: P + tau (d (cost per km + levy) + M); free car: P + tau (d levy + M)
 *   <li>shared car, taxi: P + tau (cost per minute t + d (cost per km + levy)) from 7 minutes on,
 *       else 99999; no parking and no additional cost
 *   <li>public transport: t + tau fare, free of charge t; up to 0.5 minutes 9999
 *   <li>bicycle: t, from 180 minutes on 9999
 * </ul>
 *
 * <p>Pairs that no mode can bring within reach are left out, unless all are asked for: what remains
 * is in the first {@link #count} places.
 */
final class ExperiencedTime {

  /** What stands for no way to get there, minutes. */
  static final double UNREACHABLE = 9999;

  /** What stands for a trip that is too short for a shared car or a taxi, minutes. */
  static final double TOO_SHORT = 99999;

  private static final double BICYCLE_BELOW = 180;
  private static final double PUBLIC_TRANSPORT_ABOVE = 0.5;
  private static final double HIRED_FROM = 7;

  private final Parameters parameters;
  private final double[] atOrigin;
  private final double[] atDestination;
  private final double[] parkingCost;
  private final SkimRow row;
  private final int[] destinations;

  /** P, minutes. */
  private final double[] car;

  /** M, euro. */
  private final double[] money;

  /** Fare, euro. */
  private final double[] fare;

  private int count;

  ExperiencedTime(Parameters parameters, Parking parking) {
    int zones = parking.cost().length;
    this.parameters = parameters;
    this.atOrigin = parking.atOrigin(parameters.deviations());
    this.atDestination = parking.atDestination(parameters.deviations());
    this.parkingCost = parking.cost();
    this.row = new SkimRow(zones);
    this.destinations = new int[zones];
    this.car = new double[zones];
    this.money = new double[zones];
    this.fare = new double[zones];
  }

  /**
   * Goes to another origin.
   *
   * @param reach pairs beyond this are left out
   */
  void read(SkimRows rows, int origin, Reach reach) {
    rows.read(origin, row);
    double search = atOrigin[origin];
    count = 0;
    for (int j = 0; j < destinations.length; j++) {
      double p = row.carMinutes[j] + search + atDestination[j];
      double m = (row.additionalCost[j] + parkingCost[j]) / 100;
      double fee =
          row.fares ? row.publicTransport[j] : parameters.fare().euro(row.publicTransport[j]);
      if (reach.holds(row, j, p, m, fee)) {
        keep(j, p, m, fee);
      }
    }
  }

  private void keep(int destination, double p, double m, double fee) {
    int at = count;
    row.carMinutes[at] = row.carMinutes[destination];
    row.carKm[at] = row.carKm[destination];
    row.bicycleMinutes[at] = row.bicycleMinutes[destination];
    row.publicTransportMinutes[at] = row.publicTransportMinutes[destination];
    destinations[at] = destination;
    car[at] = p;
    money[at] = m;
    fare[at] = fee;
    count = at + 1;
  }

  /** Pairs that are left. */
  int count() {
    return count;
  }

  /** The zones of destination of the pairs. */
  int[] destinations() {
    return destinations;
  }

  /** Experienced minutes of all pairs, in the first places of an array. */
  void minutes(TimeKind kind, IncomeClass income, double[] minutes) {
    double tau = parameters.minutesPerEuro().of(income);
    switch (kind) {
      case FIETS -> bicycle(minutes);
      case AUTO_FOSSIEL -> ownCar(parameters.fossil(), tau, minutes);
      case AUTO_ELEKTRISCH -> ownCar(parameters.electric(), tau, minutes);
      case GRATIS_AUTO -> ownCar(new CarCost(0, parameters.electric().levy()), tau, minutes);
      case OV -> publicTransport(tau, minutes);
      case GRATIS_OV -> publicTransport(0, minutes);
      case GEEN_AUTO -> hired(parameters.sharedCar(), tau, minutes);
      case GEEN_RIJBEWIJS -> hired(parameters.taxi(), tau, minutes);
    }
  }

  private void bicycle(double[] minutes) {
    for (int i = 0; i < count; i++) {
      double t = row.bicycleMinutes[i];
      minutes[i] = t < BICYCLE_BELOW ? t : UNREACHABLE;
    }
  }

  private void ownCar(CarCost cost, double tau, double[] minutes) {
    double perKm = cost.perKm() / 100 + cost.levy() / 100;
    for (int i = 0; i < count; i++) {
      minutes[i] = car[i] + tau * (row.carKm[i] * perKm + money[i]);
    }
  }

  private void hired(HiredCost cost, double tau, double[] minutes) {
    double perKm = cost.perKm() + parameters.electric().levy() / 100;
    for (int i = 0; i < count; i++) {
      double t = row.carMinutes[i];
      double paid = car[i] + tau * (cost.perMinute() * t + row.carKm[i] * perKm);
      minutes[i] = t >= HIRED_FROM ? paid : TOO_SHORT;
    }
  }

  private void publicTransport(double tau, double[] minutes) {
    for (int i = 0; i < count; i++) {
      double t = row.publicTransportMinutes[i];
      minutes[i] = t > PUBLIC_TRANSPORT_ABOVE ? t + tau * fare[i] : UNREACHABLE;
    }
  }

  /**
   * Minutes beyond which no curve leaves a weight, before money is added. Money adds only where it
   * is not negative; so a pair with negative cost always counts.
   *
   * @param car minutes by car, search times included
   * @param bicycle minutes by bicycle
   * @param publicTransport minutes by public transport
   */
  record Reach(double car, double bicycle, double publicTransport) {

    /** Leaves nothing out. */
    static final Reach ALL =
        new Reach(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    boolean holds(SkimRow row, int j, double p, double money, double fare) {
      return p <= car
          || row.bicycleMinutes[j] <= bicycle
          || row.publicTransportMinutes[j] <= publicTransport
          || money < 0
          || fare < 0
          || row.carKm[j] < 0
          || row.carMinutes[j] < 0;
    }
  }
}
