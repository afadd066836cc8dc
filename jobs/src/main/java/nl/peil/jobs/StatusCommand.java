package nl.peil.jobs;

import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Progress;
import nl.peil.table.InputTables;
import nl.peil.table.Tables;
import org.apache.spark.sql.SparkSession;

/** The command status: what there is and what is stale. */
final class StatusCommand {

  private StatusCommand() {}

  static int run(PeilConfig config, SparkSession spark, Progress progress) throws Exception {
    var runner = new Runner(spark, config);
    var plan = runner.plan();
    progress.line("%-24s %14s %10s %9s  %s".formatted("table", "rows", "MB", "version", "slices"));
    for (var table : Tables.all()) {
      var slices =
          plan.slices().stream()
              .filter(slice -> slice.table().name().equals(table.name()))
              .toList();
      var stale = slices.stream().filter(slice -> slice.stale()).toList();
      var line =
          runner.store().exists(table)
              ? TableLine.of(runner.store(), table, runner.store().read(table).count())
              : "%-24s %14s %10s %9s".formatted(table.name(), "-", "-", "-");
      var state =
          slices.isEmpty()
              ? ""
              : stale.isEmpty()
                  ? slices.size() + " up to date"
                  : stale.size() + " of " + slices.size() + " stale";
      progress.line((line + "  " + state).stripTrailing());
      if (table.equals(InputTables.TRAVEL_TIMES) && runner.store().exists(table)) {
        progress.line("    " + StoredMatrices.of(runner.store(), spark).describe());
      }
      stale.stream()
          .limit(3)
          .forEach(
              slice ->
                  progress.line(
                      "    " + slice.slice() + ": " + String.join("; ", slice.reasons())));
      if (stale.size() > 3) {
        progress.line("    and " + (stale.size() - 3) + " more: see ./peil plan");
      }
    }
    runner.distrusted().forEach(text -> progress.line("! " + text));
    plan.kept()
        .forEach(
            kept ->
                progress.line(
                    "! "
                        + kept.table()
                        + " "
                        + kept.slice()
                        + " is stored but no longer in the delivery or configuration"));
    progress.line("in " + config.output());
    return Peil.DONE;
  }
}
