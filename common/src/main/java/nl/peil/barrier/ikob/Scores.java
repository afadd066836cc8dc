package nl.peil.barrier.ikob;

import java.io.Serializable;

/** A number for each zone, income class and set of modes. */
public final class Scores implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double[][] values = new double[IncomeClass.COUNT * ModeSet.COUNT][];

  Scores(int zones) {
    for (int series = 0; series < values.length; series++) {
      values[series] = new double[zones];
    }
  }

  static int series(IncomeClass income, ModeSet modes) {
    return income.ordinal() * ModeSet.COUNT + modes.ordinal();
  }

  /** The numbers themselves, to fill. */
  double[] row(int series) {
    return values[series];
  }

  /** The number of a zone. */
  public double of(int zone, IncomeClass income, ModeSet modes) {
    return values[series(income, modes)][zone];
  }

  /** The numbers of all zones. */
  public double[] of(IncomeClass income, ModeSet modes) {
    return values[series(income, modes)].clone();
  }

  /** Adds other numbers to these. */
  void add(Scores other) {
    for (int series = 0; series < values.length; series++) {
      double[] mine = values[series];
      double[] others = other.values[series];
      for (int zone = 0; zone < mine.length; zone++) {
        mine[zone] += others[zone];
      }
    }
  }

  /**
   * Numbers divided by these; by 1 where these are 0, as IKOB does (quirk Q7).
   *
   * @param numerators by zone, then by class
   */
  Scores under(double[][] numerators) {
    int zones = numerators.length;
    var divided = new Scores(zones);
    for (int series = 0; series < values.length; series++) {
      int income = series / ModeSet.COUNT;
      for (int zone = 0; zone < zones; zone++) {
        double denominator = values[series][zone];
        divided.values[series][zone] =
            numerators[zone][income] / (denominator > 0 ? denominator : 1);
      }
    }
    return divided;
  }
}
