package nl.peil.jobs;

import java.util.List;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Progress;
import nl.peil.run.PublishedRuns;
import nl.peil.run.UnknownStateException;
import nl.peil.table.DeltaStore;
import org.apache.spark.sql.SparkSession;

/** The command publish: gives the tables after a run a name, takes one back, lists them. */
final class PublishCommand {

  private PublishCommand() {}

  /** True when the command only lists. */
  static boolean lists(Arguments args) {
    return args.has("list") || args.text("tag") == null;
  }

  static ExitCode run(Arguments args, PeilConfig config, SparkSession spark, Progress progress)
      throws ConfigProblemException {
    var published = new PublishedRuns(new DeltaStore(spark, config.output()));
    var tag = args.text("tag");
    try {
      if (lists(args) || tag == null) {
        list(published, args, progress);
      } else if (args.has("withdraw")) {
        published.withdraw(spark, tag);
        progress.line("withdrawn: " + tag + "; its versions stay until the next ./peil maintain");
      } else {
        var made = published.publish(spark, tag, args.text("run"), args.text("note", ""));
        progress.line(
            "published: %s, the %d tables after run %s"
                .formatted(tag, made.versions().size(), made.runId()));
        progress.line(
            "next: ./peil sql --conf %s --set output=%s --as-of %s \"SELECT * FROM region_level LIMIT 10\""
                .formatted(config.file(), config.output(), tag));
      }
      return ExitCode.DONE;
    } catch (UnknownStateException e) {
      throw new ConfigProblemException(List.of("publish: " + e.getMessage()));
    }
  }

  private static void list(PublishedRuns published, Arguments args, Progress progress) {
    for (var option : List.of("withdraw", "run", "note")) {
      if (args.has(option)) {
        progress.line("! --" + option + " does nothing without --tag");
      }
    }
    var all = published.all();
    if (all.isEmpty()) {
      progress.line(published.known());
      return;
    }
    progress.line(
        "%-24s %-22s %-20s %6s  %s".formatted("tag", "run", "published (UTC)", "tables", "note"));
    for (var one : all) {
      progress.line(
          "%-24s %-22s %-20s %6d  %s"
              .formatted(
                  one.tag(),
                  one.runId(),
                  one.publishedAt().toString().replace('T', ' ').replaceAll("\\..*|Z", ""),
                  one.versions().size(),
                  one.note())
              .stripTrailing());
    }
  }
}
