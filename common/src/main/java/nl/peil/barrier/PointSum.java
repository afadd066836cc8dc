package nl.peil.barrier;

import java.util.Arrays;

/**
 * How the points of several variables together are spread over the people of a zone, when only the
 * spread of each variable by itself is known. Whether the same people have the points of one and of
 * the other is not known, so there are three answers: what follows from independence (convolution),
 * and the least and the most that P(sum &lt;= z) can be, however the variables hang together
 * (Makarov 1981; Rüschendorf 1982):
 *
 * <pre>
 *   low(z)  = max over x of max(0, F(x) + G(z - x) - 1)
 *   high(z) = min over x of min(1, F(x) + G(z - x - 1))
 * </pre>
 *
 * For two variables these are sharp; with each further one they stay valid and may be wider than
 * needed.
 */
public final class PointSum {

  /** Most points that a variable gives. */
  public static final int MOST = 2;

  private final int variables;
  private final double[] independent;
  private final double[] low;
  private final double[] high;

  private PointSum(int variables, double[] independent, double[] low, double[] high) {
    this.variables = variables;
    this.independent = independent;
    this.low = low;
    this.high = high;
  }

  /** Of no variable: everybody has 0 points. */
  public static final PointSum NONE =
      new PointSum(0, new double[] {1}, new double[] {1}, new double[] {1});

  /**
   * With one more variable.
   *
   * @param shares share of the people with 0, 1 and 2 points, together 1
   */
  public PointSum plus(double... shares) {
    int size = independent.length + MOST;
    var sum = new double[size];
    for (int x = 0; x < independent.length; x++) {
      for (int y = 0; y <= MOST; y++) {
        sum[x + y] += independent[x] * shares[y];
      }
    }
    var least = new double[size];
    var most = new double[size];
    Arrays.fill(most, 1);
    for (int z = 0; z < size; z++) {
      // y from -1, nobody, to everybody: beyond that nothing changes
      for (int y = -1; y <= MOST; y++) {
        double g = upTo(shares, y);
        least[z] = Math.max(least[z], at(low, z - y) + g - 1);
        most[z] = Math.min(most[z], at(high, z - y - 1) + g);
      }
    }
    return new PointSum(variables + 1, sum, least, most);
  }

  private static double upTo(double[] shares, int points) {
    double sum = 0;
    for (int i = 0; i <= points; i++) {
      sum += shares[i];
    }
    return points >= MOST ? 1 : sum;
  }

  /** A distribution function at a number of points, also beyond those that there can be. */
  private static double at(double[] cumulative, int points) {
    return points < 0 ? 0 : points >= cumulative.length ? 1 : cumulative[points];
  }

  /** Number of variables. */
  public int variables() {
    return variables;
  }

  /** Mean over people and variables, 0 to 2; NaN without variables. */
  public double mean() {
    double sum = 0;
    for (int points = 0; points < independent.length; points++) {
      sum += points * independent[points];
    }
    return sum / variables;
  }

  /**
   * The share of the people with this many points.
   *
   * @param least at least
   * @param most at most; less than {@code least}: nobody
   */
  public Share between(int least, int most) {
    if (most < least) {
      return new Share(0, 0, 0);
    }
    double share = 0;
    for (int points = least; points <= Math.min(most, independent.length - 1); points++) {
      share += independent[points];
    }
    share = ZoneIndicator.within(share);
    double atLeast = at(low, most) - at(high, least - 1);
    double atMost = at(high, most) - at(low, least - 1);
    // Independence is one of the ways to hang together: only rounding can put it outside
    return new Share(
        share, Math.max(0, Math.min(share, atLeast)), Math.min(1, Math.max(share, atMost)));
  }
}
