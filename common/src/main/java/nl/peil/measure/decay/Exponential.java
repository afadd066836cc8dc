package nl.peil.measure.decay;

import java.util.List;

/**
 * Negative exponential decay: {@code exp(-b t)}.
 *
 * @param b fall per minute, more than 0
 */
public record Exponential(double b) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily("exponential", List.of("b"), "exp(-b t)", p -> new Exponential(p[0]));

  /**
   * Checks the parameter.
   *
   * @throws IllegalArgumentException when it is not a finite number above 0
   */
  public Exponential {
    if (!(b > 0 && b < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("exponential decay: b must be more than 0, but is " + b);
    }
  }

  @Override
  public double at(double minutes) {
    return Math.exp(-b * minutes);
  }
}
