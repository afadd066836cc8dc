package nl.peil.measure;

import java.util.Arrays;
import java.util.List;
import nl.peil.measure.decay.MinuteGrid;
import nl.peil.model.Contract;

/**
 * Travel time to the k-th nearest opportunity: the smallest time at which the cumulated
 * opportunities reach k. A zone with three general practitioners counts for three, so from there
 * the second nearest is as near as the first.
 *
 * <p>Range: 0 or more minutes, NaN when fewer than k can be reached. It never falls when k rises.
 * Fractions of opportunities add up; k counts as reached within 1e-9 of it, so that ten times 0.1
 * is one.
 *
 * @param k number of opportunities, 1 or more
 */
public record Nearest(int k) implements Measure {

  static final MeasureForm FORM =
      new MeasureForm(
          "nearest",
          List.of("nearest(k)"),
          "minutes to the k-th nearest opportunity",
          List.of("nearest(1)", "nearest(2)", "nearest(3)"),
          new Contract(
              "min t such that the sum of O with t_j <= t is at least k",
              MINUTES,
              "0 and up; none when fewer than k can be reached",
              "never falls when k rises",
              "usual; R accessibility, cost_to_closest (Inf there is none here)"),
          Nearest::read);

  static final double TOLERANCE = 1e-9;

  /**
   * Checks k.
   *
   * @throws IllegalArgumentException when it is below 1
   */
  public Nearest {
    if (k < 1) {
      throw new IllegalArgumentException("nearest: k must be 1 or more, but is " + k);
    }
  }

  private static MeasureDefinition read(MeasureText text) {
    text.requireSize(1, "nearest(k)");
    double k = text.number(0, "k");
    if (k < 1 || k != (int) k) {
      throw text.wrong(0, "expected k as a whole number of 1 or more");
    }
    return MeasureDefinition.always(new Nearest((int) k));
  }

  @Override
  public String name() {
    return "nearest_" + k;
  }

  @Override
  public String unit() {
    return MINUTES;
  }

  @Override
  public double value(Reach reach) {
    var minutes = reach.minutes();
    var opportunities = reach.opportunities();
    var shortlist = new Shortlist(k);
    for (int i = 0, n = reach.size(); i < n; i++) {
      if (minutes[i] < shortlist.beyond) {
        shortlist.add(minutes[i], opportunities[i]);
      }
    }
    return shortlist.beyond == Float.POSITIVE_INFINITY
        ? Double.NaN
        : MinuteGrid.decimal(shortlist.beyond);
  }

  /**
   * The nearest destinations so far, by time, and no more of them than k takes: mostly at most k,
   * so one pass over the row does without sorting it.
   */
  private static final class Shortlist {
    private final int k;
    private final double enough;
    private float[] minutes;
    private double[] counts;
    private int size;
    private double total;

    /** Time at which k is reached so far: nothing from there on matters. Infinite at first. */
    private float beyond = Float.POSITIVE_INFINITY;

    Shortlist(int k) {
      this.k = k;
      this.enough = k * (1 - TOLERANCE);
      int room = Math.min(k + 1, 16);
      this.minutes = new float[room];
      this.counts = new double[room];
    }

    void add(float time, double opportunities) {
      if (size == minutes.length) {
        minutes = Arrays.copyOf(minutes, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      int at = size++;
      while (at > 0 && minutes[at - 1] > time) {
        minutes[at] = minutes[at - 1];
        counts[at] = counts[at - 1];
        at--;
      }
      minutes[at] = time;
      // More than k never matters, and keeps the sum precise beside a zone with 50,000 jobs.
      counts[at] = Math.min(opportunities, k);
      total += counts[at];
      // Ends at the last one, for without it nothing is left.
      while (total - counts[size - 1] >= enough) {
        size--;
        total -= counts[size];
      }
      if (total >= enough) {
        beyond = minutes[size - 1];
      }
    }
  }
}
