package nl.peil.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads and writes files of a small table here, in the driver, with the reader and the writer of
 * Spark's tasks: for some thousands of rows planning and scheduling jobs take longer than the work.
 *
 * @param spark session
 * @param table the table
 * @param log the version to read, or to write for
 */
record LocalFiles(SparkSession spark, TableSpec table, TableLog log) {

  /**
   * Reads rows, file after file.
   *
   * @param slices their slices; {@link Slice#ALL} for all rows
   * @param columns the columns in the order asked
   */
  List<Row> read(Collection<Slice> slices, List<String> columns) {
    var files = log.filesOf(table, slices);
    var metadata = log.snapshot().metadata();
    var wanted = Stream.concat(columns.stream(), table.sliceBy().stream()).distinct().toList();
    var data = only(metadata.dataSchema(), wanted);
    var all = new StructType(concat(data.fields(), metadata.partitionSchema().fields()));
    int[] places = columns.stream().mapToInt(all::fieldIndex).toArray();
    var reader = reader(data);
    var converter = CatalystTypeConverters.createToScalaConverter(all);
    return files.parallelStream()
        .flatMap(file -> rows(reader.apply(partitioned(file)), converter).stream())
        .filter(row -> slices.stream().anyMatch(slice -> holds(slice, row, all)))
        .map(
            row ->
                RowFactory.create(Arrays.stream(places).mapToObj(row::get).toArray(Object[]::new)))
        .toList();
  }

  private static StructType only(StructType schema, List<String> names) {
    return new StructType(
        Arrays.stream(schema.fields())
            .filter(field -> names.contains(field.name()))
            .toArray(StructField[]::new));
  }

  private static StructField[] concat(StructField[] first, StructField[] second) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(StructField[]::new);
  }

  private FileFormat format() {
    var snapshot = log.snapshot();
    return snapshot.deltaLog().fileFormat(snapshot.protocol(), snapshot.metadata());
  }

  private Function1<PartitionedFile, Iterator<InternalRow>> reader(StructType columns) {
    var metadata = log.snapshot().metadata();
    return format()
        .buildReaderWithPartitionValues(
            spark,
            metadata.dataSchema(),
            metadata.partitionSchema(),
            columns,
            CollectionConverters.asScala(List.<Filter>of()).toSeq(),
            scala.collection.immutable.Map.from(
                CollectionConverters.asScala(Map.of(FileFormat.OPTION_RETURNING_BATCH(), "false"))),
            spark.sessionState().newHadoopConf());
  }

  private PartitionedFile partitioned(AddFile file) {
    if (file.deletionVector() != null) {
      throw new IllegalStateException(
          "expected %s without deletion vectors, %s has one: another program turned them on; make it anew with REORG TABLE ... APPLY (PURGE)"
              .formatted(table, file.path()));
    }
    var partition = new Slice(CollectionConverters.asJava(file.partitionValues()));
    var fields = log.snapshot().metadata().partitionSchema().fields();
    return new PartitionedFile(
        new GenericInternalRow(
            Arrays.stream(fields)
                .map(field -> table.column(field.name()).value(partition.get(field.name())))
                .map(value -> value instanceof String text ? UTF8String.fromString(text) : value)
                .toArray()),
        SparkPath.fromPath(file.absolutePath(log.snapshot().deltaLog())),
        0,
        file.size(),
        new String[0],
        file.modificationTime(),
        file.size(),
        Map$.MODULE$.empty());
  }

  private static List<Row> rows(Iterator<InternalRow> found, Function1<Object, Object> converter) {
    var rows = new ArrayList<Row>();
    while (found.hasNext()) {
      rows.add((Row) converter.apply(found.next()));
    }
    return rows;
  }

  private static boolean holds(Slice slice, Row row, StructType columns) {
    return slice.values().entrySet().stream()
        .allMatch(
            value ->
                value
                    .getValue()
                    .equals(String.valueOf(row.get(columns.fieldIndex(value.getKey())))));
  }

  /**
   * Writes a file that is no part of the table yet.
   *
   * @param rows rows as the schema says, of a table that is not divided and checks nothing but that
   *     columns are filled
   */
  DataFile write(List<Row> rows) {
    rows.forEach(this::checkFilled); // before there is a file
    try {
      var schema = table.schema();
      var job = Job.getInstance(spark.sessionState().newHadoopConf());
      var factory = format().prepareWrite(spark, job, Map$.MODULE$.empty(), schema);
      var task = new TaskAttemptID("peil", 0, TaskType.MAP, 0, 0);
      var folder = log.snapshot().deltaLog().dataPath();
      var path = new Path(folder, "part-00000-" + UUID.randomUUID() + ".c000.snappy.parquet");
      var writer =
          factory.newInstance(
              path.toString(), schema, new TaskAttemptContextImpl(job.getConfiguration(), task));
      var converter = CatalystTypeConverters.createToCatalystConverter(schema);
      for (var row : rows) {
        writer.write((InternalRow) converter.apply(row));
      }
      writer.close();
      var status = path.getFileSystem(job.getConfiguration()).getFileStatus(path);
      return new DataFile(
          Slice.ALL,
          path.toString(),
          rows.size(),
          status.getLen(),
          new HashMap<>(),
          new HashMap<>());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + table, e);
    }
  }

  private void checkFilled(Row row) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (row.isNullAt(i) && !table.columns().get(i).nullable()) {
        throw new IllegalArgumentException(
            table + "." + table.columns().get(i).name() + " must be filled, got null in " + row);
      }
    }
  }
}
