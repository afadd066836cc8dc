package nl.peil.table;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;
import org.apache.spark.sql.functions;

/**
 * Peil's tables as Delta tables in one folder, a folder per table. The only class that reads or
 * writes Delta. A write replaces whole slices in one commit: readers see the old rows or the new
 * ones, never a mixture, and a neighbouring slice cannot be touched, because rows outside the
 * slices named are refused.
 */
public final class DeltaStore {

  private final SparkSession spark;
  private final String root;

  /**
   * Points at a folder of tables; nothing is read yet.
   *
   * @param spark session with the settings of {@link SessionSettings#required}
   * @param root folder: a path or an address with a scheme
   */
  public DeltaStore(SparkSession spark, String root) {
    this.spark = spark;
    try {
      var folder = new Path(root);
      this.root =
          folder
              .getFileSystem(spark.sparkContext().hadoopConfiguration())
              .makeQualified(folder)
              .toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reach the folder " + root, e);
    }
  }

  /** The folder of all tables. */
  public String root() {
    return root;
  }

  /** The folder of a table. */
  public String path(TableSpec table) {
    return root + "/" + table.name();
  }

  /** True when the table has been created. */
  public boolean exists(TableSpec table) {
    return DeltaTable.isDeltaTable(spark, path(table));
  }

  /**
   * Makes the table, or adds columns that a newer Peil brought: a step of its own, so that a run
   * that fails later leaves tables that can be read.
   */
  public void create(TableSpec table) {
    new TableCreation(spark, table, path(table)).run(exists(table));
  }

  /** The table as it is now. */
  public Dataset<Row> read(TableSpec table) {
    return spark.read().format("delta").load(path(table));
  }

  /** No rows, with the columns of the table: what stands in for a table that is not there. */
  public Dataset<Row> empty(TableSpec table) {
    return spark.createDataFrame(List.of(), table.schema());
  }

  /** The rows of some slices as they are now. */
  public Dataset<Row> read(TableSpec table, Collection<Slice> slices) {
    return TableLog.now(spark, path(table))
        .read(table, slices)
        .orElseGet(() -> read(table).where(Slice.predicate(table, slices)));
  }

  /** The table as it was at a version. */
  public Dataset<Row> readVersion(TableSpec table, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(path(table));
  }

  /**
   * The version that a table had at a moment; empty when it was not there yet. A moment after the
   * last change gives the last version.
   *
   * @param moment to the millisecond, as Delta keeps it
   */
  public OptionalLong versionAt(TableSpec table, Instant moment) {
    return history(table).versionAt(moment);
  }

  /**
   * Replaces slices by new rows in one commit. A write that this run already committed reports no
   * rows.
   *
   * @param table the table, created before
   * @param slices the slices that the rows belong to; a slice without rows becomes empty
   * @param rows the columns of the table in any order; every row must belong to one of the slices
   * @param runId run that writes, kept in the commit
   * @param runNumber grows from run to run: a write that was already committed in this run is not
   *     done twice
   * @throws IllegalStateException when the number is lower than that of an earlier run
   */
  public Written replace(
      TableSpec table, List<Slice> slices, Dataset<Row> rows, String runId, long runNumber) {
    long before = version(table).orElse(-1);
    if (table.sliceBy().equals(table.partitionBy())) {
      new FileCommit(spark, table, path(table))
          .replace(slices, ordered(table, rows), runId, runNumber);
      return writtenSince(table, slices, before, runId);
    }
    ordered(table, rows)
        .write()
        .format("delta")
        .mode("overwrite")
        .option("userMetadata", runId)
        .option("txnAppId", FileCommit.application(table, slices))
        .option("txnVersion", runNumber)
        .option("replaceWhere", Slice.predicate(table, slices))
        .save(path(table));
    return writtenSince(table, slices, before, runId);
  }

  /**
   * Replaces slices by files that were written already, in one commit.
   *
   * @param table a table whose slices are its partitions, created before
   * @param slices the slices that the files belong to; a slice without files becomes empty
   * @param files Parquet files below the folder of the table, with the columns of the table but for
   *     those of its partitions; whoever wrote them has checked what the table asks of a row
   * @param runId as above
   * @param runNumber as above
   * @throws IllegalStateException when the number is lower than that of an earlier run
   */
  public Written replaceByFiles(
      TableSpec table, List<Slice> slices, List<DataFile> files, String runId, long runNumber) {
    long before = version(table).orElse(-1);
    new FileCommit(spark, table, path(table)).replace(slices, files, runId, runNumber);
    return writtenSince(table, slices, before, runId);
  }

  /** The folder that holds the files of a partition, as Delta names it. */
  public String path(TableSpec table, Slice slice) {
    return table.partitionBy().stream()
        .map(column -> column + "=" + ExternalCatalogUtils.escapePathName(slice.get(column)))
        .collect(Collectors.joining("/", path(table) + "/", ""));
  }

  /**
   * The rows of some slices of a small table as they are now, in no order, without a job.
   *
   * @param slices their slices; {@link Slice#ALL} for all
   * @param columns columns in the order asked
   */
  public List<Row> rows(TableSpec table, Collection<Slice> slices, List<String> columns) {
    return new LocalFiles(spark, table, TableLog.now(spark, path(table))).read(slices, columns);
  }

  /** The same, as they were at a version. */
  public List<Row> rowsVersion(
      TableSpec table, long version, Collection<Slice> slices, List<String> columns) {
    return new LocalFiles(spark, table, TableLog.at(spark, path(table), version))
        .read(slices, columns);
  }

  /**
   * Adds a few rows; for the bookkeeping tables, which only grow and check nothing but that columns
   * are filled.
   *
   * @param rows values in the order of the columns
   */
  public void append(TableSpec table, List<Row> rows, String runId) {
    var file = new LocalFiles(spark, table, TableLog.last(spark, path(table))).write(rows);
    new FileCommit(spark, table, path(table)).append(List.of(file), runId);
  }

  /** Adds rows. */
  public Written append(TableSpec table, Dataset<Row> rows, String runId) {
    long before = version(table).orElse(-1);
    ordered(table, rows)
        .write()
        .format("delta")
        .mode("append")
        .option("userMetadata", runId)
        .save(path(table));
    return writtenSince(table, List.of(), before, runId);
  }

  /** The columns of a table in its order and types, whatever order they come in. */
  public static Dataset<Row> ordered(TableSpec table, Dataset<Row> rows) {
    return rows.select(
        table.columns().stream()
            .map(column -> functions.col(column.name()).cast(column.type()))
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  /** The newest commit of this run after a version; others may have committed in between. */
  private Written writtenSince(TableSpec table, List<Slice> slices, long before, String runId) {
    var history = history(table);
    var commit = ofRun(history.commitsAfter(before), runId);
    if (commit.isPresent()) {
      var made = commit.get();
      return new Written(
          made.version(),
          made.rows(),
          made.bytes(),
          made.rowsBySlice(table, slices).orElseGet(() -> count(table, slices)));
    }
    if (ofRun(history.commitsAfter(-1), runId).isEmpty()) {
      throw new IllegalStateException(
          "Delta left out the write of run "
              + runId
              + " to "
              + table
              + ", because a run with a higher number wrote these slices before: the clock of this"
              + " machine is behind; set it right and run again");
    }
    return new Written(version(table).orElse(-1), 0, 0, count(table, slices));
  }

  private static Optional<Commit> ofRun(List<Commit> newestFirst, String runId) {
    return newestFirst.stream().filter(commit -> runId.equals(commit.runId())).findFirst();
  }

  private Map<Slice, Long> count(TableSpec table, List<Slice> slices) {
    var counts = new HashMap<Slice, Long>();
    slices.forEach(slice -> counts.put(slice, 0L));
    var columns = table.sliceBy().stream().map(functions::col);
    for (var row :
        read(table, slices)
            .groupBy(columns.toArray(org.apache.spark.sql.Column[]::new))
            .count()
            .collectAsList()) {
      var values = new LinkedHashMap<String, String>();
      table
          .sliceBy()
          .forEach(column -> values.put(column, String.valueOf((Object) row.getAs(column))));
      counts.put(new Slice(values), row.getAs("count"));
    }
    return counts;
  }

  /** The version of the table now, from the names in its log; empty when it does not exist. */
  public OptionalLong version(TableSpec table) {
    return history(table).version();
  }

  /**
   * Commits after a version that may have changed rows and were not made by a run of Peil, newest
   * first, as "version 7: DELETE". Maintenance (OPTIMIZE, VACUUM) changes no rows and does not
   * count.
   */
  public List<String> foreignChanges(TableSpec table, long afterVersion) {
    return history(table).foreignChanges(afterVersion);
  }

  private TableHistory history(TableSpec table) {
    return new TableHistory(spark, path(table));
  }

  /** Full addresses of the files that the current version of the table consists of. */
  public List<String> files(TableSpec table) {
    return TableLog.now(spark, path(table)).addresses();
  }

  /** Bytes of the files that the current version of the table consists of. */
  public long sizeInBytes(TableSpec table) {
    return TableLog.now(spark, path(table)).sizeInBytes();
  }

  /** Rows by the statistics in the log, no file is opened; empty when a file came without. */
  public OptionalLong rowsInLog(TableSpec table) {
    return TableLog.now(spark, path(table)).rows();
  }
}
