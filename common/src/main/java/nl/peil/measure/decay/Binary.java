package nl.peil.measure.decay;

import java.util.List;

/**
 * All or nothing: 1 up to and including the limit, 0 beyond it.
 *
 * @param limit minutes, 0 or more
 */
public record Binary(double limit) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily("binary", List.of("T"), "1 if t <= T, else 0", p -> new Binary(p[0]));

  /**
   * Checks the parameter.
   *
   * @throws IllegalArgumentException when it is not a finite number of at least 0
   */
  public Binary {
    if (!(limit >= 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("binary decay: T must be at least 0, but is " + limit);
    }
  }

  @Override
  public double at(double minutes) {
    // As floats, because travel times are: the float of 12.34 is larger than the double.
    return (float) minutes <= (float) limit ? 1 : 0;
  }
}
