package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * Cumulative logistic decay, normalised so that it is 1 at 0 minutes: {@code (1 + exp(-m pi / (sd
 * sqrt 3))) / (1 + exp((t - m) pi / (sd sqrt 3)))}.
 *
 * @param m minutes of the steepest fall (the mean of the distribution), 0 or more
 * @param sd standard deviation in minutes, more than 0
 */
public record Logistic(double m, double sd) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "logistic",
          List.of(Parameter.of("m"), Parameter.of("sd")),
          false,
          "logistic,30,10",
          true,
          true,
          new Contract(
              "(1 + exp(-m pi / (sd sqrt 3))) / (1 + exp((t - m) pi / (sd sqrt 3)))",
              DecayFamily.WEIGHT,
              "0 to 1",
              DecayFamily.NEVER_RISES,
              "Bauer and Groneberg (2016); R package accessibility, decay_logistic; R5"),
          p -> new Logistic(p[0], p[1]));

  /** A logistic distribution with scale s has a standard deviation of s pi / sqrt 3. */
  private static final double SPREAD = Math.PI / Math.sqrt(3);

  /**
   * Checks the parameters.
   *
   * @throws DecayParameterException when m is not a finite number of at least 0, or sd not one
   *     above 0
   */
  public Logistic {
    DecayParameterException.requireNotNegative(0, "logistic", "m", m);
    DecayParameterException.requireAboveZero(1, "logistic", "sd", sd);
  }

  @Override
  public double at(double minutes) {
    return (1 + exp(0)) / (1 + exp(minutes));
  }

  private double exp(double minutes) {
    return Math.exp((minutes - m) / sd * SPREAD);
  }
}
