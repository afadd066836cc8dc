package nl.peil.jobs;

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
 */
record PeilSession(SparkSession spark, boolean own, JobTitle title) implements AutoCloseable {

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
    return new PeilSession(spark, own, JobTitle.begin(spark.sparkContext(), name, name));
  }

  @Override
  public void close() {
    title.close();
    if (own) {
      spark.stop();
    }
  }
}
