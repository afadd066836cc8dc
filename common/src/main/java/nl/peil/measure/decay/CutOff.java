package nl.peil.measure.decay;

/**
 * Another decay up to and including a travel time, and 0 beyond it, for example a weight 1/t that
 * counts nothing beyond 61 minutes.
 *
 * @param decay the decay up to the cut-off
 * @param max minutes, 0 or more; included
 */
public record CutOff(Decay decay, double max) implements Decay {

  /**
   * Checks the cut-off.
   *
   * @throws DecayParameterException when it is not a finite number of at least 0
   */
  public CutOff {
    DecayParameterException.requireNotNegative(0, "cut-off of a", "max", max);
  }

  @Override
  public double at(double minutes) {
    return (float) minutes <= (float) max ? decay.at(minutes) : 0;
  }

  @Override
  public boolean falling() {
    return decay.falling();
  }
}
