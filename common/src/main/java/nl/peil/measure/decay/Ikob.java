package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * The S-curve of IKOB (CROW), as that program has it: {@code scale / (1 + exp(alpha (t - omega)))},
 * nothing from 180 minutes on, and nothing where that weight is below 0.001. It is not normalised:
 * at 0 minutes it is a little below the scale.
 *
 * <p>The time is compared with 180 as it is given, because IKOB's experienced minutes are doubles;
 * a float compares the same, for 180 is a float.
 *
 * @param alpha steepness per minute, more than 0
 * @param omega minutes at which half of the scale is left, 0 or more
 * @param scale upper limit of the weight, more than 0 and at most 1
 */
public record Ikob(double alpha, double omega, double scale) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "ikob",
          List.of(Parameter.of("alpha"), Parameter.of("omega"), Parameter.of("scale")),
          false,
          "ikob,0.125,45,0.96",
          false,
          true,
          new Contract(
              "scale / (1 + exp(alpha (t - omega))), 0 from 180 minutes, 0 where below 0.001",
              DecayFamily.WEIGHT,
              "0, or 0.001 to scale; f(0) is a little below scale",
              DecayFamily.NEVER_RISES,
              "CROW, IKOB (2025)"),
          p -> new Ikob(p[0], p[1], p[2]));

  private static final double NOTHING_FROM_MINUTES = 180;
  private static final double NOTHING_BELOW = 0.001;

  /**
   * Checks the parameters.
   *
   * @throws DecayParameterException when alpha is not a finite number above 0, omega not one of at
   *     least 0, or scale not one above 0 and up to 1
   */
  public Ikob {
    DecayParameterException.requireAboveZero(0, "ikob", "alpha", alpha);
    DecayParameterException.requireNotNegative(1, "ikob", "omega", omega);
    if (!(scale > 0 && scale <= 1)) {
      throw DecayParameterException.refused(
          2, "ikob", "scale must be more than 0 and at most 1", scale);
    }
  }

  @Override
  public double at(double minutes) {
    if (minutes >= NOTHING_FROM_MINUTES) {
      return 0;
    }
    double weight = scale / (1 + Math.exp(alpha * (minutes - omega)));
    return weight < NOTHING_BELOW ? 0 : weight;
  }
}
