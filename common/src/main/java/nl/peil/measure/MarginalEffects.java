package nl.peil.measure;

import java.io.Serializable;

/**
 * What opening or closing one service in each zone does: a sum over origins for each {@link Effect}
 * and zone. Parts of a matrix are added.
 */
public final class MarginalEffects implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What is summed over origins i for a zone j; P people, t minutes, z the norm. */
  public enum Effect {
    /** Opening: persons who miss the norm and would meet it. */
    GAIN,
    /** Opening: persons who can reach no place at all, and would reach this one. */
    NEWLY_REACHING,
    /** Opening: person-minutes saved by those who can reach a place already. */
    MINUTES_SAVED,
    /** Closing: persons who meet the norm and would miss it. */
    LOSE,
    /** Closing: persons who would reach no place at all. */
    WITHOUT_ANY,
    /** Closing: persons whose next option is farther, but there is one. */
    DELAYED,
    /** Closing: person-minutes added for those. */
    MINUTES_ADDED
  }

  private final double[][] sums;

  /** Nothing yet, for as many zones. */
  public MarginalEffects(int zones) {
    this.sums = new double[Effect.values().length][zones];
  }

  /** Adds another part. */
  public void add(MarginalEffects part) {
    for (int effect = 0; effect < sums.length; effect++) {
      for (int place = 0; place < sums[effect].length; place++) {
        sums[effect][place] += part.sums[effect][place];
      }
    }
  }

  /**
   * The sum for a zone.
   *
   * @param effect which
   * @param place place of the zone in the {@link ZoneIndex}
   */
  public double of(Effect effect, int place) {
    return sums[effect.ordinal()][place];
  }

  double[] sums(Effect effect) {
    return sums[effect.ordinal()];
  }
}
