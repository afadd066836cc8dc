package nl.peil.table;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The versions of one table.
 *
 * @param spark session
 * @param folder folder of the table
 */
record TableHistory(SparkSession spark, String folder) {

  /** Operations that change no rows; whatever else is not Peil's may have changed them. */
  private static final Object[] MAINTENANCE = {
    "OPTIMIZE", "VACUUM START", "VACUUM END", "REORG", "CREATE TABLE",
    "ADD COLUMNS", "CHANGE COLUMN", "ADD CONSTRAINT", "DROP CONSTRAINT", "SET TBLPROPERTIES",
    "UNSET TBLPROPERTIES", "UPGRADE PROTOCOL", "DROP FEATURE", "COMPUTE STATS"
  };

  /** The version now; see {@link DeltaStore#version}. */
  OptionalLong version() {
    var log = new Path(folder, "_delta_log");
    try {
      var files = log.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (!files.exists(log)) {
        return OptionalLong.empty();
      }
      return Arrays.stream(files.listStatus(log))
          .map(status -> status.getPath().getName())
          .filter(name -> name.matches("\\d{20}\\.json"))
          .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
          .max();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  /** The version at a moment; see {@link DeltaStore#versionAt}. */
  OptionalLong versionAt(String timestamp) {
    var version =
        DeltaTable.forPath(spark, folder)
            .history()
            .where(functions.col("timestamp").leq(functions.lit(timestamp).cast("timestamp")))
            .agg(functions.max("version"))
            .first();
    return version.isNullAt(0) ? OptionalLong.empty() : OptionalLong.of(version.getLong(0));
  }

  /** See {@link DeltaStore#foreignChanges}. */
  List<String> foreignChanges(long afterVersion) {
    return DeltaTable.forPath(spark, folder)
        .history()
        .where(functions.col("version").gt(afterVersion))
        .where(functions.col("userMetadata").isNull())
        .where(functions.not(functions.col("operation").isin(MAINTENANCE)))
        .select("version", "operation")
        .collectAsList()
        .stream()
        .map(row -> "version " + row.getLong(0) + ": " + row.getString(1))
        .toList();
  }
}
