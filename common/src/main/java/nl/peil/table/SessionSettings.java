package nl.peil.table;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What any Spark session needs to read and write Peil's tables: the Delta and Sedona extensions,
 * and UTC.
 */
public final class SessionSettings {

  /** Tables of at most this many files have their names beside every commit. */
  static final int FILES_IN_SUM = 1000;

  private SessionSettings() {}

  /** Settings without which Peil does not work, for {@code SparkSession.builder().config(...)}. */
  public static Map<String, Object> required() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put(
        "spark.sql.extensions",
        "io.delta.sql.DeltaSparkSessionExtension,org.apache.sedona.sql.SedonaSqlExtensions");
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    settings.put("spark.sql.session.timeZone", "UTC");
    // A run of last month can be read for as long as its files are there; Delta stops at a week
    settings.put(
        "spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration",
        "false");
    // Then a run knows the files of a table without a job that goes through its log
    settings.put(
        "spark.databricks.delta.allFilesInCrc.thresholdNumFiles", Integer.toString(FILES_IN_SUM));
    return settings;
  }

  /**
   * Settings for one machine: Delta's bookkeeping in one task instead of fifty, few shuffle
   * partitions, no web UI.
   */
  public static Map<String, Object> embedded(int cores) {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.hadoop.fs.file.impl", LocalDisk.ForPaths.class.getName());
    settings.put(
        "spark.hadoop.fs.AbstractFileSystem.file.impl", LocalDisk.ForContexts.class.getName());
    settings.put("spark.sql.shuffle.partitions", Math.max(2, cores));
    settings.put("spark.databricks.delta.snapshotPartitions", "1");
    settings.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    // A run has some hundreds of different plans; with the default of 100 they are compiled again
    // and again
    settings.put("spark.sql.codegen.cache.maxEntries", "3000");
    return settings;
  }
}
