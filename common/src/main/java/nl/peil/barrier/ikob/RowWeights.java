package nl.peil.barrier.ikob;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of one row of the matrices at a time: from one zone to all others. The passes over
 * all rows use it, and whoever wants to see a row. A row of an experienced time is weighed with all
 * its curves when first asked for. Used by one thread.
 */
public final class RowWeights {

  private static final Map<TimeKind, List<Preference>> HOLDERS = holders();

  private final SkimRows rows;
  private final ExperiencedTime times;
  private final Map<TimeKind, CurveSheet> sheets = new EnumMap<>(TimeKind.class);
  private final ExperiencedTime.Reach reach;
  private final double[][] weights = new double[SingleWeight.SLOTS][];

  /** Of each kind: for which row and class its weights were made. */
  private final long[] made = new long[TimeKind.COUNT];

  private final double[] minutes;
  private final double[] scratch;
  private long current;

  /**
   * Stands before the first row.
   *
   * @param parameters settings, with the curves
   * @param parking what parking takes
   * @param rows skims of a part of day
   */
  public RowWeights(Parameters parameters, Parking parking, SkimRows rows) {
    this.rows = rows;
    this.times = new ExperiencedTime(parameters, parking);
    this.minutes = new double[rows.zones()];
    this.scratch = new double[rows.zones()];
    for (var kind : TimeKind.values()) {
      sheets.put(kind, sheet(kind, parameters));
      for (var preference : preferences(kind)) {
        weights[new SingleWeight(kind, preference).slot()] = new double[rows.zones()];
      }
    }
    this.reach = reach(parameters);
  }

  /** The preferences of the weights of a kind. */
  private static Map<TimeKind, List<Preference>> holders() {
    var holders = new EnumMap<TimeKind, List<Preference>>(TimeKind.class);
    for (var kind : TimeKind.values()) {
      holders.put(
          kind,
          Arrays.stream(Preference.values())
              .map(preference -> SingleWeight.of(kind, preference).preference())
              .distinct()
              .toList());
    }
    return holders;
  }

  private static List<Preference> preferences(TimeKind kind) {
    return HOLDERS.getOrDefault(kind, List.of());
  }

  /**
   * Minutes beyond which nothing has a weight. Money that can be negative may bring anything within
   * reach.
   */
  static ExperiencedTime.Reach reach(Parameters parameters) {
    var fare = parameters.fare();
    var cap = fare.cap();
    boolean positive =
        fare.start() >= 0
            && fare.perKm() >= 0
            && (cap == null || cap >= 0)
            && parameters.fossil().perKm() + parameters.fossil().levy() >= 0
            && parameters.electric().perKm() + parameters.electric().levy() >= 0
            && parameters.electric().levy() >= 0
            && parameters.sharedCar().perKm() >= 0
            && parameters.sharedCar().perMinute() >= 0
            && parameters.taxi().perKm() >= 0
            && parameters.taxi().perMinute() >= 0
            && Arrays.stream(IncomeClass.values())
                .allMatch(income -> parameters.minutesPerEuro().of(income) >= 0);
    return positive
        ? new ExperiencedTime.Reach(
            Arrays.stream(TimeKind.values())
                .filter(kind -> kind.transport() != Transport.FIETS)
                .filter(kind -> kind != TimeKind.OV && kind != TimeKind.GRATIS_OV)
                .mapToDouble(kind -> last(kind, parameters))
                .max()
                .orElse(Double.POSITIVE_INFINITY),
            last(TimeKind.FIETS, parameters),
            Math.max(last(TimeKind.OV, parameters), last(TimeKind.GRATIS_OV, parameters)))
        : ExperiencedTime.Reach.ALL;
  }

  private static double last(TimeKind kind, Parameters parameters) {
    return sheet(kind, parameters).last();
  }

  private static CurveSheet sheet(TimeKind kind, Parameters parameters) {
    return new CurveSheet(
        preferences(kind).stream()
            .map(preference -> parameters.curves().of(kind.transport(), preference))
            .toList());
  }

  private CurveSheet sheet(TimeKind kind) {
    var sheet = sheets.get(kind);
    if (sheet == null) {
      throw new IllegalStateException("no curves for " + kind);
    }
    return sheet;
  }

  /** Goes to the row of a zone, with all its pairs. */
  public void read(int origin) {
    times.read(rows, origin, ExperiencedTime.Reach.ALL);
    current++;
  }

  /** Goes to the row of a zone and leaves out pairs of which all weights are 0. */
  void readWithinReach(int origin) {
    times.read(rows, origin, reach);
    current++;
  }

  /** How many pairs the row has. */
  int count() {
    return times.count();
  }

  /** Zones of destination of the pairs, in the first places. */
  int[] destinations() {
    return times.destinations();
  }

  /** Experienced minutes of the row, by destination. */
  public double[] minutes(TimeKind kind, IncomeClass income) {
    var row = new double[times.count()];
    times.minutes(kind, income, row);
    return row;
  }

  /** Weights of one mode, by destination. */
  public double[] single(SingleWeight weight, IncomeClass income) {
    return Arrays.copyOf(slot(weight, income), times.count());
  }

  /**
   * Weights of a group that has several modes: the largest, destination by destination.
   *
   * @param electric the own car is electric; means nothing to groups without
   */
  public double[] group(Group group, ModeSet modes, boolean electric, IncomeClass income) {
    var largest = new double[times.count()];
    for (var weight : GroupWeight.of(group, modes, electric)) {
      double[] one = slot(weight, income);
      for (int i = 0; i < largest.length; i++) {
        largest[i] = Math.max(largest[i], one[i]);
      }
    }
    return largest;
  }

  /** The weights themselves, made when they are not there yet; overwritten by the next row. */
  double[] slot(SingleWeight weight, IncomeClass income) {
    var kind = weight.time();
    long wanted = kind.perClass() ? current * 8 + 1 + income.ordinal() : current * 8;
    if (made[kind.ordinal()] != wanted) {
      times.minutes(kind, income, minutes);
      sheet(kind)
          .weigh(
              minutes,
              times.count(),
              scratch,
              preferences(kind).stream()
                  .map(preference -> weights[new SingleWeight(kind, preference).slot()])
                  .toArray(double[][]::new));
      made[kind.ordinal()] = wanted;
    }
    return weights[weight.slot()];
  }
}
