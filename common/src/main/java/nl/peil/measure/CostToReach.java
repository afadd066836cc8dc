package nl.peil.measure;

import java.util.Arrays;
import java.util.List;
import nl.peil.measure.decay.MinuteGrid;
import nl.peil.model.Contract;

/**
 * Travel time to reach an amount of opportunities: the smallest time at which the cumulated
 * opportunities reach it, for example 100,000 jobs. The same question as {@link Nearest}, for
 * amounts that are large or not whole.
 *
 * <p>Range: 0 or more minutes, NaN when the amount cannot be reached. It never falls when the
 * amount rises. The amount counts as reached within a billionth of it.
 *
 * @param amount opportunities, above 0
 */
public record CostToReach(double amount) implements Measure {

  static final MeasureForm FORM =
      new MeasureForm(
          "cost_to_reach",
          List.of("cost_to_reach(k)"),
          "minutes in which k opportunities can be reached, k any amount: 100000 jobs, 2.5 places",
          List.of("cost_to_reach(10)", "cost_to_reach(0.5)", "cost_to_reach(100000)"),
          new Contract(
              "min t such that the sum of O with t_j <= t is at least k",
              MINUTES,
              "0 and up; none when k is never reached",
              "never falls when k rises",
              "dual of cumulative opportunities; R accessibility, cost_to_closest with n"
                  + " opportunities"),
          CostToReach::read);

  private static final double TOLERANCE = 1e-9;

  /**
   * Checks the amount.
   *
   * @throws IllegalArgumentException when it is not a finite number above 0
   */
  public CostToReach {
    if (!(amount > 0 && amount < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "cost_to_reach: k must be more than 0 opportunities, but is " + amount);
    }
  }

  private static MeasureDefinition read(MeasureText text) {
    text.requireSize(1, "cost_to_reach(k)");
    double amount = text.number(0, "k");
    if (amount <= 0) {
      throw text.wrong(0, "expected k above 0");
    }
    return MeasureDefinition.always(new CostToReach(amount));
  }

  @Override
  public String name() {
    return "cost_to_reach_" + MeasureText.plain(amount);
  }

  @Override
  public String unit() {
    return MINUTES;
  }

  @Override
  public double value(Reach reach) {
    double enough = amount * (1 - TOLERANCE);
    double cumulated = 0;
    for (long entry : byTime(reach)) {
      cumulated += reach.opportunities()[(int) entry];
      if (cumulated >= enough) {
        return MinuteGrid.decimal(reach.minutes()[(int) entry]);
      }
    }
    return Double.NaN;
  }

  /** Places in the reach by rising time, in the lower 32 bits. */
  static long[] byTime(Reach reach) {
    var order = new long[reach.size()];
    for (int i = 0; i < order.length; i++) {
      // The bits of floats of 0 and more rise with their value; -0 comes before 0.
      order[i] = (long) Float.floatToIntBits(reach.minutes()[i]) << 32 | i;
    }
    Arrays.sort(order);
    return order;
  }
}
