package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * Negative exponential decay: {@code exp(-b t)}.
 *
 * @param b fall per minute, more than 0
 */
public record Exponential(double b) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "exponential",
          List.of(Parameter.of("b")),
          false,
          "exponential,0.1",
          true,
          true,
          new Contract(
              "exp(-b t)",
              DecayFamily.WEIGHT,
              "0 to 1",
              DecayFamily.NEVER_RISES,
              "Wilson (1971); R package accessibility, decay_exponential"),
          p -> new Exponential(p[0]));

  /**
   * Checks the parameter.
   *
   * @throws DecayParameterException when it is not a finite number above 0
   */
  public Exponential {
    DecayParameterException.requireAboveZero(0, "exponential", "b", b);
  }

  @Override
  public double at(double minutes) {
    return Math.exp(-b * minutes);
  }
}
