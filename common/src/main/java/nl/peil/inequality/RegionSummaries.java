package nl.peil.inequality;

import java.util.Arrays;

/**
 * Every {@link RegionStatistic} of many regions and measures, a row for each: what {@link
 * Distribution} and {@link AlongRanking} tell, without sorting and without an object per region.
 * The zones of the country come by in the order of their values, so each region meets its own in
 * that order, and what is known of it so far is enough to go on.
 *
 * <p>Sums are taken in the order of values and of rankings: the same in every run. They agree with
 * the classes of the single statistics to some 1e-13 of what is added up.
 */
public final class RegionSummaries {

  /** Percentiles in the order in which they are met; the smallest value is met first. */
  private static final RegionStatistic[] MARKED = {
    RegionStatistic.MIN, RegionStatistic.P10, RegionStatistic.P50, RegionStatistic.P90
  };

  private static final double[] SHARES = {0, 0.1, 0.5, 0.9};

  /** What is known of a region so far stands together. */
  private static final int ROOM = 8;

  private static final int WEIGHT = 0;
  private static final int AMOUNT = 1;
  private static final int AREA = 2;
  private static final int LOGS = 3;
  private static final int NEXT = 4;
  private static final int LAST = 5;

  private final double[][] columns = new double[RegionStatistic.values().length][];
  private double[] known = {};
  private int[] marks = {};
  private int size;

  /** Empty, with room for so many rows. */
  public RegionSummaries(int rows) {
    Arrays.setAll(columns, statistic -> new double[rows]);
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** The values of a statistic by row, size() of them; NaN where it is not defined. */
  public double[] column(RegionStatistic statistic) {
    return Arrays.copyOf(columns[statistic.ordinal()], size);
  }

  /**
   * Adds a row for each region of a layout, in its order.
   *
   * @param people the people of the regions
   * @param zones the zones, ranked for the same people
   */
  public void add(RegionPeople people, RankedZones zones) {
    int regions = people.size();
    if (size + regions > columns[0].length) {
      int room = Math.max(size + regions, 2 * columns[0].length);
      Arrays.setAll(columns, statistic -> Arrays.copyOf(columns[statistic], room));
    }
    if (marks.length < regions) {
      known = new double[regions * ROOM];
      marks = new int[regions];
    }
    Arrays.fill(known, 0, regions * ROOM, 0);
    Arrays.fill(marks, 0, regions, 0);
    for (var column : columns) {
      Arrays.fill(column, size, size + regions, Double.NaN);
    }
    byRisingValue(people, zones);
    for (int region = 0; region < regions; region++) {
      distribution(region, zones.scale);
      alongRanking(region, people, zones.byPlace);
    }
    if (!Double.isNaN(zones.line)) {
      belowLine(people, zones);
    }
    size += regions;
  }

  private void byRisingValue(RegionPeople people, RankedZones zones) {
    var first = people.first;
    var regionOf = people.region;
    var weightOf = people.weight;
    for (int rank = 0; rank < zones.places.length; rank++) {
      int place = zones.places[rank];
      double value = zones.values[rank];
      double log = zones.logs[rank];
      int end = first[place + 1];
      for (int part = first[place]; part < end; part++) {
        double weight = weightOf[part];
        int at = regionOf[part] * ROOM;
        double before = known[at + AMOUNT];
        double amount = before + weight * value;
        double cumulated = known[at + WEIGHT] + weight;
        known[at + WEIGHT] = cumulated;
        known[at + AMOUNT] = amount;
        known[at + AREA] += weight * (before + amount);
        known[at + LOGS] += weight * log;
        known[at + LAST] = value;
        if (cumulated > known[at + NEXT]) {
          reached(regionOf[part], people, cumulated, value);
        }
      }
    }
  }

  /** Notes the percentiles that lie at a value, and where the next one is. */
  private void reached(int region, RegionPeople people, double cumulated, double value) {
    double total = people.covered(region);
    double mark = 0;
    while (cumulated > mark) {
      columns[MARKED[marks[region]].ordinal()][size + region] = value;
      marks[region]++;
      mark =
          marks[region] < MARKED.length
              ? WeightedQuantiles.mark(SHARES[marks[region]], total)
              : Double.POSITIVE_INFINITY;
    }
    known[region * ROOM + NEXT] = mark;
  }

  private void distribution(int region, double scale) {
    int at = region * ROOM;
    double weight = known[at + WEIGHT];
    if (weight == 0) {
      return;
    }
    int row = size + region;
    double amount = known[at + AMOUNT];
    double most = known[at + LAST];
    set(RegionStatistic.MAX, row, most);
    // Whoever have the same are exactly equal, whatever rounding says
    boolean same = most == columns[RegionStatistic.MIN.ordinal()][row];
    double mean = same ? most : amount / weight;
    set(RegionStatistic.MEAN, row, mean);
    set(
        RegionStatistic.GINI,
        row,
        same ? 0 : Math.max(0, 1 - known[at + AREA] / (weight * amount)));
    // sum p (v/mean) ln(v/mean), with the logarithms of v/scale
    set(
        RegionStatistic.THEIL,
        row,
        same ? 0 : Math.max(0, known[at + LOGS] / amount - Math.log(mean / scale)));
  }

  private void alongRanking(int region, RegionPeople people, double[] values) {
    int start = people.start[region];
    int end = people.start[region + 1];
    if (start == end) {
      return;
    }
    int row = size + region;
    // Deviations from any number would do, as those of the ranks add up to 0; small ones are exact.
    // Who has no ranking may have far more than the others, so that their mean would not do
    double centre =
        people.allRanked[region]
            ? columns[RegionStatistic.MEAN.ordinal()][row]
            : meanOfRanked(region, people, values);
    double covariance = 0;
    double poorHave = 0;
    double othersHave = 0;
    double wealthyHave = 0;
    int i = start;
    for (; i < people.poorEnd[region]; i++) {
      double value = values[people.rankedPlace[i]];
      poorHave += people.rankedWeight[i] * value;
      covariance += people.rankedDeviation[i] * (value - centre);
    }
    for (; i < people.wealthyStart[region]; i++) {
      double value = values[people.rankedPlace[i]];
      othersHave += people.rankedWeight[i] * value;
      covariance += people.rankedDeviation[i] * (value - centre);
    }
    for (; i < end; i++) {
      double value = values[people.rankedPlace[i]];
      wealthyHave += people.rankedWeight[i] * value;
      covariance += people.rankedDeviation[i] * (value - centre);
    }
    if (poorHave > 0 && people.wealthy[region] > 0) {
      set(
          RegionStatistic.PALMA,
          row,
          (wealthyHave / people.wealthy[region]) / (poorHave / people.poor[region]));
    }
    double range = range(region, people, values);
    double mean = (poorHave + othersHave + wealthyHave) / people.ranked(region);
    set(RegionStatistic.CONCENTRATION, row, range == 0 ? 0 : 2 * covariance / mean);
    set(RegionStatistic.CORRECTED, row, range == 0 ? 0 : 8 * covariance / range);
  }

  private static double meanOfRanked(int region, RegionPeople people, double[] values) {
    double have = 0;
    for (int i = people.start[region]; i < people.start[region + 1]; i++) {
      have += people.rankedWeight[i] * values[people.rankedPlace[i]];
    }
    return have / people.ranked(region);
  }

  /** How far the values of the ranked people lie apart. */
  private double range(int region, RegionPeople people, double[] values) {
    if (people.allRanked[region]) {
      return known[region * ROOM + LAST] - columns[RegionStatistic.MIN.ordinal()][size + region];
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = people.start[region]; i < people.start[region + 1]; i++) {
      double value = values[people.rankedPlace[i]];
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least;
  }

  private void belowLine(RegionPeople people, RankedZones zones) {
    var below = columns[RegionStatistic.SUFFICIENCY.ordinal()];
    var fgt1 = columns[RegionStatistic.FGT1.ordinal()];
    var fgt2 = columns[RegionStatistic.FGT2.ordinal()];
    for (var column : new double[][] {below, fgt1, fgt2}) {
      Arrays.fill(column, size, size + people.size(), 0);
    }
    for (int rank = 0; rank < zones.shortfalls.length; rank++) {
      int place = zones.places[rank];
      double shortfall = zones.shortfalls[rank];
      for (int part = people.first[place]; part < people.first[place + 1]; part++) {
        int row = size + people.region[part];
        double weight = people.weight[part];
        below[row] += weight;
        fgt1[row] += weight * shortfall;
        fgt2[row] += weight * shortfall * shortfall;
      }
    }
    for (int region = 0; region < people.size(); region++) {
      int row = size + region;
      double weight = known[region * ROOM + WEIGHT];
      // 0 of 0 is NaN: nobody counts
      below[row] = (weight - below[row]) / weight;
      fgt1[row] /= weight;
      fgt2[row] /= weight;
    }
  }

  private void set(RegionStatistic statistic, int row, double value) {
    columns[statistic.ordinal()][row] = value;
  }
}
