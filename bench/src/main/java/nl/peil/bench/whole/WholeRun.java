package nl.peil.bench.whole;

import java.io.PrintStream;
import java.util.List;
import nl.peil.bench.harness.Contest;
import nl.peil.bench.harness.Result;
import nl.peil.bench.setting.Workspace;

/** The whole command as a user gives it: from raw files to region tables, and once more. */
public final class WholeRun {

  private WholeRun() {}

  /** Runs both in turn. */
  public static Result hold(Workspace workspace, int rounds, PrintStream progress)
      throws Exception {
    var configuration = workspace.configuration("whole", "");
    return new Contest(
            "whole run, raw files to region tables",
            0,
            List.of(
                new PeilProcess(workspace, configuration, true),
                new PeilProcess(workspace, configuration, false)),
            false)
        .hold(rounds, progress);
  }
}
