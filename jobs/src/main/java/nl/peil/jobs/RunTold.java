package nl.peil.jobs;

import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Console;
import nl.peil.jobs.operate.RunDiary;
import nl.peil.jobs.operate.Summaries;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Tells machines how a run went: follows it from the command line to the exit code. */
final class RunTold {

  private final Arguments args;
  private final Console console;
  private final RunDiary diary;
  private @Nullable Configuration hadoop;

  RunTold(Arguments args, Console console) {
    this.args = args;
    this.console = console;
    this.diary = new RunDiary(Peil.version(), args.text("conf", ""));
  }

  /** Where a run writes down what happens. */
  RunDiary diary() {
    return diary;
  }

  /** The configuration is known, and how its output is reached. */
  void begins(PeilConfig config, Configuration files) {
    diary.configured(config);
    hadoop = files;
  }

  /** True when the command is a run that writes. */
  private boolean concerns() {
    return args.command().equals("run") && !args.dryRun();
  }

  /**
   * All is over. A summary that cannot be written changes nothing about the run: it is said, and
   * the exit code stays.
   */
  void ended(Ending ending) {
    if (!concerns()) {
      return;
    }
    var reached = hadoop;
    var summaries =
        new Summaries(diary, args.path("summary"), reached == null ? new Configuration() : reached);
    for (var problem : summaries.write(ending.outcome(), ending.code().code(), ending.message())) {
      console.problem(problem);
      LoggerFactory.getLogger(RunTold.class).warn(problem);
    }
  }
}
