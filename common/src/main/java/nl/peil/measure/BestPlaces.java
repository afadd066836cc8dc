package nl.peil.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses new places one after the other, each where most people gain who did not gain before: the
 * greedy rule for the maximal covering location problem. What k places cover is at least 1 - (1 -
 * 1/k)^k of what the best k cover together, so never less than 63 percent, and mostly nearly all of
 * it (Nemhauser, Wolsey and Fisher 1978).
 *
 * <p>People are compared in millionths of a person, so that a choice does not hang on the order in
 * which numbers are added; of equals the first candidate is taken.
 */
public final class BestPlaces {

  private static final double MILLIONTHS = 1 << 20;

  private BestPlaces() {}

  /**
   * A place that was chosen.
   *
   * @param candidate the candidate
   * @param persons persons who gain by it and not by those chosen before
   */
  public record Chosen(int candidate, double persons) {}

  /**
   * Chooses.
   *
   * @param most number of places wanted, 0 or more; fewer are chosen when nobody gains any more
   * @param persons people of each group, finite and 0 or more, at most 4 x 10^12 together
   * @param helpedBy by group: the candidates that help it, each once
   * @param candidates number of candidates, numbered from 0 in the order of preference
   * @return the places in the order of choice; each gains more than 0 people, none more than the
   *     one before
   */
  public static List<Chosen> choose(int most, double[] persons, int[][] helpedBy, int candidates) {
    var gain = new long[candidates];
    var weight = new long[persons.length];
    for (int g = 0; g < persons.length; g++) {
      weight[g] = Math.round(persons[g] * MILLIONTHS);
      for (int candidate : helpedBy[g]) {
        gain[candidate] += weight[g];
      }
    }
    var open = new boolean[persons.length];
    Arrays.fill(open, true);
    var chosen = new ArrayList<Chosen>();
    while (chosen.size() < most) {
      int best = largest(gain);
      if (best < 0) {
        break;
      }
      double total = 0;
      for (int g = 0; g < persons.length; g++) {
        if (open[g] && contains(helpedBy[g], best)) {
          open[g] = false;
          total += persons[g];
          for (int candidate : helpedBy[g]) {
            gain[candidate] -= weight[g];
          }
        }
      }
      chosen.add(new Chosen(best, total));
    }
    return chosen;
  }

  /** The first candidate with the largest gain; -1 when nobody gains. */
  private static int largest(long[] gain) {
    int best = -1;
    for (int candidate = 0; candidate < gain.length; candidate++) {
      if (gain[candidate] > (best < 0 ? 0 : gain[best])) {
        best = candidate;
      }
    }
    return best;
  }

  private static boolean contains(int[] candidates, int wanted) {
    for (int candidate : candidates) {
      if (candidate == wanted) {
        return true;
      }
    }
    return false;
  }
}
