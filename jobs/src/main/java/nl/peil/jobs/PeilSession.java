package nl.peil.jobs;

import java.util.UUID;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.table.SessionSettings;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session of a command: the one that runs already in this program (a notebook, a test),
 * embedded on this machine, or the one that spark-submit prepared. Only a session that was opened
 * here is stopped again.
 *
 * @param spark the session
 * @param own it was opened here
 * @param title what the jobs of the command are called where no step has a title of its own
 * @param tag what all of its jobs have, and no other
 */
record PeilSession(SparkSession spark, boolean own, JobTitle title, String tag)
    implements AutoCloseable {

  /**
   * Opens it. A master that spark-submit set is kept; without one Spark runs here, on all cores.
   */
  static PeilSession open(String command) {
    var running = SparkSession.getActiveSession().orElse(SparkSession::getDefaultSession);
    if (running.isDefined() && !running.get().sparkContext().isStopped()) {
      return titled(running.get(), false, command);
    }
    // Sedona reports its use to its makers unless told otherwise; what runs here is nobody's
    // business
    System.setProperty("DO_NOT_TRACK", "true");
    var builder =
        SparkSession.builder().appName("peil " + command).config(SessionSettings.required());
    if (System.getProperty("spark.master") == null) {
      int cores = Runtime.getRuntime().availableProcessors();
      builder = builder.master("local[*]").config(SessionSettings.embedded(cores));
    }
    return titled(builder.getOrCreate(), true, command);
  }

  private static PeilSession titled(SparkSession spark, boolean own, String command) {
    var name = "peil " + command;
    var tag = "peil-" + UUID.randomUUID();
    spark.sparkContext().addJobTag(tag);
    return new PeilSession(spark, own, JobTitle.begin(spark.sparkContext(), name, name), tag);
  }

  /**
   * An interrupt cancels the work from now on. Ctrl-C is listened to only in a program of our own.
   */
  void heeds(Interrupt interrupt) {
    interrupt.cancels(this::cancel);
    if (own) {
      interrupt.listen();
    }
  }

  /** Cancels what this command does; in a session of somebody else nothing but that. */
  private void cancel() {
    if (own) {
      spark.sparkContext().cancelAllJobs();
    } else {
      spark.sparkContext().cancelJobsWithTag(tag);
    }
  }

  @Override
  public void close() {
    title.close();
    spark.sparkContext().removeJobTag(tag);
    if (own) {
      spark.stop();
    }
  }
}
