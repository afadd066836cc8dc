package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * Inverse power decay: {@code min(1, t^-b)}. Below 1 minute the power would be larger than 1, and
 * infinite at 0, so there the weight is 1.
 *
 * @param b power, more than 0
 */
public record Power(double b) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "power",
          List.of(Parameter.of("b")),
          false,
          "power,0.5",
          true,
          true,
          new Contract(
              "min(1, t^-b)",
              DecayFamily.WEIGHT,
              "0 to 1; 1 up to 1 minute",
              DecayFamily.NEVER_RISES,
              "Hansen (1959); R package accessibility, decay_power"),
          p -> new Power(p[0]));

  /**
   * Checks the parameter.
   *
   * @throws DecayParameterException when it is not a finite number above 0
   */
  public Power {
    DecayParameterException.requireAboveZero(0, "power", "b", b);
  }

  @Override
  public double at(double minutes) {
    return Math.min(1, Math.pow(minutes, -b));
  }
}
