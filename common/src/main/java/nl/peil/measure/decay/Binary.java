package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * All or nothing: 1 up to and including the limit, 0 beyond it.
 *
 * @param limit minutes, 0 or more
 */
public record Binary(double limit) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "binary",
          List.of(Parameter.of("T")),
          false,
          "binary,30",
          true,
          true,
          new Contract(
              "1 if t <= T, else 0",
              DecayFamily.WEIGHT,
              "0 or 1",
              DecayFamily.NEVER_RISES,
              "Wachs and Kumagai (1973)"),
          p -> new Binary(p[0]));

  /**
   * Checks the parameter.
   *
   * @throws DecayParameterException when it is not a finite number of at least 0
   */
  public Binary {
    DecayParameterException.requireNotNegative(0, "binary", "T", limit);
  }

  @Override
  public double at(double minutes) {
    // As floats, because travel times are: the float of 12.34 is larger than the double.
    return (float) minutes <= (float) limit ? 1 : 0;
  }
}
