package nl.peil.barrier;

/** From how many people barriers take all modes that would do. */
final class LostModes {

  private LostModes() {}

  /**
   * From whom barriers take every one of some modes. A person has a set S of the n barriers; the
   * share is the sum over the sets S that take all these modes of prod_(b in S) p_b prod_(b not in
   * S) (1 - p_b). Whatever hangs together: it is at least sum_(b in S) p_b - (|S| - 1) for every
   * such set, and at most the sum of p_b over the barriers that take m, for every mode m.
   *
   * <p>The bounds hold always. They are sharp for one or two barriers, and for more when of each
   * two either one takes all the modes of the other, or they have none in common (the matrix of
   * modes and barriers is totally unimodular then). Otherwise the truth may lie in a narrower
   * range.
   *
   * @param modes the modes in question, as bits; none: everybody has lost all of them
   * @param takes the modes that each barrier takes, as bits
   * @param shares share of people for each barrier, 0 to 1; NaN when unknown
   * @return unknown when a share is, also where it would make no difference: otherwise just the
   *     zones where nothing can be lost would be known
   */
  static Share of(int modes, int[] takes, double[] shares) {
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
        return Share.UNKNOWN;
      }
    }
    // Independence is one of the ways to hang together: only rounding can put it outside
    double most = Math.min(1, high);
    double least = Math.min(low, most);
    return new Share(Math.min(Math.max(independent, least), most), least, most);
  }
}
