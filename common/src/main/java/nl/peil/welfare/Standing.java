package nl.peil.welfare;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How a region stands among the regions of its layout. Every region counts once, whatever its
 * people: it is compared with its peers, and they are all that there are, so the variance has their
 * number as divisor.
 *
 * @param zScore standard deviations above the mean of all; NaN when it does not apply
 * @param percentile share of all with a lower value, equal ones and itself for half, above 0 and
 *     below 1; NaN when it does not apply
 * @param peers those with a value, itself included
 */
public record Standing(double zScore, double percentile, int peers) {

  /** Fewer than this are no peers to speak of. */
  public static final int FEWEST_PEERS = 3;

  /**
   * The standing of each of the values.
   *
   * @param values a value for each region, NaN for one that has none; not infinite
   * @return in their order; without numbers for a region without a value, and for all when fewer
   *     than {@link #FEWEST_PEERS} have one or all have the same
   */
  public static Standing[] among(double[] values) {
    int[] known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
    var peers = IntStream.of(known).mapToDouble(i -> values[i]).toArray();
    var standings = new Standing[values.length];
    Arrays.fill(standings, new Standing(Double.NaN, Double.NaN, peers.length));
    var ties = Ties.of(peers);
    if (peers.length < FEWEST_PEERS || ties.groups() < 2) {
      return standings;
    }
    double mean = Arrays.stream(peers).average().orElseThrow();
    double squares = Arrays.stream(peers).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / peers.length);
    var ones = new double[peers.length];
    Arrays.fill(ones, 1);
    var ranks = new double[peers.length];
    ties.midRanks(ones, ranks);
    for (int i = 0; i < peers.length; i++) {
      standings[known[i]] =
          new Standing((peers[i] - mean) / deviation, ranks[i] / peers.length, peers.length);
    }
    return standings;
  }
}
