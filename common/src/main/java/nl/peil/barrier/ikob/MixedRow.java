package nl.peil.barrier.ikob;

/** A row of weights, mixed over groups, and what is multiplied with it. Used by one thread. */
final class MixedRow {

  private final RowWeights row;
  private final double[] mix;
  private Scores scattered;

  MixedRow(RowWeights row, int zones) {
    this.row = row;
    this.mix = new double[zones];
    this.scattered = new Scores(0);
  }

  /**
   * Goes to another row.
   *
   * @param sums where {@link #scatter} adds up
   */
  void read(int origin, Scores sums) {
    row.readWithinReach(origin);
    scattered = sums;
  }

  /** Mixes the weights by shares of groups. */
  void mix(GroupMix groups, double[] shares) {
    groups.of(row, shares, mix);
  }

  /** Sum of weight times a number of the destination. */
  double times(double[] numbers) {
    int[] destinations = row.destinations();
    double sum = 0;
    for (int i = 0; i < row.count(); i++) {
      sum += mix[i] * numbers[destinations[i]];
    }
    return sum;
  }

  /** Adds weight times a number of the origin to every destination. */
  void scatter(int series, double number) {
    int[] destinations = row.destinations();
    double[] sums = scattered.row(series);
    for (int i = 0; i < row.count(); i++) {
      sums[destinations[i]] += mix[i] * number;
    }
  }
}
