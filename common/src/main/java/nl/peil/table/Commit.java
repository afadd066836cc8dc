package nl.peil.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A commit as its file in the log of a Delta table tells it: much cheaper than asking Spark for the
 * history, and what was written stands in it per file.
 *
 * @param version version that the commit made
 * @param operation what was done, in Delta's words: WRITE, DELETE, OPTIMIZE...
 * @param runId run of Peil that committed; null when it was somebody else
 * @param rows rows written
 * @param bytes bytes of the files written
 * @param rowsByPartition rows by the values of the partition columns; null when a file does not
 *     tell how many it holds
 */
record Commit(
    long version,
    String operation,
    @Nullable String runId,
    long rows,
    long bytes,
    @Nullable Map<Map<String, String>, Long> rowsByPartition) {

  /**
   * Reads a commit.
   *
   * @param file file in the folder _delta_log
   * @param version version that its name gives
   * @throws IOException when it cannot be read or is no commit
   */
  static Commit read(Path file, long version, Configuration hadoop) throws IOException {
    var operation = "an operation without a name";
    String runId = null;
    Map<String, String> metrics = Map.of();
    Map<Map<String, String>, Long> partitions = new HashMap<>();
    boolean counted = true;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(file.getFileSystem(hadoop).open(file), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var action = Action.fromJson(line);
        if (action instanceof CommitInfo info) {
          operation = info.operation();
          runId = info.userMetadata().getOrElse(() -> null);
          metrics =
              asJava(
                  info.operationMetrics()
                      .getOrElse(scala.collection.immutable.Map$.MODULE$::empty));
        } else if (action instanceof AddFile add) {
          counted &= add.numLogicalRecords().isDefined();
          partitions.merge(
              asJava(add.partitionValues()),
              (Long) add.numLogicalRecords().getOrElse(() -> 0L),
              Long::sum);
        }
      }
    }
    return new Commit(
        version,
        operation,
        runId,
        Long.parseLong(metrics.getOrDefault("numOutputRows", "0")),
        Long.parseLong(metrics.getOrDefault("numOutputBytes", "0")),
        counted ? partitions : null);
  }

  private static Map<String, String> asJava(scala.collection.immutable.Map<String, String> values) {
    return CollectionConverters.asJava(values);
  }

  /** Rows written by slice; empty when the files do not tell slices apart. */
  Optional<Map<Slice, Long>> rowsBySlice(TableSpec table, List<Slice> slices) {
    if (rowsByPartition == null || !table.partitionBy().containsAll(table.sliceBy())) {
      return Optional.empty();
    }
    var counts = new HashMap<Slice, Long>();
    slices.forEach(slice -> counts.put(slice, 0L));
    rowsByPartition.forEach(
        (values, rows) ->
            counts.merge(new Slice(values).project(table.sliceBy()), rows, Long::sum));
    return Optional.of(counts);
  }
}
