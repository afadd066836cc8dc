package nl.peil.bench.regions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.setting.Configuration;
import nl.peil.bench.setting.Folders;
import nl.peil.bench.setting.PeilCommand;
import nl.peil.bench.setting.Workspace;
import nl.peil.table.AccessTables;

/** Peil with a number of layouts. */
final class PeilRegions implements Contestant {

  private final Workspace workspace;
  private final Configuration configuration;
  private final int layouts;
  private final int shared;

  /**
   * Gets the tables ready that region_accessibility is made from.
   *
   * @param ready tables with accessibility, which are copied
   * @param layouts how many layouts
   * @param shared how many of them all contestants have: these are compared
   */
  PeilRegions(Workspace workspace, Configuration ready, int layouts, int shared)
      throws IOException {
    this.workspace = workspace;
    this.layouts = layouts;
    this.shared = shared;
    var name = "regions-" + layouts;
    this.configuration = workspace.configuration(name, ManyLayouts.configuration(layouts));
    Folders.delete(configuration.output());
    Folders.copy(ready.output(), configuration.output());
    PeilCommand.run(
        "run", "--conf", configuration.file().toString(), "--only", "region_membership", "--force");
  }

  @Override
  public String name() {
    return layouts + " layouts";
  }

  @Override
  public String does() {
    return "`peil run --only region_accessibility --force` with %d layouts of %d regions, each a list of all zones; membership is made before."
        .formatted(layouts, ManyLayouts.REGIONS);
  }

  @Override
  public void run() {
    PeilCommand.run(
        "run",
        "--conf",
        configuration.file().toString(),
        "--only",
        "region_accessibility",
        "--force");
  }

  /** The means of the layouts that all have, in the order of their keys. */
  @Override
  public Answer answer() {
    var byLayout = new TreeMap<String, ArrayList<Double>>();
    workspace
        .store(configuration)
        .read(AccessTables.REGION_ACCESSIBILITY)
        .where(
            "layout >= '%s' AND layout < '%s'"
                .formatted(ManyLayouts.name(0), ManyLayouts.name(shared)))
        .orderBy("layout", "region", "scenario", "year", "mode", "period", "service", "measure")
        .select("layout", "mean", "p50", "gini")
        .collectAsList()
        .forEach(
            row -> {
              var values = byLayout.computeIfAbsent(row.getString(0), key -> new ArrayList<>());
              for (int column = 1; column <= 3; column++) {
                values.add(row.isNullAt(column) ? Double.NaN : row.getDouble(column));
              }
            });
    var answer = new Answer();
    byLayout.forEach(
        (layout, values) ->
            answer.with(layout, 0, values.stream().mapToDouble(Double::doubleValue).toArray()));
    return answer;
  }

  @Override
  public Map<String, String> facts() {
    long rows = workspace.store(configuration).read(AccessTables.REGION_ACCESSIBILITY).count();
    return Map.of("rows", "%,d".formatted(rows));
  }
}
