package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * The log-logistic decay of PBL (2020): {@code 1 / (1 + exp(a + b ln t + c1 t))}, and 1 at 0
 * minutes, which is its limit for b &gt; 0. The parameters differ per mode and are data, not
 * constants: PBL gives none for walking.
 *
 * @param a intercept, without unit
 * @param b coefficient of the logarithm of the minutes, 0 or more
 * @param c1 coefficient per minute, 0 or more
 */
public record LogLogistic(double a, double b, double c1) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "pbl",
          List.of(Parameter.signed("a"), Parameter.of("b"), Parameter.of("c1")),
          false,
          "pbl,-8.65786,2.492099,0.011641",
          true,
          true,
          new Contract(
              "1 / (1 + exp(a + b ln t + c1 t)), f(0) = 1",
              DecayFamily.WEIGHT,
              "0 to 1",
              DecayFamily.NEVER_RISES,
              "PBL (2020)"),
          p -> new LogLogistic(p[0], p[1], p[2]));

  /**
   * Checks the parameters.
   *
   * @throws DecayParameterException when one is not finite, or the weight would rise with time
   */
  public LogLogistic {
    DecayParameterException.requireFinite(0, "pbl", "a", a);
    DecayParameterException.requireNotNegative(1, "pbl", "b (or the weight rises with time)", b);
    DecayParameterException.requireNotNegative(2, "pbl", "c1 (or the weight rises with time)", c1);
  }

  @Override
  public double at(double minutes) {
    return minutes == 0 ? 1 : 1 / (1 + Math.exp(a + b * Math.log(minutes) + c1 * minutes));
  }
}
