package nl.peil.barrier.ikob;

/**
 * Why people travel: each motive has its worth of money and its curves, and wants destinations of
 * its own. IKOB itself computes {@link #WERK} only (quirk Q11).
 */
public enum Motive {
  /** To work; destinations are jobs. */
  WERK("werk"),
  /** Social visits and recreation. */
  SOCIAAL_RECREATIEF("sociaal-recreatief"),
  /** Daily shopping. */
  WINKEL_DAGELIJKS("winkeldagelijks"),
  /** Education. */
  ONDERWIJS("onderwijs"),
  /** Other shopping, whose curves IKOB has and does not reach. */
  WINKEL_OVERIG("winkeloverig");

  private final String label;

  Motive(String label) {
    this.label = label;
  }

  /** As it stands in projects and names of folders. */
  public String label() {
    return label;
  }

  /** What a euro weighs by default (TVOM), minutes per euro. */
  public PerClass minutesPerEuro() {
    return this == WERK ? Parameters.WORK : Parameters.OTHER;
  }

  /** The curves; the bicycle makes a difference to work, social visits and recreation only. */
  public Curves curves(Bicycle bicycle) {
    return switch (this) {
      case WERK, SOCIAAL_RECREATIEF -> Curves.work(bicycle);
      case WINKEL_DAGELIJKS, ONDERWIJS -> Curves.nearby();
      case WINKEL_OVERIG -> Curves.otherShopping();
    };
  }
}
