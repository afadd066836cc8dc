package nl.peil.bench.access;

import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.setting.Configuration;
import nl.peil.bench.setting.PeilCommand;
import nl.peil.bench.setting.Workspace;
import nl.peil.table.AccessTables;

/** Peil: the command that computes accessibility. */
final class PeilJob implements Contestant {

  private final Workspace workspace;
  private final Configuration configuration;
  private final Task task;

  PeilJob(Workspace workspace, Configuration configuration, Task task) {
    this.workspace = workspace;
    this.configuration = configuration;
    this.task = task;
  }

  @Override
  public String name() {
    return "Peil, the job";
  }

  @Override
  public String does() {
    return "`peil run --only accessibility --force` in a session that is open: plan, one pass over each matrix, the"
        + " population beside every value, a row per zone, service and measure (with unit and reason) committed to"
        + " Delta, lineage and run log.";
  }

  @Override
  public void run() {
    PeilCommand.run(
        "run", "--conf", configuration.file().toString(), "--only", "accessibility", "--force");
  }

  @Override
  public Answer answer() {
    return task.answer(
        workspace
            .store(configuration)
            .read(AccessTables.ACCESSIBILITY)
            .where(workspace.scenarioYear()));
  }
}
