package nl.peil.barrier;

/**
 * A share of people that rests on how things hang together, which is not known.
 *
 * @param independent when they are independent of each other
 * @param low the least it can be, however they hang together
 * @param high the most it can be, however they hang together
 */
public record Share(double independent, double low, double high) {

  /** Nobody. */
  public static final Share NOBODY = new Share(0, 0, 0);

  /** Everybody. */
  public static final Share EVERYBODY = new Share(1, 1, 1);

  /** Not known, which is not the same as nobody. */
  public static final Share UNKNOWN = new Share(Double.NaN, Double.NaN, Double.NaN);

  /** True unless it is not known. */
  public boolean known() {
    return !Double.isNaN(independent);
  }

  /** Those who are not in it. */
  Share others() {
    return new Share(1 - independent, 1 - high, 1 - low);
  }

  /**
   * The share of people who have several barriers at once, from the share of each: their product
   * under independence, and the bounds of Fréchet (1935), max(0, sum - (n - 1)) and the smallest.
   *
   * @param shares shares, 0 to 1, at least one; not known (NaN) when one of them is not
   */
  public static Share joint(double... shares) {
    double product = 1;
    double sum = 0;
    double smallest = 1;
    for (double share : shares) {
      product *= share;
      sum += share;
      smallest = Math.min(smallest, share);
    }
    double low = Math.max(0, sum - (shares.length - 1));
    return new Share(product, Math.min(low, product), Math.max(smallest, product));
  }
}
