package nl.peil.barrier;

import java.util.Locale;

/** Why an indicator is unknown in a zone. */
public enum Reason {
  /** Withheld by the publisher. */
  SUPPRESSED,
  /** Supplied without a value. */
  EMPTY,
  /** Supplied by nobody. */
  ABSENT,
  /** Supplied twice with the same right and different values. */
  CONFLICT,
  /** A part of nothing, e.g. of no households. */
  ZERO_DENOMINATOR;

  /** The word in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
