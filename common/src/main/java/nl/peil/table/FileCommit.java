package nl.peil.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes files part of a Delta table, beside or in the place of the files of the same slices: one
 * commit, through Delta's own transaction, which checks that nobody else changed these slices
 * meanwhile. Files that no commit names are invisible; VACUUM takes them away.
 */
final class FileCommit {

  private final SparkSession spark;
  private final TableSpec table;
  private final String folder;

  /** For a table in a folder. */
  FileCommit(SparkSession spark, TableSpec table, String folder) {
    this.spark = spark;
    this.table = table;
    this.folder = folder;
  }

  /**
   * Puts files that were written already in the place of those of slices, unless this run, or one
   * with a higher number, replaced them before.
   *
   * @param slices slices of a table that is divided by partition columns alone
   */
  void replace(List<Slice> slices, List<DataFile> files, String runId, long runNumber) {
    replacing(
        slices,
        runId,
        runNumber,
        transaction -> {
          transaction.registerSQLMetrics(spark, metrics(files));
          long now = System.currentTimeMillis();
          return files.stream().map(file -> added(file, now)).toList();
        });
  }

  /**
   * Puts rows in the place of those of slices. Spark writes their files, and Delta checks what the
   * table asks of a row. Delta's own way to replace goes through the log with some jobs first, to
   * find what stands in the sum beside it.
   *
   * @param slices as above
   * @param rows the columns of the table
   * @throws IllegalStateException when there are rows of other slices; nothing is changed
   */
  void replace(List<Slice> slices, Dataset<Row> rows, String runId, long runNumber) {
    replacing(
        slices,
        runId,
        runNumber,
        transaction -> {
          var files =
              CollectionConverters.asJava(transaction.writeFiles(rows)).stream()
                  .map(AddFile.class::cast)
                  .toList();
          var others =
              files.stream()
                  .map(FileCommit::partition)
                  .filter(slice -> !slices.contains(slice))
                  .map(Slice::id)
                  .distinct()
                  .toList();
          if (!others.isEmpty()) {
            throw new IllegalStateException(
                "expected rows of %s, there are some of %s; %s stays as it was"
                    .formatted(slices.stream().map(Slice::id).toList(), others, table.name()));
          }
          return files;
        });
  }

  private void replacing(
      List<Slice> slices,
      String runId,
      long runNumber,
      Function<OptimisticTransaction, List<AddFile>> writing) {
    if (!table.sliceBy().equals(table.partitionBy())) {
      throw new IllegalArgumentException(
          table + " has slices that are no partitions: a file of it may hold several");
    }
    var application = application(table, slices);
    var transaction = DeltaLog.forTable(spark, new Path(folder)).startTransaction();
    if (lastNumber(transaction, application) >= runNumber) {
      return;
    }
    var predicate = Slice.predicate(table, slices);
    var actions = new ArrayList<Action>(writing.apply(transaction));
    long now = System.currentTimeMillis();
    old(transaction, slices, predicate)
        .forEach(file -> actions.add(file.removeWithTimestamp(now, true)));
    actions.add(new SetTransaction(application, runNumber, Option.apply(now)));
    commit(transaction, actions, SaveMode.Overwrite, predicate, runId);
  }

  private static Slice partition(AddFile file) {
    return new Slice(CollectionConverters.asJava(file.partitionValues()));
  }

  /** Adds files. */
  void append(List<DataFile> files, String runId) {
    long now = System.currentTimeMillis();
    var transaction = DeltaLog.forTable(spark, new Path(folder)).startTransaction();
    transaction.registerSQLMetrics(spark, metrics(files));
    var added = files.stream().map(file -> added(file, now)).toList();
    commit(transaction, added, SaveMode.Append, null, runId);
  }

  private void commit(
      OptimisticTransaction transaction,
      List<? extends Action> actions,
      SaveMode mode,
      @Nullable String predicate,
      String runId) {
    transaction.commit(
        seq(actions),
        new DeltaOperations.Write(
            mode,
            Option.apply(seq(table.partitionBy())),
            Option.apply(predicate),
            Option.apply(runId),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty()));
  }

  /** The number of the run that wrote last; Delta is told that this commit rests on it. */
  private static long lastNumber(OptimisticTransaction transaction, String application) {
    var known = new TableLog(transaction.snapshot()).knownTransaction(application);
    if (known.isEmpty()) {
      return transaction.txnVersion(application);
    }
    transaction.readTxn().addOne(application);
    return known.getAsLong();
  }

  /** The files of the slices so far; Delta is told that this commit rests on them. */
  private List<AddFile> old(
      OptimisticTransaction transaction, List<Slice> slices, String predicate) {
    var log = new TableLog(transaction.snapshot());
    if (log.knownFiles().isEmpty()) {
      return CollectionConverters.asJava(transaction.filterFiles(expressions(predicate), false));
    }
    var old = log.files(values -> slices.contains(new Slice(values).project(table.partitionBy())));
    transaction.trackReadPredicates(expressions(predicate), false, true);
    transaction.trackFilesRead(seq(old));
    return old;
  }

  /** Name under which Delta remembers which run wrote these slices last. */
  static String application(TableSpec table, List<Slice> slices) {
    return "peil/" + table.name() + "/" + digest(slices);
  }

  /**
   * Tells one list of slices from every other: a 32-bit hash would take two of them for one, and
   * Delta would leave out the second write as a repetition of the first.
   */
  private static UUID digest(List<Slice> slices) {
    var ids = slices.stream().map(Slice::id).collect(Collectors.joining(" "));
    return UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8));
  }

  private AddFile added(DataFile file, long now) {
    var root = new Path(folder).toUri();
    var relative = root.relativize(new Path(file.path()).toUri());
    if (relative.isAbsolute()) {
      throw new IllegalArgumentException(
          "expected a file below " + folder + ", got " + file.path());
    }
    var values = new HashMap<String, String>();
    table.partitionBy().forEach(column -> values.put(column, file.slice().get(column)));
    return new AddFile(
        relative.toString(),
        map(values),
        file.bytes(),
        now,
        true,
        file.statistics(),
        map(Map.of()),
        null,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  private scala.collection.immutable.Map<String, SQLMetric> metrics(List<DataFile> files) {
    var context = spark.sparkContext();
    var metrics = new HashMap<String, SQLMetric>();
    metrics.put("numFiles", SQLMetrics.createMetric(context, "number of written files"));
    metrics.put("numOutputBytes", SQLMetrics.createMetric(context, "written bytes"));
    metrics.put("numOutputRows", SQLMetrics.createMetric(context, "written rows"));
    for (var file : files) {
      metrics.get("numFiles").add(1);
      metrics.get("numOutputBytes").add(file.bytes());
      metrics.get("numOutputRows").add(file.rows());
    }
    return map(metrics);
  }

  private Seq<Expression> expressions(String predicate) {
    try {
      return seq(List.of(spark.sessionState().sqlParser().parseExpression(predicate)));
    } catch (org.apache.spark.sql.catalyst.parser.ParseException e) {
      throw new IllegalStateException("cannot read the condition " + predicate, e);
    }
  }

  private static <T> Seq<T> seq(List<? extends T> list) {
    return CollectionConverters.<T>asScala(List.copyOf(list)).toList();
  }

  private static <V> scala.collection.immutable.Map<String, V> map(Map<String, V> values) {
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(values));
  }
}
