package nl.peil.barrier;

import java.util.Locale;

/**
 * Classes of the mean number of points, 0 to 2: from 0, 0.5, 1 and 1.5 on. A mean on a boundary is
 * in the higher class; 2 is very high.
 */
public enum RiskClass {
  /** Less than 0.5. */
  VERY_LOW,
  /** From 0.5 to less than 1. */
  LOW,
  /** From 1 to less than 1.5. */
  HIGH,
  /** 1.5 and more. */
  VERY_HIGH;

  /**
   * The class of people with these points.
   *
   * @param points points together, 0 to 2 for each variable
   * @param variables number of variables, at least 1
   */
  public static RiskClass of(int points, int variables) {
    // In whole numbers: a mean of 0.5 is exactly that
    return values()[Math.min(VERY_HIGH.ordinal(), 2 * points / variables)];
  }

  /** The word in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
