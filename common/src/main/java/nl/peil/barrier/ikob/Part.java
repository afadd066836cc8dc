package nl.peil.barrier.ikob;

import java.io.Serializable;

/**
 * What a pass finds over consecutive origins: numbers of those origins, and sums over all
 * destinations, to which other parts add theirs.
 */
public final class Part implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int from;
  private final int to;

  /** By number, series, then place of the origin in the part. */
  private final double[][][] own;

  private final Scores sums;

  /**
   * An empty part.
   *
   * @param from the first origin
   * @param to the origin after the last
   * @param numbers how many numbers there are of each origin
   * @param destinations destinations of the sums; 0: there are none
   */
  Part(int from, int to, int numbers, int destinations) {
    this.from = from;
    this.to = to;
    this.own = new double[numbers][IncomeClass.COUNT * ModeSet.COUNT][to - from];
    this.sums = new Scores(destinations);
  }

  /** The first origin. */
  int from() {
    return from;
  }

  /** The origin after the last. */
  int to() {
    return to;
  }

  /** Sets a number of an origin. */
  void set(int number, int series, int origin, double value) {
    own[number][series][origin - from] = value;
  }

  /** Copies a number of all origins to where those of all zones are. */
  void copy(int number, Scores all) {
    for (int series = 0; series < own[number].length; series++) {
      System.arraycopy(own[number][series], 0, all.row(series), from, to - from);
    }
  }

  /** The sums, to add to. */
  Scores sums() {
    return sums;
  }
}
