package nl.peil.barrier.ikob;

/** Which curves judge the bicycle. */
public enum Bicycle {
  /** Those of the ordinary bicycle. */
  FIETS,
  /**
   * What IKOB does when {@code E-fiets} is chosen: its row of curves is not found, and every
   * bicycle weight gets 0.125 / 45 / 1 (quirk Q8).
   */
  E_FIETS_AS_REFERENCE,
  /** The row for the electric bicycle, which IKOB has and does not reach. */
  E_FIETS
}
