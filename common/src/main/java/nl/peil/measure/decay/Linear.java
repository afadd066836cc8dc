package nl.peil.measure.decay;

import java.util.List;

/**
 * Linear decay: {@code max(0, 1 - t/limit)}.
 *
 * @param limit minutes at which nothing is left, more than 0
 */
public record Linear(double limit) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily("linear", List.of("T"), "max(0, 1 - t/T)", p -> new Linear(p[0]));

  /**
   * Checks the parameter.
   *
   * @throws IllegalArgumentException when it is not a finite number above 0
   */
  public Linear {
    if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("linear decay: T must be more than 0, but is " + limit);
    }
  }

  @Override
  public double at(double minutes) {
    return Math.max(0, 1 - minutes / limit);
  }
}
