package nl.peil.jobs;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.run.Available;
import nl.peil.run.Inheritance;
import nl.peil.run.Plan;
import nl.peil.table.InputTables;
import org.apache.spark.sql.SparkSession;

/**
 * The command validate: every file of the delivery is checked as a run would, and nothing is
 * written to the output. What later checks need (zones, population) goes to a temporary folder that
 * is removed afterwards.
 */
final class ValidateCommand {

  private ValidateCommand() {}

  static ExitCode run(PeilConfig config, SparkSession spark, Progress progress, Interrupt interrupt)
      throws Exception {
    var scratch = Files.createTempDirectory("peil-validate");
    try {
      var runner = new Runner(spark, config.withOutput(scratch.toString()));
      var findings = new ArrayList<Finding>();
      var available = new Available(Inheritance.NONE);
      long read = 0;
      long quarantined = 0;
      for (var producer : runner.ingestProducers()) {
        findings.addAll(producer.unusable());
        var planned = Plan.step(producer, runner.lineage(), available).slices();
        if (planned.isEmpty()) {
          continue;
        }
        var table = producer.table();
        for (var batch : producer.batches(planned)) {
          interrupt.check();
          var step = progress.begin("check " + table.name());
          var made = producer.make(batch);
          made.findings().forEach(found -> findings.add(found.finding()));
          for (var slice : batch) {
            read += made.books(slice.slice()).read();
            quarantined += made.books(slice.slice()).quarantined();
          }
          var rows = made.rows();
          if (rows != null
              && !made.slices().isEmpty()
              && !table.name().equals(InputTables.TRAVEL_TIMES.name())) {
            runner.store().create(table);
            runner.store().replace(table, made.slices(), rows, "validate", 1);
          }
          made.slices().forEach(slice -> available.put(table, slice, "validated", 0));
          progress.end(
              step, made.rejections().isEmpty() ? "ok" : made.rejections().size() + " rejected");
        }
      }
      // Nothing is stored where the rest could be looked up
      RunCommand.showFindings(findings, Integer.MAX_VALUE, progress);
      long rejected =
          findings.stream().filter(f -> f.severity() == Severity.REJECT).distinct().count();
      progress.line("");
      progress.line(
          "%,d rows read, %,d set aside, %,d files rejected; nothing was written"
              .formatted(read, quarantined, rejected));
      return rejected == 0 ? ExitCode.DONE : ExitCode.DATA_REJECTED;
    } finally {
      try (var paths = Files.walk(scratch)) {
        for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
