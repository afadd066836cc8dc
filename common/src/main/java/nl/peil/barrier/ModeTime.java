package nl.peil.barrier;

import nl.peil.model.Mode;
import org.jspecify.annotations.Nullable;

/**
 * How a service is reached from a zone with a mode.
 *
 * @param mode the mode
 * @param minutes minutes to the nearest; NaN when it cannot be reached
 * @param meetsNorm whether that is within the norm of the service for this mode; null when there is
 *     no such norm
 */
public record ModeTime(Mode mode, double minutes, @Nullable Boolean meetsNorm) {

  /** Checks that what cannot be reached meets no norm. */
  public ModeTime {
    if (Double.isNaN(minutes) && Boolean.TRUE.equals(meetsNorm)) {
      throw new IllegalArgumentException(
          "mode " + mode.key() + " meets the norm, but does not get there");
    }
  }
}
