package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * Weights within thresholds, which are included: the weight of the first threshold that the travel
 * time does not exceed, and 0 beyond the last. Not normalised: the first weight may be below 1.
 *
 * @param thresholds at least one: minutes of 0 or more, rising, and the weight up to and including
 *     them, 0 to 1 and never rising
 */
public record StepWithin(List<Point> thresholds) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "step_within",
          List.of(Parameter.of("t"), Parameter.of("w")),
          true,
          "step_within,20:1,40:0.68,60:0.22",
          false,
          true,
          new Contract(
              "w of the first threshold with t <= threshold, 0 beyond the last",
              DecayFamily.WEIGHT,
              "0 to the first w",
              DecayFamily.NEVER_RISES,
              "Python package access (PySAL), weights.step_fn"),
          p -> new StepWithin(Point.list(p)));

  /**
   * Checks the thresholds and keeps a copy.
   *
   * @throws DecayParameterException when there are none, times are negative or do not rise, or
   *     weights lie outside 0 to 1 or rise
   */
  public StepWithin {
    thresholds = List.copyOf(thresholds);
    Point.require("step_within", thresholds, 1);
  }

  @Override
  public double at(double minutes) {
    for (var threshold : thresholds) {
      if ((float) minutes <= (float) threshold.minutes()) {
        return threshold.weight();
      }
    }
    return 0;
  }
}
