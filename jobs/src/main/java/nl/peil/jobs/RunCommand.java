package nl.peil.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.jobs.openlineage.OpenLineage;
import nl.peil.jobs.operate.RunDiary;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.run.Plan;
import nl.peil.run.PlannedSlice;
import nl.peil.run.RunListener;
import nl.peil.run.RunLog;
import nl.peil.run.SliceRecord;
import nl.peil.source.Delivery;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.SparkSession;

/** The commands run and plan. */
final class RunCommand {

  private static final int REASONS_SHOWN = 3;
  private static final int FINDINGS_SHOWN = 20;

  private RunCommand() {}

  static ExitCode run(
      Arguments args,
      PeilConfig config,
      SparkSession spark,
      Progress progress,
      Interrupt interrupt,
      RunDiary diary)
      throws Exception {
    long started = System.nanoTime();
    var runner = new Runner(spark, config);
    var plan = runner.plan();
    diary.planned(plan, runner.lineage().all());
    showPlan(runner, plan, args, progress);
    boolean work =
        args.force()
            || !unusable(runner, args).isEmpty()
            || plan.stale().stream().anyMatch(planned -> wanted(args, planned.table()));
    if (args.dryRun()) {
      return ExitCode.DONE;
    }
    var code = Peil.version();
    var listener = listener(config, runner, spark, code);
    if (!work) {
      progress.line(
          "nothing changed: %,d slices are up to date in %s (%.1f s)"
              .formatted(
                  plan.slices().size(), config.output(), (System.nanoTime() - started) / 1e9));
      ReportCommand.afterRun(args, config, spark, progress, interrupt);
      return ExitCode.DONE;
    }
    var log = new RunLog(runner.store(), diary.and(listener));
    log.open();
    RunSummary summary;
    try {
      summary = runner.run(plan, log, args.force(), args.only(), progress, interrupt);
      diary.found(summary.findings());
      var outcome = summary.rejections().isEmpty() ? "done" : "rejected";
      log.close(
          outcome,
          summary.rejections().isEmpty() ? "" : summary.rejections().size() + " files rejected",
          code,
          config.file().toString(),
          config.json(),
          summary.slicesWritten(),
          plan.slices().size() - plan.stale().size(),
          summary.rowsWritten());
      showSummary(runner, summary, config, progress);
      log.listener().problem().ifPresent(problem -> progress.line("! " + problem.describe()));
    } catch (Exception e) {
      diary.found(runner.findings());
      var outcome = interrupt.requested() ? "interrupted" : "failed";
      var message = interrupt.requested() ? "stopped with Ctrl-C or SIGTERM" : Failure.describe(e);
      if (spark.sparkContext().isStopped()) {
        log.listener().runEnded(log.runId(), outcome, message);
      } else {
        log.close(
            outcome,
            message,
            code,
            config.file().toString(),
            config.json(),
            runner.slicesWritten(),
            plan.slices().size() - plan.stale().size(),
            runner.rowsWritten());
      }
      throw e;
    }
    // The run is recorded by now: whatever happens to a report, no table is lost
    ReportCommand.afterRun(args, config, spark, progress, interrupt);
    return summary.rejections().isEmpty() ? ExitCode.DONE : ExitCode.DATA_REJECTED;
  }

  private static RunListener listener(
      PeilConfig config, Runner runner, SparkSession spark, String code)
      throws ConfigProblemException {
    var delivery = new Delivery(config.input(), spark.sparkContext().hadoopConfiguration());
    return OpenLineage.of(config, delivery.root(), runner.store().root(), code, System.getenv());
  }

  /** Files that cannot be used for the wanted tables at all, whatever is stale. */
  private static List<Finding> unusable(Runner runner, Arguments args) {
    return runner.ingestProducers().stream()
        .filter(producer -> wanted(args, producer.table()))
        .flatMap(producer -> producer.unusable().stream())
        .toList();
  }

  private static boolean wanted(Arguments args, TableSpec table) {
    return args.only().isEmpty() || args.only().contains(table.name());
  }

  private static void showPlan(Runner runner, Plan plan, Arguments args, Progress progress) {
    runner.distrusted().forEach(text -> progress.line("! " + text));
    runner.idleInheritance().forEach(text -> progress.line("! " + text));
    unusable(runner, args).forEach(finding -> progress.line("! " + finding.describe()));
    Map<String, List<PlannedSlice>> byTable = new LinkedHashMap<>();
    plan.slices()
        .forEach(p -> byTable.computeIfAbsent(p.table().name(), k -> new ArrayList<>()).add(p));
    progress.line("plan:");
    byTable.forEach(
        (table, slices) -> {
          var stale = slices.stream().filter(slice -> slice.stale() || args.force()).toList();
          var first = slices.get(0).table();
          if (stale.isEmpty()) {
            progress.line("  %-22s up to date (%d)".formatted(table, slices.size()));
          } else {
            progress.line(
                "  %-22s %d of %d to make%s: %s"
                    .formatted(
                        table,
                        stale.size(),
                        slices.size(),
                        wanted(args, first) ? "" : " (not asked for)",
                        reasons(stale)));
          }
        });
    plan.kept()
        .forEach(
            kept ->
                progress.line(
                    "  %-22s %s is stored but no longer in the delivery or configuration: kept as it is"
                        .formatted(kept.table(), kept.slice())));
  }

  private static String reasons(List<PlannedSlice> stale) {
    var counted = new LinkedHashMap<String, Integer>();
    stale.forEach(
        slice -> slice.reasons().forEach(reason -> counted.merge(reason, 1, Integer::sum)));
    if (counted.isEmpty()) {
      return "asked for with --force";
    }
    var shown = new ArrayList<String>();
    counted.entrySet().stream().limit(REASONS_SHOWN).forEach(e -> shown.add(e.getKey()));
    return String.join("; ", shown)
        + (counted.size() > REASONS_SHOWN
            ? "; and " + (counted.size() - REASONS_SHOWN) + " more"
            : "");
  }

  private static void showSummary(
      Runner runner, RunSummary summary, PeilConfig config, Progress progress) {
    showFindings(summary.findings(), FINDINGS_SHOWN, progress);
    progress.line("");
    progress.line("%-24s %14s %10s %9s".formatted("table", "rows", "MB", "version"));
    for (var table : Tables.all()) {
      var slices = runner.lineage().of(table.name());
      if (!slices.isEmpty()) {
        long rows = slices.stream().mapToLong(SliceRecord::rowsWritten).sum();
        progress.line(TableLine.of(runner.store(), table, rows));
      }
    }
    progress.line("");
    progress.line(
        String.format(
            Locale.ROOT,
            "%s: run %s wrote %,d slices with %,d rows in %.1f s to %s",
            summary.rejections().isEmpty()
                ? "done"
                : "done, with " + summary.rejections().size() + " rejections",
            summary.runId(),
            summary.slicesWritten(),
            summary.rowsWritten(),
            summary.seconds(),
            config.output()));
    progress.line(
        "next: ./peil sql --conf %s --set output=%s \"SELECT * FROM region_level LIMIT 10\""
            .formatted(config.file(), config.output()));
  }

  /** Rejections in full, then the most serious of the rest. */
  static void showFindings(List<Finding> findings, int most, Progress progress) {
    var told =
        findings.stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .distinct()
            .sorted((a, b) -> b.severity().compareTo(a.severity()))
            .toList();
    if (told.isEmpty()) {
      return;
    }
    progress.line("");
    progress.line("findings:");
    int shown = 0;
    for (var finding : told) {
      if (finding.severity() == Severity.REJECT || shown < most) {
        progress.line("  " + finding.severity().key() + " " + finding.describe());
        shown++;
      }
    }
    if (told.size() > shown) {
      progress.line("  and " + (told.size() - shown) + " more: see the table findings");
    }
  }
}
