package nl.peil.measure;

/** From where the matrix is looked at: it is asymmetric, so it matters. */
public enum Direction {
  /** From an origin to what lies at the destinations: what can residents reach. */
  ACTIVE(""),
  /**
   * From a destination back to what lies at the origins, over the times from there to here: from
   * where can this zone be reached.
   */
  PASSIVE("passive_"),
  /**
   * As {@link #PASSIVE}, with demand and opportunities in each other's role: what lies at the
   * origins is the demand, and the opportunities compete for it.
   */
  PASSIVE_DEMAND("");

  private final String prefix;

  Direction(String prefix) {
    this.prefix = prefix;
  }

  /** What stands before the name of a measure that is looked at in this direction. */
  String prefix() {
    return prefix;
  }

  /** True when the rows to be evaluated are destinations: columns of the matrix. */
  public boolean transposed() {
    return this != ACTIVE;
  }
}
