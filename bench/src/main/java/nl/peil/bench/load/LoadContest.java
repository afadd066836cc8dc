package nl.peil.bench.load;

import java.io.PrintStream;
import java.util.List;
import nl.peil.bench.harness.Contest;
import nl.peil.bench.harness.Result;
import nl.peil.bench.setting.Workspace;

/** Matrices as CSV into sorted tables: Peil, DuckDB, and parsing alone. */
public final class LoadContest {

  private LoadContest() {}

  /** Holds it. */
  public static Result hold(Workspace workspace, int rounds, PrintStream progress)
      throws Exception {
    var configuration = workspace.loaded();
    var peil = new PeilLoad(workspace, configuration);
    var hand = new HandLoad(workspace.matrices());
    try (var duck = new DuckDbLoad(workspace.matrices(), workspace.folder("duckdb-load"))) {
      return new Contest(
              "load of %d matrices, CSV to sorted table".formatted(workspace.matrices().size()),
              workspace.pairs(configuration),
              List.of(peil, duck, hand),
              true)
          .hold(rounds, progress);
    }
  }
}
