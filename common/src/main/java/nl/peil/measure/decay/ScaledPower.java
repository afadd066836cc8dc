package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * The power of the Python package access (PySAL, its weight "gravity"): {@code (max(t, min) /
 * scale)^exponent}, kept as it is there so that results can be compared.
 *
 * <p>Not normalised: the weight is 1 at {@code scale} minutes and larger on one side of it. With a
 * positive exponent it even rises with the travel time. A measure with this decay can be larger
 * than the sum of the opportunities; for a decay that keeps to its range take {@link Power}.
 *
 * @param scale minutes at which the weight is 1, more than 0
 * @param exponent power; below 0 it falls with the travel time
 * @param min shorter times count as this many minutes: 0 or more, and more than 0 when the exponent
 *     is below 0, for the weight at 0 minutes would be infinite
 */
public record ScaledPower(double scale, double exponent, double min) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "scaled_power",
          List.of(Parameter.of("scale"), Parameter.signed("exponent"), Parameter.of("min")),
          false,
          "scaled_power,60,-1,1",
          false,
          false,
          new Contract(
              "(max(t, min) / scale)^exponent",
              DecayFamily.WEIGHT,
              "more than 0, without upper limit",
              "falls with the travel time if the exponent is below 0, rises if it is above 0",
              "Python package access (PySAL), weights.gravity"),
          p -> new ScaledPower(p[0], p[1], p[2]));

  /** Ten weeks: no trip is longer. */
  private static final double LONGEST_MINUTES = 100_000;

  /**
   * Checks the parameters.
   *
   * @throws DecayParameterException when scale is not a finite number above 0, exponent is not
   *     finite, min is not a finite number of at least 0 (above 0 with an exponent below 0), or
   *     they make a weight too large to be a number
   */
  public ScaledPower {
    DecayParameterException.requireAboveZero(0, "scaled_power", "scale", scale);
    DecayParameterException.requireFinite(1, "scaled_power", "exponent", exponent);
    DecayParameterException.requireNotNegative(2, "scaled_power", "min", min);
    if (exponent < 0 && min == 0) {
      throw DecayParameterException.refused(
          2, "scaled_power", "min must be more than 0 with an exponent below 0", min);
    }
    // The weight only rises or only falls, so it is largest at one of the ends.
    double largest =
        Math.max(weight(0, scale, exponent, min), weight(LONGEST_MINUTES, scale, exponent, min));
    if (largest == Double.POSITIVE_INFINITY) {
      throw DecayParameterException.refused(
          1, "scaled_power", "exponent must keep the weight finite", exponent);
    }
  }

  @Override
  public double at(double minutes) {
    return weight(minutes, scale, exponent, min);
  }

  @Override
  public boolean falling() {
    return false;
  }

  private static double weight(double minutes, double scale, double exponent, double min) {
    return Math.pow(Math.max(minutes, min) / scale, exponent);
  }
}
