package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * Gaussian decay: {@code exp(-t^2 / (2 s^2))}.
 *
 * @param s minutes at which {@code exp(-1/2)} (0.61) is left, more than 0
 */
public record Gaussian(double s) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "gaussian",
          List.of(Parameter.of("s")),
          false,
          "gaussian,20",
          true,
          true,
          new Contract(
              "exp(-t^2 / (2 s^2))",
              DecayFamily.WEIGHT,
              "0 to 1",
              DecayFamily.NEVER_RISES,
              "Ingram (1971); Python package access (PySAL), weights.gaussian"),
          p -> new Gaussian(p[0]));

  /**
   * Checks the parameter.
   *
   * @throws DecayParameterException when it is not a finite number above 0
   */
  public Gaussian {
    DecayParameterException.requireAboveZero(0, "gaussian", "s", s);
  }

  @Override
  public double at(double minutes) {
    double deviations = minutes / s;
    return Math.exp(-deviations * deviations / 2);
  }
}
