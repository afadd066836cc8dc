package nl.peil.jobs;

import java.util.List;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.run.Plan;

/**
 * How a run ended.
 *
 * @param runId run; empty for a plan
 * @param plan what was planned
 * @param slicesWritten slices written
 * @param rowsWritten rows written
 * @param findings everything found in this run
 * @param seconds seconds from start to end
 */
public record RunSummary(
    String runId,
    Plan plan,
    long slicesWritten,
    long rowsWritten,
    List<Finding> findings,
    double seconds) {

  /** The files that were rejected, each once however many slices it was meant for. */
  public List<Finding> rejections() {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.REJECT)
        .distinct()
        .toList();
  }
}
