package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * Linear decay: {@code max(0, 1 - t/limit)}.
 *
 * @param limit minutes at which nothing is left, more than 0
 */
public record Linear(double limit) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "linear",
          List.of(Parameter.of("T")),
          false,
          "linear,60",
          true,
          true,
          new Contract(
              "max(0, 1 - t/T)",
              DecayFamily.WEIGHT,
              "0 to 1; 0 from T on",
              DecayFamily.NEVER_RISES,
              "R package accessibility, decay_linear"),
          p -> new Linear(p[0]));

  /**
   * Checks the parameter.
   *
   * @throws DecayParameterException when it is not a finite number above 0
   */
  public Linear {
    DecayParameterException.requireAboveZero(0, "linear", "T", limit);
  }

  @Override
  public double at(double minutes) {
    return Math.max(0, 1 - minutes / limit);
  }
}
