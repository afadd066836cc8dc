package nl.peil.measure;

import java.util.List;
import nl.peil.measure.decay.MinuteGrid;
import nl.peil.model.Contract;

/**
 * Balancing cost: the travel time in which more opportunities can be reached than there are people
 * at the origin, on a grid of steps. A zone with many people has to look further.
 *
 * <p>Range: 0 or more minutes, a multiple of the step; 0 where there are no people; NaN where it
 * never happens, and where the number of people is not known. It never falls when there are more
 * people.
 *
 * <p>Source: Barboza, Carneiro, Falavigna, Luz, Orrico (2021), Balancing time: using a new
 * accessibility measure in Rio de Janeiro, Journal of Transport Geography 90.
 *
 * @param step minutes between the times that are tried, above 0
 */
public record BalancingCost(double step) implements Measure {

  static final MeasureForm FORM =
      new MeasureForm(
          "balancing_cost",
          List.of("balancing_cost(step)"),
          "minutes in which more opportunities than people of the zone can be reached",
          List.of("balancing_cost(1)", "balancing_cost(0.5)"),
          new Contract(
              "min c = 0, step, 2 step, ... such that the sum of O with t <= c exceeds P",
              MINUTES,
              "0 and up, multiples of step; 0 where P is 0; none when never, or P unknown",
              "never falls when P rises",
              "Barboza et al. (2021), Balancing time; R accessibility, balancing_cost"),
          BalancingCost::read);

  /**
   * Checks the step.
   *
   * @throws IllegalArgumentException when it is not a finite number above 0
   */
  public BalancingCost {
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "balancing_cost: the step must be more than 0 minutes, but is " + step);
    }
  }

  private static MeasureDefinition read(MeasureText text) {
    text.requireSize(1, "balancing_cost(step)");
    double step = text.number(0, "the step in minutes");
    if (step <= 0) {
      throw text.wrong(0, "expected a step above 0 minutes");
    }
    return MeasureDefinition.always(new BalancingCost(step));
  }

  @Override
  public String name() {
    return "balancing_cost_" + MeasureText.plain(step);
  }

  @Override
  public String unit() {
    return MINUTES;
  }

  @Override
  public boolean needsDemand() {
    return true;
  }

  @Override
  public double value(Reach reach) {
    double people = reach.demand();
    if (people == 0) {
      return 0;
    }
    double cumulated = 0;
    for (long entry : CostToReach.byTime(reach)) {
      cumulated += reach.opportunities()[(int) entry];
      if (cumulated > people) {
        return onGrid(MinuteGrid.decimal(reach.minutes()[(int) entry]));
      }
    }
    return Double.NaN;
  }

  /** The first time on the grid at which this time has been reached. */
  private double onGrid(double minutes) {
    // 2.1 is seven steps of 0.3, though 2.1 / 0.3 is a little more than 7.
    double steps = minutes / step;
    double nearest = Math.rint(steps);
    return step
        * (Math.abs(steps - nearest) < 1e-9 * Math.max(1, steps) ? nearest : Math.ceil(steps));
  }
}
