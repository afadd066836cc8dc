package nl.peil.barrier.ikob;

import nl.peil.barrier.ikob.Parameters.CarCost;
import nl.peil.barrier.ikob.Parameters.HiredCost;

/**
 * IKOB as its method is written, matrix by matrix and group by group: slow, and with nothing of the
 * code that it is compared with but the names and the shares of groups.
 */
final class DenseIkob {

  private final int n;
  private final Population population;
  private final GroupShares shares;
  private final double[][] jobs;
  private final Parking parking;
  private final Parameters p;
  private final RandomSkims skims;

  DenseIkob(
      RandomSkims skims,
      Population population,
      Composition composition,
      double[][] jobs,
      Parking parking,
      Parameters parameters) {
    this.n = skims.zones();
    this.population = population;
    this.shares = GroupShares.of(population, composition, parameters);
    this.jobs = jobs;
    this.parking = parking;
    this.p = parameters;
    this.skims = skims;
  }

  private double car(int i, int j) {
    return p.deviations().parkingAsLabelled()
        ? skims.carMinutes[i][j] + parking.departure()[i] + parking.arrival()[j]
        : skims.carMinutes[i][j] + parking.arrival()[i] + parking.departure()[j];
  }

  private double own(CarCost cost, double tau, int i, int j) {
    double m = (skims.additional[i][j] + parking.cost()[j]) / 100;
    return car(i, j) + tau * (skims.carKm[i][j] * (cost.perKm() + cost.levy()) / 100 + m);
  }

  private double hired(HiredCost cost, double tau, int i, int j) {
    double t = skims.carMinutes[i][j];
    double levy = p.electric().levy() / 100;
    return t >= 7
        ? car(i, j) + tau * (cost.perMinute() * t + skims.carKm[i][j] * (cost.perKm() + levy))
        : 99999;
  }

  double time(TimeKind kind, IncomeClass k, int i, int j) {
    double tau = p.minutesPerEuro().of(k);
    double ov = skims.ovMinutes[i][j];
    Double cap = p.fare().cap();
    double fare = (p.fare().start() + p.fare().perKm() * Math.max(skims.ovKm[i][j], 0)) / 100;
    double paid = cap == null ? fare : Math.min(fare, cap);
    return switch (kind) {
      case FIETS -> skims.bicycle[i][j] < 180 ? skims.bicycle[i][j] : 9999;
      case AUTO_FOSSIEL -> own(p.fossil(), tau, i, j);
      case AUTO_ELEKTRISCH -> own(p.electric(), tau, i, j);
      case GRATIS_AUTO -> own(new CarCost(0, p.electric().levy()), tau, i, j);
      case OV -> ov > 0.5 ? ov + tau * paid : 9999;
      case GRATIS_OV -> ov > 0.5 ? ov : 9999;
      case GEEN_AUTO -> hired(p.sharedCar(), tau, i, j);
      case GEEN_RIJBEWIJS -> hired(p.taxi(), tau, i, j);
    };
  }

  private double weight(TimeKind kind, Preference preference, IncomeClass k, int i, int j) {
    var curve = p.curves().of(kind.transport(), preference);
    double t = time(kind, k, i, j);
    double weight = curve.scale() / (1 + Math.exp(curve.alpha() * (t - curve.omega())));
    return t >= 180 || weight < 0.001 ? 0 : weight;
  }

  private double group(Group g, ModeSet m, TimeKind ownCar, IncomeClass k, int i, int j) {
    double largest = 0;
    if (m.car()) {
      var kind = g.hasTwoFuels() ? ownCar : g.car();
      largest = weight(kind, g.preference(), k, i, j);
    }
    if (m.publicTransport()) {
      var preference =
          g == Group.GRATIS_AUTO ? (m.car() ? Preference.AUTO : Preference.OV) : g.preference();
      largest =
          Math.max(
              largest,
              g.freePublicTransport()
                  ? weight(TimeKind.GRATIS_OV, Preference.OV, k, i, j)
                  : weight(TimeKind.OV, preference, k, i, j));
    }
    if (m.bicycle()) {
      var preference = g.label().endsWith("vkFiets") ? Preference.FIETS : Preference.NEUTRAAL;
      largest = Math.max(largest, weight(TimeKind.FIETS, preference, k, i, j));
    }
    return largest;
  }

  double group(Group g, ModeSet m, IncomeClass k, int i, int j) {
    double electric = p.electricShare().of(k) / 100;
    return electric * group(g, m, TimeKind.AUTO_ELEKTRISCH, k, i, j)
        + (1 - electric) * group(g, m, TimeKind.AUTO_FOSSIEL, k, i, j);
  }

  private double share(Category category, int zone, IncomeClass k, Group g) {
    return shares.shares(zone, category)[GroupShares.column(k, g)];
  }

  double jobs(Category category, int z, IncomeClass k, ModeSet m) {
    double sum = 0;
    for (var g : Group.values()) {
      double reached = 0;
      for (int j = 0; j < n; j++) {
        reached += group(g, m, k, z, j) * jobs[j][k.ordinal()];
      }
      double f = shares.part(z, k);
      sum += f > 0 ? reached * share(category, z, k, g) / f : 0;
    }
    return sum;
  }

  double workforce(int z, IncomeClass k, ModeSet m) {
    double sum = 0;
    for (var g : Group.values()) {
      for (int i = 0; i < n; i++) {
        sum += group(g, m, k, i, z) * share(Category.ALLE_GROEPEN, i, k, g) * population.people(i);
      }
    }
    return sum;
  }

  double jobCompetition(int z, IncomeClass k, ModeSet m) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double there = workforce(j, k, m);
      sum += mixed(z, j, k, m) * jobs[j][k.ordinal()] / (there > 0 ? there : 1);
    }
    return sum;
  }

  double workerCompetition(Category last, int z, IncomeClass k, ModeSet m) {
    double sum = 0;
    boolean inward = p.deviations().workersComeToWork();
    for (int j = 0; j < n; j++) {
      double there = jobs(last, j, k, m);
      sum +=
          (inward ? mixed(j, z, k, m) : mixed(z, j, k, m))
              * population.people(j, k)
              / (there > 0 ? there : 1);
    }
    return sum;
  }

  /** Weight of the average person of a class. */
  private double mixed(int z, int j, IncomeClass k, ModeSet m) {
    double f = shares.part(z, k);
    double sum = 0;
    for (var g : Group.values()) {
      sum += f > 0 ? group(g, m, k, z, j) * share(Category.ALLE_GROEPEN, z, k, g) / f : 0;
    }
    return sum;
  }
}
