package nl.peil.jobs;

import nl.peil.table.SessionSettings;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session of a command: embedded on this machine, or the one that spark-submit prepared.
 */
final class PeilSession {

  private PeilSession() {}

  /**
   * Opens it. A master that spark-submit set is kept; without one Spark runs here, on all cores.
   */
  static SparkSession open(String command) {
    var builder =
        SparkSession.builder().appName("peil " + command).config(SessionSettings.required());
    if (System.getProperty("spark.master") == null) {
      int cores = Runtime.getRuntime().availableProcessors();
      builder = builder.master("local[*]").config(SessionSettings.embedded(cores));
    }
    return builder.getOrCreate();
  }
}
