package nl.peil.measure.decay;

import java.io.Serializable;

/**
 * A decay with its weights computed in advance for every 0.1 minute up to a limit. A time on that
 * grid is looked up, every other time is computed, so the table never changes a result.
 */
public final class DecayTable implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Beyond this many minutes, weights are computed: longer times are rare. */
  private static final int USUAL_MINUTES = 240;

  private final Decay decay;
  private final double[] weights;

  /** The table that measures use: up to four hours. */
  public static DecayTable of(Decay decay) {
    return new DecayTable(decay, USUAL_MINUTES);
  }

  /**
   * Computes the table.
   *
   * @param decay the decay
   * @param limitMinutes longest time in the table, 0 or more
   * @throws IllegalArgumentException when the decay breaks its contract on the grid: a weight that
   *     is negative or not finite, or, of a {@link Decay#falling falling} decay, one that is above
   *     1 or rises
   */
  public DecayTable(Decay decay, int limitMinutes) {
    this.decay = decay;
    this.weights = new double[limitMinutes * MinuteGrid.STEPS_PER_MINUTE + 1];
    boolean falling = decay.falling();
    double previous = falling ? 1 : Double.MAX_VALUE;
    for (int step = 0; step < weights.length; step++) {
      double minutes = step / (double) MinuteGrid.STEPS_PER_MINUTE;
      double weight = decay.at(minutes);
      if (!(weight >= 0 && weight <= previous)) {
        throw new IllegalArgumentException(
            decay
                + ": expected a weight "
                + (falling ? "from 0 to 1 that never rises with time" : "that is finite and >= 0")
                + ", but it is "
                + weight
                + " at "
                + minutes
                + " minutes"
                + (falling ? " after " + previous + " before" : "")
                + "; correct its parameters");
      }
      weights[step] = weight;
      previous = falling ? weight : previous;
    }
  }

  /** The decay behind the table. */
  public Decay decay() {
    return decay;
  }

  /**
   * The weight, equal to that of the decay at {@link MinuteGrid#decimal the decimal that was
   * written}.
   *
   * @param minutes travel time, 0 or more
   * @return weight, 0 or more
   */
  public double at(float minutes) {
    int step = MinuteGrid.step(minutes);
    return step >= 0 && step < weights.length
        ? weights[step]
        : decay.at(MinuteGrid.decimal(minutes));
  }
}
