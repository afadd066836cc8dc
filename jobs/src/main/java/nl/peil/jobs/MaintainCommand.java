package nl.peil.jobs;

import java.util.Locale;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.run.Maintenance;
import nl.peil.table.DeltaStore;
import org.apache.spark.sql.SparkSession;

/** The command maintain: fewer and no superfluous files. */
final class MaintainCommand {

  private MaintainCommand() {}

  static ExitCode run(
      Arguments args, PeilConfig config, SparkSession spark, Progress progress, Interrupt interrupt)
      throws InterruptedException {
    double days = config.maintenance().keepDays();
    var maintenance = new Maintenance(spark, new DeltaStore(spark, config.output()), days);
    progress.line("%-24s %7s %7s %10s".formatted("table", "files", "after", "MB freed"));
    long before = 0;
    long after = 0;
    long freed = 0;
    for (var table : maintenance.tables()) {
      interrupt.check();
      var kept = maintenance.keep(table, args.dryRun());
      before += kept.filesBefore();
      after += kept.filesAfter();
      freed += kept.bytesFreed();
      progress.line(
          line(
              table.name(),
              kept.filesBefore(),
              kept.filesAfter(),
              kept.bytesFreed(),
              kept.remark()));
    }
    progress.line(line("all", before, after, freed, ""));
    progress.line(
        String.format(
            Locale.ROOT,
            "%s in %s what is older than %s days and neither current nor published",
            args.dryRun() ? "would remove" : "removed",
            config.output(),
            days == Math.rint(days) ? String.valueOf((long) days) : String.valueOf(days)));
    return ExitCode.DONE;
  }

  private static String line(String name, long before, long after, long bytes, String remark) {
    return String.format(
            Locale.ROOT, "%-24s %,7d %,7d %,10.1f  %s", name, before, after, bytes / 1e6, remark)
        .stripTrailing();
  }
}
