package nl.peil.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.jobs.report.Reports;
import nl.peil.table.DeltaStore;
import org.apache.spark.sql.SparkSession;

/** The command report, and the reports that a run writes when it ends. */
final class ReportCommand {

  private ReportCommand() {}

  /** Writes the reports that are asked for. */
  static ExitCode run(
      Arguments args, PeilConfig config, SparkSession spark, Progress progress, Interrupt interrupt)
      throws ConfigProblemException, IOException, InterruptedException {
    check(args);
    var store = new DeltaStore(spark, config.output());
    var reports =
        new Reports(
            config,
            store,
            args.text("lang"),
            args.text("out"),
            spark.sparkContext().hadoopConfiguration(),
            interrupt::requested);
    var layouts = args.has("layout") ? args.names("layout") : reports.layouts();
    write(reports, layouts, args.text("region"), progress);
    return ExitCode.DONE;
  }

  private static void check(Arguments args) throws ConfigProblemException {
    var problems = new ArrayList<String>();
    if (args.has("all") && args.has("region")) {
      problems.add("report: --all and --region together say two things; give one of them");
    }
    if (!args.has("all") && !args.has("region")) {
      problems.add(
          "report: say which: --layout LAYOUT --region REGION for one region, or --all for all"
              + " (with --layout for those of some layouts)");
    }
    if (args.has("region") && args.names("layout").size() != 1) {
      problems.add("report: --region needs the one --layout that it is a region of");
    }
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
  }

  /**
   * Brings the reports up to date when the configuration asks for them and anything that they are
   * made from has changed.
   */
  static void afterRun(
      Arguments args, PeilConfig config, SparkSession spark, Progress progress, Interrupt interrupt)
      throws ConfigProblemException, IOException, InterruptedException {
    if (config.report() == null || !args.only().isEmpty()) {
      return;
    }
    var store = new DeltaStore(spark, config.output());
    var reports =
        new Reports(
            config,
            store,
            null,
            null,
            spark.sparkContext().hadoopConfiguration(),
            interrupt::requested);
    var stale = reports.stale();
    if (!stale.isEmpty()) {
      write(reports, stale, null, progress);
    }
  }

  private static void write(
      Reports reports,
      List<String> layouts,
      @org.jspecify.annotations.Nullable String region,
      Progress progress)
      throws ConfigProblemException, IOException, InterruptedException {
    var step = progress.begin("reports " + String.join(", ", layouts));
    var written = reports.write(layouts, region);
    progress.end(step, "%,d pages".formatted(written.pages()));
    progress.line(
        String.format(
            Locale.ROOT,
            "reports: %,d pages, %.1f MB, the largest %.1f MB; open %s",
            written.pages(),
            written.bytes() / 1e6,
            written.largest() / 1e6,
            written.address()));
  }
}
