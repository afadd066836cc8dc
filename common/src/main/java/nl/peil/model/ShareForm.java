package nl.peil.model;

/** What a share is of a quotient of counts. */
public enum ShareForm {
  /** The quotient: those counted are a part of the others. */
  PART,
  /** One minus the quotient: the rest. */
  REST,
  /**
   * exp(-quotient): the part that has none when as many things are spread over the others by chance
   * (Poisson). For who has none of what one can have several of, as cars of a household: an
   * estimate. Things that are spread more evenly than by chance leave fewer without; {@link #REST}
   * is the least that it can be.
   */
  NONE_BY_CHANCE;

  /** The share; not yet put within 0 to 1. */
  public double of(double quotient) {
    return switch (this) {
      case PART -> quotient;
      case REST -> 1 - quotient;
      case NONE_BY_CHANCE -> Math.exp(-quotient);
    };
  }
}
