package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * Weights that change at steps: 1 before the first step, and from each step on the weight that is
 * given with it. The step itself has the new weight; for thresholds that are included take {@link
 * StepWithin}.
 *
 * @param steps at least one: minutes above 0, rising, and the weight from there on, 0 to 1 and
 *     never rising; the last weight holds for ever, so it is mostly 0
 */
public record Stepped(List<Point> steps) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "stepped",
          List.of(Parameter.of("t"), Parameter.of("w")),
          true,
          "stepped,10:0.67,20:0.33,30:0",
          true,
          true,
          new Contract(
              "w of the last step with t >= step, 1 before the first",
              DecayFamily.WEIGHT,
              "0 to 1; the last w holds for ever",
              DecayFamily.NEVER_RISES,
              "R package accessibility, decay_stepped; Luo and Qi (2009)"),
          p -> new Stepped(Point.list(p)));

  /**
   * Checks the steps and keeps a copy.
   *
   * @throws DecayParameterException when there are none, times are not above 0 or do not rise, or
   *     weights lie outside 0 to 1 or rise
   */
  public Stepped {
    steps = List.copyOf(steps);
    Point.require("stepped", steps, 1);
    double first = steps.get(0).minutes();
    if (first == 0) {
      throw DecayParameterException.refused(
          0, "stepped", "the first t must be more than 0, for the weight is 1 before it", first);
    }
  }

  @Override
  public double at(double minutes) {
    double weight = 1;
    for (var step : steps) {
      if ((float) minutes < (float) step.minutes()) {
        break;
      }
      weight = step.weight();
    }
    return weight;
  }
}
