package nl.peil.measure.decay;

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

  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException when one is not finite, or the weight would rise with time
   */
  public LogLogistic {
    if (!Double.isFinite(a) || !(b >= 0 && c1 >= 0) || Double.isInfinite(b + c1)) {
      throw new IllegalArgumentException(
          "log-logistic decay: expected a finite a, and b and c1 of at least 0 (else the weight"
              + " rises with time), but got a="
              + a
              + ", b="
              + b
              + ", c1="
              + c1);
    }
  }

  @Override
  public double at(double minutes) {
    return minutes == 0 ? 1 : 1 / (1 + Math.exp(a + b * Math.log(minutes) + c1 * minutes));
  }
}
