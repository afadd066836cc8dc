package nl.peil.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
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
 * Makes files that were written already part of a Delta table, beside or in the place of the files
 * of the same slices: one commit, through Delta's own transaction, which checks that nobody else
 * changed these slices meanwhile. Files that no commit names are invisible; VACUUM takes them away.
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
   * Puts files in the place of those of slices.
   *
   * @param slices slices of a table that is divided by partition columns alone
   * @param application name under which Delta remembers the number of the run
   * @return the version; -1 when this run, or one with a higher number, made this commit before
   */
  long replace(
      List<Slice> slices, List<DataFile> files, String application, String runId, long runNumber) {
    if (!table.sliceBy().equals(table.partitionBy())) {
      throw new IllegalArgumentException(
          table + " has slices that are no partitions: a file of it may hold several");
    }
    var transaction = DeltaLog.forTable(spark, new Path(folder)).startTransaction();
    if (lastNumber(transaction, application) >= runNumber) {
      return -1;
    }
    var predicate = Slice.predicate(table, slices);
    var actions = new ArrayList<Action>();
    long now = System.currentTimeMillis();
    files.forEach(file -> actions.add(added(file, now)));
    old(transaction, slices, predicate)
        .forEach(file -> actions.add(file.removeWithTimestamp(now, true)));
    actions.add(new SetTransaction(application, runNumber, Option.apply(now)));
    return commit(transaction, actions, SaveMode.Overwrite, predicate, files, runId);
  }

  /**
   * Adds files.
   *
   * @return the version
   */
  long append(List<DataFile> files, String runId) {
    long now = System.currentTimeMillis();
    return commit(
        DeltaLog.forTable(spark, new Path(folder)).startTransaction(),
        files.stream().map(file -> added(file, now)).toList(),
        SaveMode.Append,
        null,
        files,
        runId);
  }

  private long commit(
      OptimisticTransaction transaction,
      List<? extends Action> actions,
      SaveMode mode,
      @Nullable String predicate,
      List<DataFile> files,
      String runId) {
    transaction.registerSQLMetrics(spark, metrics(files));
    return transaction.commit(
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
