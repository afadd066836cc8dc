package nl.peil.barrier;

/**
 * A share of people that follows from shares of which nobody published how they hang together: what
 * it is under independence, and between which bounds it lies in any case.
 *
 * @param low the least that it can be, 0 to 1; NaN when unknown
 * @param value when the barriers of a person are independent of each other, low to high; NaN when
 *     unknown
 * @param high the most that it can be, 0 to 1; NaN when unknown
 */
public record ShareRange(double low, double value, double high) {

  /** Nobody. */
  public static final ShareRange NOBODY = new ShareRange(0, 0, 0);

  /** Everybody. */
  public static final ShareRange EVERYBODY = new ShareRange(1, 1, 1);

  /** Nothing is known of it: not the same as nobody. */
  public static final ShareRange UNKNOWN = new ShareRange(Double.NaN, Double.NaN, Double.NaN);

  /** True unless nothing is known of it. */
  public boolean known() {
    return !Double.isNaN(value);
  }

  /** The others: 1 minus the share. */
  ShareRange others() {
    return new ShareRange(1 - high, 1 - value, 1 - low);
  }

  /**
   * For whom all of some barriers hold: the product of their shares, between max(0, sum - (n - 1))
   * and the smallest of them (Frechet 1935, Boole). Both bounds are sharp: there are people for
   * whom they are reached.
   *
   * @param shares share of people for each barrier, 0 to 1; NaN when unknown
   * @return unknown when one of them is; everybody when there are none
   */
  static ShareRange allOf(double... shares) {
    double sum = 0;
    double product = 1;
    double least = 1;
    for (double share : shares) {
      sum += share;
      product *= share;
      least = Math.min(least, share);
    }
    return of(sum - (shares.length - 1), product, least);
  }

  /**
   * From whom barriers take every one of some modes. A person has a set S of the n barriers; the
   * share is the sum over the sets S that take all these modes of prod_(b in S) p_b prod_(b not in
   * S) (1 - p_b). Whatever hangs together: it is at least sum_(b in S) p_b - (|S| - 1) for every
   * such set, and at most the sum of p_b over the barriers that take m, for every mode m.
   *
   * <p>The bounds hold always. They are sharp for one or two barriers, and for more unless they
   * overlap in a circle, as when each two of three barriers have a mode in common that the third
   * leaves: then the truth lies in a narrower range.
   *
   * @param modes the modes in question, as bits; none: everybody has lost all of them
   * @param takes the modes that each barrier takes, as bits
   * @param shares share of people for each barrier, 0 to 1; NaN when unknown
   * @return unknown when a share is, also where it would make no difference: otherwise just the
   *     zones where nothing can be lost would be known
   */
  static ShareRange losing(int modes, int[] takes, double[] shares) {
    double independent = 0;
    double low = 0;
    for (int set = 0; set < 1 << takes.length; set++) {
      int taken = 0;
      double chance = 1;
      double sum = 1;
      for (int b = 0; b < takes.length; b++) {
        boolean has = (set >> b & 1) == 1;
        taken |= has ? takes[b] : 0;
        chance *= has ? shares[b] : 1 - shares[b];
        sum += has ? shares[b] - 1 : 0;
      }
      if ((modes & ~taken) == 0) {
        independent += chance;
        low = Math.max(low, sum);
      }
    }
    double high = 1;
    for (int mode = modes; mode != 0; mode &= mode - 1) {
      int bit = Integer.lowestOneBit(mode);
      double sum = 0;
      for (int b = 0; b < takes.length; b++) {
        sum += (takes[b] & bit) == 0 ? 0 : shares[b];
      }
      high = Math.min(high, sum);
    }
    for (double share : shares) {
      if (Double.isNaN(share)) {
        return UNKNOWN;
      }
    }
    return of(low, independent, high);
  }

  /** Within 0 to 1, and the value within its bounds also in the last bit. */
  private static ShareRange of(double low, double value, double high) {
    if (Double.isNaN(value)) {
      return UNKNOWN;
    }
    double most = Math.min(1, high);
    double least = Math.min(Math.max(low, 0), most);
    return new ShareRange(least, Math.min(Math.max(value, least), most), most);
  }
}
