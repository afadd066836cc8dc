package nl.peil.run;

import java.util.List;
import java.util.Optional;
import nl.peil.quality.Finding;

/**
 * Two that hear what a run does.
 *
 * @param first hears it first
 * @param second hears it next
 */
record BothListeners(RunListener first, RunListener second) implements RunListener {

  @Override
  public void runStarted(String runId) {
    first.runStarted(runId);
    second.runStarted(runId);
  }

  @Override
  public void batchStarted(String runId, List<PlannedSlice> batch) {
    first.batchStarted(runId, batch);
    second.batchStarted(runId, batch);
  }

  @Override
  public void batchEnded(String runId, List<PlannedSlice> batch, List<SliceRecord> written) {
    first.batchEnded(runId, batch, written);
    second.batchEnded(runId, batch, written);
  }

  @Override
  public void batchFailed(String runId, List<PlannedSlice> batch, Exception failure) {
    first.batchFailed(runId, batch, failure);
    second.batchFailed(runId, batch, failure);
  }

  @Override
  public void runEnded(String runId, String outcome, String message) {
    first.runEnded(runId, outcome, message);
    second.runEnded(runId, outcome, message);
  }

  /** That of the first that has one. */
  @Override
  public Optional<Finding> problem() {
    return first.problem().or(second::problem);
  }
}
