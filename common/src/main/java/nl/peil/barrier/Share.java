package nl.peil.barrier;

/**
 * A share of people that rests on how things hang together, which is not known.
 *
 * @param independent when they are independent of each other
 * @param low the least it can be, however they hang together
 * @param high the most it can be, however they hang together
 */
public record Share(double independent, double low, double high) {

  /**
   * The share of people who have several barriers at once, from the share of each: their product
   * under independence, and the bounds of Fréchet (1935), max(0, sum - (n - 1)) and the smallest.
   *
   * @param shares shares, 0 to 1, at least one
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
