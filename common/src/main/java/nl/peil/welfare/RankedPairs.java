package nl.peil.welfare;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.peil.inequality.WeightedQuantiles;
import nl.peil.inequality.WeightedQuantiles.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Areas with two figures each and people: how the figures go together. Both are put in order once;
 * a sample of the areas has the same order, so that a draw of the bootstrap takes no sorting, only
 * a walk along each of the orders.
 */
public final class RankedPairs {

  /** Below this the variance of ranks, as shares of the weight, is rounding and no spread. */
  private static final double NO_SPREAD = 1e-24;

  /** Share of the draws that must have spread for an interval. */
  private static final double ENOUGH_DRAWS = 0.9;

  private final double[] weights;
  private final Ties first;
  private final Ties second;

  /** An interval. @param low lower end, -1 to 1 @param high upper end, -1 to 1 */
  public record Interval(double low, double high) {}

  private RankedPairs(double[] weights, Ties first, Ties second) {
    this.weights = weights;
    this.first = first;
    this.second = second;
  }

  /**
   * Of areas; one that lacks a figure (NaN) or people is left out.
   *
   * @param first first figure of each area, not infinite
   * @param second second figure of each area, not infinite
   * @param people weight of each area, finite, 0 or more
   * @throws IllegalArgumentException when the lengths differ
   */
  public static RankedPairs of(double[] first, double[] second, double[] people) {
    if (first.length != second.length || first.length != people.length) {
      throw new IllegalArgumentException(
          "expected as many second figures and people as first figures, but got %d, %d and %d"
              .formatted(second.length, people.length, first.length));
    }
    int[] known =
        IntStream.range(0, first.length)
            .filter(i -> !Double.isNaN(first[i]) && !Double.isNaN(second[i]) && people[i] > 0)
            .toArray();
    // By the first figure: a walk along its order then runs straight through memory
    int[] rising = Ties.of(pick(first, known)).order(known);
    return new RankedPairs(
        pick(people, rising), Ties.of(pick(first, rising)), Ties.of(pick(second, rising)));
  }

  private static double[] pick(double[] all, int[] places) {
    return IntStream.of(places).mapToDouble(i -> all[i]).toArray();
  }

  /** Number of areas with both figures and people. */
  public int size() {
    return weights.length;
  }

  /**
   * Weighted Spearman rank correlation: the weighted Pearson correlation of weighted mid-ranks.
   *
   * @return -1 to 1; NaN when one of the figures is the same everywhere, or there are no areas
   */
  public double correlation() {
    return correlation(weights, new double[size()], new double[size()]);
  }

  private double correlation(double[] at, double[] ranksOfFirst, double[] ranksOfSecond) {
    first.midRanks(at, ranksOfFirst);
    second.midRanks(at, ranksOfSecond);
    double total = 0;
    for (double weight : at) {
      total += weight;
    }
    // The weighted mean of mid-ranks is half of the total weight, whatever the ties
    double mean = total / 2;
    double ofFirst = 0;
    double ofSecond = 0;
    double together = 0;
    for (int i = 0; i < at.length; i++) {
      double x = ranksOfFirst[i] - mean;
      double y = ranksOfSecond[i] - mean;
      ofFirst += at[i] * x * x;
      ofSecond += at[i] * y * y;
      together += at[i] * x * y;
    }
    double least = NO_SPREAD * total * total * total;
    boolean spread = ofFirst > least && ofSecond > least;
    return spread
        ? Math.max(-1, Math.min(1, together / (Math.sqrt(ofFirst) * Math.sqrt(ofSecond))))
        : Double.NaN;
  }

  /**
   * A percentile bootstrap interval: as many areas as there are, drawn with replacement, each with
   * its people; ranks are made anew in every draw.
   *
   * @param draws number of draws, 1 or more
   * @param confidence share of the draws within the interval, 0 to 1
   * @param seed the same seed gives the same interval
   * @return null when more than a tenth of the draws have no spread
   */
  public @Nullable Interval interval(int draws, double confidence, long seed) {
    int n = size();
    if (n == 0) {
      return null;
    }
    var random = new SplittableRandom(seed);
    var drawn = new double[n];
    var ranksOfFirst = new double[n];
    var ranksOfSecond = new double[n];
    var found = new double[draws];
    int defined = 0;
    for (int draw = 0; draw < draws; draw++) {
      Arrays.fill(drawn, 0);
      for (int i = 0; i < n; i++) {
        // A part n of the 2^32 numbers: even to 1 in ten million for thousands of areas
        int area = (int) (((random.nextInt() & 0xFFFFFFFFL) * n) >>> 32);
        drawn[area] += weights[area];
      }
      double correlation = correlation(drawn, ranksOfFirst, ranksOfSecond);
      if (!Double.isNaN(correlation)) {
        found[defined++] = correlation;
      }
    }
    if (defined < ENOUGH_DRAWS * draws) {
      return null;
    }
    var ones = new double[defined];
    Arrays.fill(ones, 1);
    double tail = (1 - confidence) / 2;
    double[] ends =
        WeightedQuantiles.quantiles(
            Arrays.copyOf(found, defined), ones, Rule.REACHED, tail, 1 - tail);
    return new Interval(ends[0], ends[1]);
  }
}
