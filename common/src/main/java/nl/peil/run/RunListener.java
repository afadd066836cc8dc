package nl.peil.run;

import java.util.List;
import java.util.Optional;
import nl.peil.quality.Finding;

/**
 * Hears what a run does, as it does it. A listener never throws: what it cannot pass on, it keeps
 * as its {@link #problem}.
 */
public interface RunListener {

  /** Nobody listens. */
  RunListener NOBODY = new RunListener() {};

  /** A run starts. */
  default void runStarted(String runId) {}

  /** A batch of slices of one table is going to be made. */
  default void batchStarted(String runId, List<PlannedSlice> batch) {}

  /**
   * A batch came to its end.
   *
   * @param written records of the slices that were written; none when its files were rejected
   */
  default void batchEnded(String runId, List<PlannedSlice> batch, List<SliceRecord> written) {}

  /** A batch failed, and the run with it. */
  default void batchFailed(String runId, List<PlannedSlice> batch, Exception failure) {}

  /**
   * A run came to its end.
   *
   * @param outcome done, failed, rejected or interrupted
   * @param message why; empty when all is well
   */
  default void runEnded(String runId, String outcome, String message) {}

  /** What kept the listener from doing its work; empty when nothing did. */
  default Optional<Finding> problem() {
    return Optional.empty();
  }

  /** Both hear everything, this one first. */
  default RunListener and(RunListener other) {
    return new BothListeners(this, other);
  }
}
