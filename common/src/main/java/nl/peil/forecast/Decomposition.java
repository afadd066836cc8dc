package nl.peil.forecast;

/**
 * How much of a change comes from the network (travel times), from land use (people and jobs) and
 * from services (facilities). Each input is either that of the base or that of the future; the
 * parts are Shapley values (Shapley 1953): the mean, over all orders in which the three inputs can
 * be swapped, of the change that the swap of one makes. They sum to the whole change, and no order
 * is favoured. Unit: that of the number.
 *
 * @param network part of the network
 * @param landUse part of land use
 * @param services part of services
 * @param networkAlone change when only the network is swapped
 * @param landUseAlone change when only land use is swapped
 * @param servicesAlone change when only services are swapped
 * @param delta the whole change
 */
public record Decomposition(
    double network,
    double landUse,
    double services,
    double networkAlone,
    double landUseAlone,
    double servicesAlone,
    double delta) {

  /** Bit of the network in the number of a state. */
  public static final int NETWORK = 1;

  /** Bit of land use in the number of a state. */
  public static final int LAND_USE = 2;

  /** Bit of services in the number of a state. */
  public static final int SERVICES = 4;

  /** Number of states: every combination of base and future. */
  public static final int STATES = 8;

  /**
   * The parts of a change.
   *
   * @param byState the number in each state; the bits of the index tell which inputs are those of
   *     the future: 0 is the base, 7 the future
   * @throws IllegalArgumentException when there are not eight
   */
  public static Decomposition of(double[] byState) {
    if (byState.length != STATES) {
      throw new IllegalArgumentException("expected 8 states, got " + byState.length);
    }
    return new Decomposition(
        shapley(byState, NETWORK, LAND_USE, SERVICES),
        shapley(byState, LAND_USE, NETWORK, SERVICES),
        shapley(byState, SERVICES, NETWORK, LAND_USE),
        byState[NETWORK] - byState[0],
        byState[LAND_USE] - byState[0],
        byState[SERVICES] - byState[0],
        byState[STATES - 1] - byState[0]);
  }

  /** Two of six orders swap it first, two last, one each between the others. */
  private static double shapley(double[] byState, int cause, int one, int other) {
    double first = byState[cause] - byState[0];
    double afterOne = byState[cause | one] - byState[one];
    double afterOther = byState[cause | other] - byState[other];
    double last = byState[STATES - 1] - byState[one | other];
    return (2 * first + afterOne + afterOther + 2 * last) / 6;
  }

  /** What the three together do beyond what each does alone. */
  public double interaction() {
    return delta - networkAlone - landUseAlone - servicesAlone;
  }
}
