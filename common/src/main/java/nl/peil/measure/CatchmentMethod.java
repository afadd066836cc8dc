package nl.peil.measure;

/** The methods of floating catchment; f is the decay between an origin i and a destination j. */
public enum CatchmentMethod {
  /** Two steps (Luo and Wang 2003): f in both; usually binary. */
  TWO_STEP("2sfca"),
  /** Two steps, enhanced (Luo and Qi 2009): the same with a stepped or continuous f. */
  ENHANCED_TWO_STEP("e2sfca"),
  /**
   * Three steps (Wan, Zou, Sternberg 2012): f times the share of j in the sum of f of the origin,
   * so that people with many options weigh less on each.
   */
  THREE_STEP("3sfca"),
  /**
   * Balanced (Paez, Higgins, Vivona 2019): f as a share of the origin in the first step, so that
   * nobody is counted twice, and as a share of the destination in the second, so that nothing is
   * given away twice.
   */
  BALANCED("bfca");

  private final String key;

  CatchmentMethod(String key) {
    this.key = key;
  }

  /** How it is written, for example {@code 2sfca}. */
  public String key() {
    return key;
  }

  /** True when weights depend on all that the origin can reach. */
  boolean needsRowTotal() {
    return this == THREE_STEP || this == BALANCED;
  }

  /** Weight of the people of an origin at a destination, in the first step. */
  double demandWeight(double f, double rowTotal) {
    return switch (this) {
      case TWO_STEP, ENHANCED_TWO_STEP -> f;
      case THREE_STEP -> f * f / rowTotal;
      case BALANCED -> f / rowTotal;
    };
  }

  /** Weight of a destination for an origin, in the second step; of BALANCED before its share. */
  double supplyWeight(double f, double rowTotal) {
    return this == THREE_STEP ? f * f / rowTotal : f;
  }
}
