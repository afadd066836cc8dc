package nl.peil.jobs;

import java.io.IOException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.run.OutputInUseException;
import nl.peil.run.OutputLock;
import org.apache.spark.sql.SparkSession;

/** Lets one command at a time write to an output folder. */
final class Locked {

  private Locked() {}

  /** What is done meanwhile. */
  @FunctionalInterface
  interface Work {
    ExitCode run() throws Exception;
  }

  /** True when the command writes to the output folder. */
  static boolean writes(Arguments args) {
    return switch (args.command()) {
      case "run", "maintain" -> !args.dryRun();
      case "report" -> !args.has("out");
      case "publish" -> !PublishCommand.lists(args);
      default -> false;
    };
  }

  /** Does the work, holding the lock when the command writes. */
  static ExitCode run(
      Arguments args,
      PeilConfig config,
      SparkSession spark,
      Progress progress,
      Interrupt interrupt,
      Work work)
      throws Exception {
    if (!writes(args)) {
      return work.run();
    }
    try (var lock = take(args, config, spark, progress, interrupt)) {
      return work.run();
    }
  }

  private static OutputLock take(
      Arguments args, PeilConfig config, SparkSession spark, Progress progress, Interrupt interrupt)
      throws OutputInUseException, IOException, InterruptedException {
    return OutputLock.take(
        config.output(),
        spark.sparkContext().hadoopConfiguration(),
        args.command(),
        OutputLock.Patience.of(config.lock().longestWait(args.text("lock"))),
        text -> progress.line("! " + text),
        interrupt::check,
        interrupt::stop);
  }
}
