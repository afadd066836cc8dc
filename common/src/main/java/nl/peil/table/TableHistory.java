package nl.peil.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;

/**
 * The versions of one table.
 *
 * @param spark session
 * @param folder folder of the table
 */
record TableHistory(SparkSession spark, String folder) {

  /** Operations that change no rows; whatever else is not Peil's may have changed them. */
  private static final Set<String> MAINTENANCE =
      Set.of(
          "OPTIMIZE",
          "VACUUM START",
          "VACUUM END",
          "REORG",
          "CREATE TABLE",
          "ADD COLUMNS",
          "CHANGE COLUMN",
          "ADD CONSTRAINT",
          "DROP CONSTRAINT",
          "SET TBLPROPERTIES",
          "UNSET TBLPROPERTIES",
          "UPGRADE PROTOCOL",
          "DROP FEATURE",
          "COMPUTE STATS");

  /** The version now; see {@link DeltaStore#version}. */
  OptionalLong version() {
    return Arrays.stream(versions()).max();
  }

  /** Versions whose commits stand in the log; Delta takes old ones away in time. */
  private long[] versions() {
    var log = log();
    try {
      var files = log.getFileSystem(spark.sparkContext().hadoopConfiguration());
      return !files.exists(log)
          ? new long[0]
          : Arrays.stream(files.listStatus(log))
              .map(status -> status.getPath().getName())
              .filter(name -> name.matches("\\d{20}\\.json"))
              .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
              .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  private Path log() {
    return new Path(folder, "_delta_log");
  }

  /** The commits after a version that stand in the log, newest first. */
  List<Commit> commitsAfter(long version) {
    return Arrays.stream(versions())
        .filter(candidate -> candidate > version)
        .boxed()
        .sorted(Comparator.reverseOrder())
        .map(this::commit)
        .toList();
  }

  /** The commit that made a version; empty when Delta took it out of the log. */
  Optional<Commit> at(long version) {
    return Arrays.stream(versions()).anyMatch(there -> there == version)
        ? Optional.of(commit(version))
        : Optional.empty();
  }

  private Commit commit(long version) {
    var file = new Path(log(), String.format(Locale.ROOT, "%020d.json", version));
    try {
      return Commit.read(file, version, spark.sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The version at a moment; see {@link DeltaStore#versionAt}. */
  OptionalLong versionAt(Instant moment) {
    var commit =
        DeltaLog.forTable(spark, new Path(folder))
            .history()
            .getActiveCommitAtTime(Timestamp.from(moment), Option.empty(), true, true, true);
    // What is older than the first is answered with the first
    return commit.timestamp() <= moment.toEpochMilli()
        ? OptionalLong.of(commit.version())
        : OptionalLong.empty();
  }

  /** See {@link DeltaStore#foreignChanges}. */
  List<String> foreignChanges(long afterVersion) {
    return commitsAfter(afterVersion).stream()
        .filter(commit -> commit.runId() == null)
        .filter(commit -> !MAINTENANCE.contains(commit.operation()))
        .map(commit -> "version " + commit.version() + ": " + commit.operation())
        .toList();
  }
}
