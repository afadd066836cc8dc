package nl.peil.bench.regions;

import java.io.PrintStream;
import java.util.List;
import nl.peil.bench.harness.Contest;
import nl.peil.bench.harness.Result;
import nl.peil.bench.setting.PeilCommand;
import nl.peil.bench.setting.Workspace;

/** Many region layouts against few: what is shared between layouts is done once. */
public final class RegionsContest {

  private static final int FEW = 6;
  private static final int MANY = 130;

  /** Everything up to accessibility. */
  private static final String NEEDED =
      "zones,population_grid,travel_times,opportunities,norms,zone_income,accessibility";

  private RegionsContest() {}

  /** Holds it, with the measures of the configuration that was given. */
  public static Result hold(Workspace workspace, int rounds, PrintStream progress)
      throws Exception {
    var ready = workspace.configuration("regions", "");
    PeilCommand.run("run", "--conf", ready.file().toString(), "--only", NEEDED);
    ManyLayouts.of(workspace, ready).write(workspace.delivery(), MANY);
    var many = new PeilRegions(workspace, ready, MANY, FEW);
    var few = new PeilRegions(workspace, ready, FEW, FEW);
    return new Contest(
            "region_accessibility, %d layouts against %d".formatted(MANY, FEW),
            0,
            List.of(many, few),
            true)
        .hold(rounds, progress);
  }
}
