package nl.peil.inequality;

import java.util.Arrays;
import nl.peil.inequality.WeightedQuantiles.Rule;

/**
 * The zones whose people count for one measure, by rising value, equal ones by place: sorted once,
 * for all regions.
 */
public final class RankedZones {

  private static final long PLACE = 0xFFFFFFFFL;

  /** By rank: the place of the zone and its value. */
  final int[] places;

  final double[] values;

  /** By rank: v ln(v / scale), 0 for 0. */
  final double[] logs;

  /** What values are measured in for their logarithms: the mean of all, so that these are small. */
  final double scale;

  /** What is enough; NaN when nothing can be said of that. */
  final double line;

  /** Relative shortfall by rank of those below the line, who come first. */
  final double[] shortfalls;

  /** By place; NaN where there is none. */
  final double[] byPlace;

  private RankedZones(double[] byPlace, ZonePeople people, double shareOfMedian) {
    this.byPlace = byPlace;
    this.places = ranked(byPlace, people);
    this.values = new double[places.length];
    this.logs = new double[places.length];
    double weight = 0;
    double amount = 0;
    for (int rank = 0; rank < places.length; rank++) {
      double value = byPlace[places[rank]] + 0.0; // makes -0.0 equal to 0.0
      double persons = people.counted(places[rank]);
      values[rank] = value;
      weight += persons;
      amount += value * persons;
    }
    this.scale = amount > 0 ? amount / weight : 1;
    for (int rank = 0; rank < places.length; rank++) {
      logs[rank] = values[rank] > 0 ? values[rank] * Math.log(values[rank] / scale) : 0;
    }
    this.line = line(people, shareOfMedian);
    int below = 0;
    while (below < values.length && values[below] < line) {
      below++;
    }
    this.shortfalls = new double[below];
    Arrays.setAll(shortfalls, rank -> (line - values[rank]) / line);
  }

  /**
   * Ranks zones.
   *
   * @param values by place, finite, 0 or more; NaN where there is none
   * @param people who counts
   * @throws IllegalArgumentException when there are not as many places, or a value of people who
   *     count is not as described
   */
  public static RankedZones of(double[] values, ZonePeople people) {
    return new RankedZones(values, people, Double.NaN);
  }

  /**
   * Ranks zones, and says what is enough.
   *
   * @param values by place, finite, 0 or more; NaN where there is none
   * @param people who counts
   * @param shareOfMedian what is enough, as a share above 0 of the median of all people
   * @throws IllegalArgumentException as above
   */
  public static RankedZones judged(double[] values, ZonePeople people, double shareOfMedian) {
    return new RankedZones(values, people, shareOfMedian);
  }

  /** Number of zones whose people count. */
  public int size() {
    return places.length;
  }

  /** What is enough; NaN when nobody counts, the median is 0 or it was not asked. */
  public double line() {
    return line;
  }

  private double line(ZonePeople people, double shareOfMedian) {
    if (Double.isNaN(shareOfMedian) || places.length == 0) {
      return Double.NaN;
    }
    var weights = new double[places.length];
    Arrays.setAll(weights, rank -> people.counted(places[rank]));
    var sorted = WeightedValues.ofRising(values, weights);
    double median = WeightedQuantiles.quantiles(sorted, Rule.REACHED, 0.5)[0];
    return median > 0 ? shareOfMedian * median : Double.NaN;
  }

  private static int[] ranked(double[] values, ZonePeople people) {
    if (values.length != people.places()) {
      throw new IllegalArgumentException(
          "expected as many values as places, but got %d and %d"
              .formatted(values.length, people.places()));
    }
    // Sorted as floats in the upper half of a long, which is quick; then put right
    var keys = new long[values.length];
    int size = 0;
    for (int place = 0; place < values.length; place++) {
      if (people.counted(place) > 0) {
        double value = values[place];
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "value at place %d: expected a finite number of 0 or more, but got %s"
                  .formatted(place, value));
        }
        keys[size++] = (long) Float.floatToIntBits((float) (value + 0.0)) << Integer.SIZE | place;
      }
    }
    Arrays.sort(keys, 0, size);
    var ranked = new int[size];
    for (int i = 0; i < size; i++) {
      int place = (int) (keys[i] & PLACE);
      int at = i;
      while (at > 0 && values[ranked[at - 1]] > values[place]) {
        ranked[at] = ranked[at - 1];
        at--;
      }
      ranked[at] = place;
    }
    return ranked;
  }
}
