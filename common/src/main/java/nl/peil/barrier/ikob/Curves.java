package nl.peil.barrier.ikob;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import nl.peil.measure.decay.Ikob;

/**
 * The decay curves of a motive: one for each way of travelling and preference (section 6 of IKOB's
 * method). A curve is {@code scale / (1 + exp(alpha (t - omega)))}, 0 from 180 minutes on and where
 * that is below 0.001.
 *
 * @param table by {@link Transport}, in it by {@link Preference}
 */
public record Curves(List<List<Ikob>> table) implements Serializable {

  private static final Ikob DEFAULT_BICYCLE = new Ikob(0.225, 25, 1);
  private static final Ikob NEUTRAL = new Ikob(0.125, 45, 1);

  /**
   * Checks the table.
   *
   * @throws IllegalArgumentException when it is not 5 ways of travelling by 4 preferences
   */
  public Curves {
    table = table.stream().map(List::copyOf).toList();
    if (table.size() != Transport.COUNT
        || table.stream().anyMatch(row -> row.size() != Preference.COUNT)) {
      throw new IllegalArgumentException(
          "expected curves for %d ways of travelling and %d preferences, got %s"
              .formatted(Transport.COUNT, Preference.COUNT, table));
    }
  }

  /** The curves of motives {@code werk} and {@code sociaal-recreatief}. */
  public static Curves work(Bicycle bicycle) {
    return new Curves(
        List.of(
            List.of(
                new Ikob(0.125, 50, 1),
                NEUTRAL,
                new Ikob(0.125, 45, 0.75),
                new Ikob(0.125, 45, 0.96)),
            List.of(new Ikob(0.125, 30, 0.95), NEUTRAL, NEUTRAL, new Ikob(0.12, 60, 1)),
            bicycle(bicycle),
            same(new Ikob(0.125, 50, 1)),
            same(new Ikob(0.12, 60, 1))));
  }

  /** The curves of motives {@code winkeldagelijks} and {@code onderwijs}. */
  public static Curves nearby() {
    return nearby(10, 12.5);
  }

  /** The curves of other shopping, which IKOB has and does not reach. */
  public static Curves otherShopping() {
    return nearby(15, 20);
  }

  /** Free modes take the curve of those who prefer that mode, as with motive {@code werk}. */
  private static Curves nearby(double omega, double omegaOfCyclists) {
    var usual = new Ikob(0.225, omega, 1);
    var cyclist = new Ikob(0.225, omegaOfCyclists, 1);
    var patient = new Ikob(0.175, omega, 1);
    return new Curves(
        List.of(
            List.of(usual, usual, new Ikob(0.225, omegaOfCyclists, 0.75), usual),
            List.of(usual, usual, cyclist, patient),
            List.of(usual, usual, cyclist, usual),
            same(usual),
            same(patient)));
  }

  private static List<Ikob> bicycle(Bicycle bicycle) {
    return switch (bicycle) {
      case FIETS ->
          List.of(DEFAULT_BICYCLE, DEFAULT_BICYCLE, new Ikob(0.175, 35, 1), DEFAULT_BICYCLE);
      case E_FIETS_AS_REFERENCE -> same(NEUTRAL);
      case E_FIETS -> {
        var other = new Ikob(0.175, 35, 1);
        yield List.of(other, other, new Ikob(0.125, 55, 1), other);
      }
    };
  }

  private static List<Ikob> same(Ikob curve) {
    return IntStream.range(0, Preference.COUNT).mapToObj(preference -> curve).toList();
  }

  /** The curve of a way of travelling for a preference. */
  public Ikob of(Transport transport, Preference preference) {
    return table.get(transport.ordinal()).get(preference.ordinal());
  }
}
