package nl.peil.jobs;

import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.cli.Console;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.ingest.MissingFileException;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.OutputInUseException;
import org.slf4j.LoggerFactory;

/**
 * How a command ended.
 *
 * @param code exit code
 * @param message what went wrong; empty when nothing did, or when it was told on the way
 */
record Ending(ExitCode code, String message) {

  /** The ending of a command that came to its end. */
  static Ending of(ExitCode code) {
    return new Ending(code, "");
  }

  /** The ending of one that did not; says so, and puts in the log what is no news. */
  static Ending of(Throwable failure, Interrupt interrupt, Console console) {
    if (failure instanceof ConfigProblemException wrong) {
      wrong.problems().forEach(console::problem);
      return new Ending(ExitCode.WRONG_USAGE, String.join("; ", wrong.problems()));
    }
    if (failure instanceof MissingFileException) {
      return told(ExitCode.WRONG_USAGE, failure, console);
    }
    if (failure instanceof RejectedFileException) {
      return told(ExitCode.DATA_REJECTED, failure, console);
    }
    if (failure instanceof OutputInUseException) {
      return told(ExitCode.OUTPUT_IN_USE, failure, console);
    }
    if (interrupt.requested()) {
      console.problem("stopped; what was finished is stored, run again to go on");
      return new Ending(ExitCode.INTERRUPTED, "stopped with Ctrl-C or SIGTERM");
    }
    var message = Failure.describe(failure);
    console.problem(message);
    if (failure instanceof OutOfMemoryError) {
      console.advice("give it more: PEIL_MEMORY=6g ./peil ...");
    }
    console.advice("the whole story is in the log: " + System.getProperty("peil.log", "(no log)"));
    LoggerFactory.getLogger(Peil.class).error("failed", failure);
    return new Ending(ExitCode.FAILED, message);
  }

  private static Ending told(ExitCode code, Throwable failure, Console console) {
    var message = String.valueOf(failure.getMessage());
    console.problem(message);
    return new Ending(code, message);
  }

  /** The ending of a run in a word, for machines. */
  String outcome() {
    return switch (code) {
      case DONE -> "done";
      case DATA_REJECTED -> "rejected";
      case INTERRUPTED -> "interrupted";
      case OUTPUT_IN_USE -> "refused";
      case FAILED, WRONG_USAGE, NOT_WELL -> "failed";
    };
  }
}
