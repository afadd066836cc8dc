package nl.peil.bench.access;

import java.io.PrintStream;
import java.util.List;
import nl.peil.bench.harness.Contest;
import nl.peil.bench.harness.Result;
import nl.peil.bench.setting.Workspace;

/** Measures of accessibility over the same Parquet files. */
public final class AccessContest {

  private AccessContest() {}

  /** Holds it. */
  public static Result hold(Workspace workspace, int rounds, PrintStream progress)
      throws Exception {
    var configuration = workspace.loaded();
    var task = Task.read(workspace, configuration);
    var job = new PeilJob(workspace, configuration, task);
    var library = new PeilLibrary(workspace, configuration, task);
    var hand = new HandAccess(task);
    try (var duck = new DuckDbAccess(task, workspace.folder("duckdb-access"))) {
      return new Contest(
              "accessibility, %d measures x %d modes"
                  .formatted(task.services().size() * Task.MEASURES.size(), task.modes().size()),
              workspace.pairs(configuration),
              List.of(job, library, duck, hand),
              true)
          .hold(rounds, progress);
    }
  }
}
