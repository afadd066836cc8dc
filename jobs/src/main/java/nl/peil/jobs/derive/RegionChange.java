package nl.peil.jobs.derive;

import java.util.Arrays;
import nl.peil.forecast.Decomposition;
import nl.peil.inequality.LayoutRegions;

/**
 * What a measure is in a region, in each state of the inputs. The mean of a region in a state takes
 * the people of that state and the values of that state.
 *
 * @param persons people, in the base and in the future
 * @param mean mean over the people who have a value, by state; NaN without
 * @param meeting people within the norm, by state
 * @param gain people of the future who come within the norm
 * @param lose people of the future who go beyond it
 */
record RegionChange(double[] persons, double[] mean, double[] meeting, double gain, double lose) {

  /** The numbers that it is made from, in the order in which they are read. */
  static final int PEOPLE = 0;

  /** The first of the states; people of the base and of the future come before. */
  static final int STATE = 2;

  /**
   * Of a region.
   *
   * @param numbers by column (people of the base, of the future, the states), then place
   * @param norm acceptable minutes; NaN when it is not about a norm
   */
  static RegionChange of(LayoutRegions.Region region, double[][] numbers, double norm) {
    var sum = new double[Decomposition.STATES];
    var covered = new double[Decomposition.STATES];
    var meeting = new double[Decomposition.STATES];
    var persons = new double[2];
    double gain = 0;
    double lose = 0;
    for (int i = 0; i < region.places().length; i++) {
      int place = region.places()[i];
      if (Double.isNaN(numbers[PEOPLE][place])) {
        continue; // No zone of the comparison
      }
      double share = region.shares()[i];
      for (int year = 0; year < 2; year++) {
        persons[year] += numbers[PEOPLE + year][place] * share;
      }
      for (int state = 0; state < Decomposition.STATES; state++) {
        double value = numbers[STATE + state][place];
        if (!Double.isNaN(value)) {
          double inState = numbers[PEOPLE + year(state)][place] * share;
          sum[state] += inState * value;
          covered[state] += inState;
          meeting[state] += value <= norm ? inState : 0;
        }
      }
      boolean before = numbers[STATE][place] <= norm;
      boolean after = numbers[STATE + Decomposition.STATES - 1][place] <= norm;
      double future = numbers[PEOPLE + 1][place] * share;
      gain += !before && after ? future : 0;
      lose += before && !after ? future : 0;
    }
    var mean = new double[Decomposition.STATES];
    Arrays.setAll(mean, state -> sum[state] / covered[state]);
    return new RegionChange(persons, mean, meeting, gain, lose);
  }

  /** Share of the people of each state who are within the norm. */
  double[] shareMeeting() {
    var share = new double[Decomposition.STATES];
    Arrays.setAll(share, state -> meeting[state] / persons[year(state)]);
    return share;
  }

  /** 1 when the people of a state are those of the future. */
  private static int year(int state) {
    return (state & Decomposition.LAND_USE) / Decomposition.LAND_USE;
  }
}
