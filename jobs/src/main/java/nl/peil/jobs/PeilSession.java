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
 */
record PeilSession(SparkSession spark, boolean own) implements AutoCloseable {

  /**
   * Opens it. A master that spark-submit set is kept; without one Spark runs here, on all cores.
   */
  static PeilSession open(String command) {
    var running = SparkSession.getDefaultSession();
    if (running.isDefined() && !running.get().sparkContext().isStopped()) {
      return new PeilSession(running.get(), false);
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
    return new PeilSession(builder.getOrCreate(), true);
  }

  @Override
  public void close() {
    if (own) {
      spark.stop();
    }
  }
}
