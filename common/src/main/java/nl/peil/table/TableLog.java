package nl.peil.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a table consists of at a version. Delta keeps the sum of its log beside every commit (the
 * checksum file), for tables of up to {@link SessionSettings#FILES_IN_SUM} files with their names:
 * reading it takes milliseconds. Where it is not there, because another program committed, Spark
 * goes through the log, which takes a job or two.
 *
 * @param snapshot the version
 */
record TableLog(Snapshot snapshot) {

  /** The table as it is now. */
  static TableLog now(SparkSession spark, String folder) {
    return new TableLog(
        DeltaLog.forTable(spark, new Path(folder)).update(false, Option.empty(), Option.empty()));
  }

  /** The table as this process saw it last: enough to know how its files are written. */
  static TableLog last(SparkSession spark, String folder) {
    return new TableLog(DeltaLog.forTable(spark, new Path(folder)).unsafeVolatileSnapshot());
  }

  /** The table as it was. */
  static TableLog at(SparkSession spark, String folder, long version) {
    return new TableLog(
        DeltaLog.forTable(spark, new Path(folder))
            .getSnapshotAt(version, Option.empty(), Option.empty(), false));
  }

  /** Bytes of all files. */
  long sizeInBytes() {
    return snapshot.checksumOpt().isDefined()
        ? snapshot.checksumOpt().get().tableSizeBytes()
        : snapshot.sizeInBytes();
  }

  /** Rows of all files, as their statistics say; empty when one of them does not. */
  OptionalLong rows() {
    long rows = 0;
    for (var file : files(values -> true)) {
      var counted = file.numPhysicalRecords();
      if (counted.isEmpty()) {
        return OptionalLong.empty();
      }
      rows += (Long) counted.get();
    }
    return OptionalLong.of(rows);
  }

  /** Full addresses of all files. */
  List<String> addresses() {
    return files(values -> true).stream()
        .map(file -> file.absolutePath(snapshot.deltaLog()).toString())
        .toList();
  }

  /** The files whose partition values a condition holds for. */
  List<AddFile> files(Predicate<Map<String, String>> partition) {
    return knownFiles().orElseGet(() -> snapshot.allFiles().collectAsList()).stream()
        .filter(file -> partition.test(CollectionConverters.asJava(file.partitionValues())))
        .toList();
  }

  /**
   * The rows of slices, for Spark, that is told in which files they are; empty when a job is needed
   * to know it.
   */
  Optional<Dataset<Row>> read(TableSpec table, Collection<Slice> slices) {
    if (knownFiles().isEmpty()) {
      return Optional.empty();
    }
    var files = CollectionConverters.asScala(filesOf(table, slices)).toList();
    var rows = snapshot.deltaLog().createDataFrame(snapshot, files, false, Option.empty());
    return Optional.of(
        table.partitionBy().equals(table.sliceBy())
            ? rows
            : rows.where(Slice.predicate(table, slices)));
  }

  /** The files that may hold rows of slices. */
  List<AddFile> filesOf(TableSpec table, Collection<Slice> slices) {
    return files(
        values -> slices.stream().anyMatch(s -> s.agrees(new Slice(values), table.partitionBy())));
  }

  /** All files, when no job is needed to know them. */
  Optional<List<AddFile>> knownFiles() {
    var sum = snapshot.checksumOpt();
    return sum.isEmpty() || sum.get().allFiles().isEmpty()
        ? Optional.empty()
        : Optional.of(CollectionConverters.asJava(sum.get().allFiles().get()));
  }

  /**
   * The number under which an application wrote last, below 0 when it never did; empty when a job
   * is needed to know it.
   */
  OptionalLong knownTransaction(String application) {
    var sum = snapshot.checksumOpt();
    if (sum.isEmpty() || sum.get().setTransactions().isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        CollectionConverters.asJava(sum.get().setTransactions().get()).stream()
            .filter(transaction -> transaction.appId().equals(application))
            .mapToLong(SetTransaction::version)
            .findFirst()
            .orElse(-1));
  }
}
