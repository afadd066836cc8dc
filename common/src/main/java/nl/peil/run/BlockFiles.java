package nl.peil.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.peil.source.stored.ColumnFileWriter;
import nl.peil.table.ColumnBlock;
import nl.peil.table.DataFile;
import nl.peil.table.DeltaStore;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes blocks of columns as files for a table, each by the task that makes it. What is written
 * belongs to no table yet; what a failed task leaves is named by nobody.
 */
final class BlockFiles {

  private final TableSpec table;
  private final DeltaStore store;

  /** What every task needs. */
  private record Shared(
      TableSpec table, HashMap<Slice, String> folders, SerializableConfiguration hadoop)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    String folder(Slice slice) {
      var folder = folders.get(slice);
      if (folder == null) {
        throw new IllegalStateException(
            "%s: expected rows of %s only, got some of %s"
                .formatted(table, folders.keySet(), slice.id()));
      }
      return folder;
    }
  }

  /**
   * For a table whose slices are its partitions and whose statistics are on texts and whole
   * numbers.
   */
  BlockFiles(TableSpec table, DeltaStore store) {
    this.table = table;
    this.store = store;
  }

  /**
   * Writes them all. Spark's exception tells of a block that belongs to none of these slices, or of
   * a value that is not as the table demands.
   *
   * @param blocks the rows
   * @param slices the slices that they belong to
   */
  List<DataFile> write(JavaRDD<ColumnBlock> blocks, List<Slice> slices) {
    var context = JavaSparkContext.fromSparkContext(blocks.context());
    var folders = new HashMap<Slice, String>();
    slices.forEach(slice -> folders.put(slice, store.path(table, slice)));
    var shared =
        context.broadcast(
            new Shared(
                table, folders, new SerializableConfiguration(context.hadoopConfiguration())));
    try {
      return blocks.mapPartitions(these -> written(these, shared.value())).collect();
    } finally {
      shared.unpersist();
    }
  }

  private static Iterator<DataFile> written(Iterator<ColumnBlock> blocks, Shared shared)
      throws IOException {
    var files = new ArrayList<DataFile>();
    try (var writer = new ColumnFileWriter(shared.hadoop().value())) {
      while (blocks.hasNext()) {
        if (TaskContext.get().isInterrupted()) {
          throw new TaskKilledException("the run was stopped");
        }
        var block = blocks.next();
        // Another name for every attempt: what a task that was given up still writes is nobody's
        var name = "part-%05d-%s.snappy.parquet";
        var path =
            new Path(
                shared.folder(block.slice()),
                name.formatted(TaskContext.getPartitionId(), UUID.randomUUID()));
        long bytes = writer.write(path, block.rows(), block.checked(shared.table()));
        files.add(
            new DataFile(
                block.slice(),
                path.toString(),
                block.rows(),
                bytes,
                bounds(block, shared.table(), -1),
                bounds(block, shared.table(), 1)));
      }
    }
    return files.iterator();
  }

  /** The smallest (-1) or largest (1) value of each column with statistics, as Delta compares. */
  private static Map<String, Object> bounds(ColumnBlock block, TableSpec table, int sign) {
    var bounds = new HashMap<String, Object>();
    for (var column : table.statistics()) {
      if (block.columns().get(column) instanceof String[] texts) {
        Stream.of(texts)
            .filter(Objects::nonNull)
            .distinct()
            .map(UTF8String::fromString)
            .max((a, b) -> sign * a.compareTo(b))
            .ifPresent(bound -> bounds.put(column, bound.toString()));
      } else if (block.columns().get(column) instanceof int[] numbers) {
        var range = IntStream.of(numbers).summaryStatistics();
        bounds.put(column, sign < 0 ? range.getMin() : range.getMax());
      }
    }
    return bounds;
  }
}
