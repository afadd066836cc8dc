package nl.peil.jobs.sample;

/**
 * A city or village.
 *
 * @param block number of the block of the region that it belongs to
 * @param rank 0 the large city, 1 the middle-sized one, 2 and up the villages of a block
 * @param name name of the place
 * @param x RD, metres
 * @param y RD, metres
 * @param people2022 inhabitants in 2022, without the countryside
 * @param people2040 inhabitants in 2040 in scenario hoog
 * @param spreadM standard deviation of where they live, metres
 */
record Settlement(
    int block,
    int rank,
    String name,
    double x,
    double y,
    double people2022,
    double people2040,
    double spreadM) {

  /** True for the two cities of a block. */
  boolean city() {
    return rank < 2;
  }

  /** Inhabitants in a year. */
  double people(int year) {
    return year == SampleYears.BASE ? people2022 : people2040;
  }

  /**
   * Share of something spread round the centre, per square metre: a two-dimensional normal density,
   * cut off where it no longer matters.
   *
   * @param narrowing factor on the spread; below 1 is more central than where people live
   */
  double density(double px, double py, double narrowing) {
    double spread = spreadM * narrowing;
    double square = ((px - x) * (px - x) + (py - y) * (py - y)) / (2 * spread * spread);
    return square > 6 ? 0 : StrictMath.exp(-square) / (2 * StrictMath.PI * spread * spread);
  }
}
