package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.posexplode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import nl.peil.measure.Kernel;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Runs the kernel over the rows of a stored matrix. The unit of work is an origin with all its
 * destinations; a file of travel_times holds whole origins and is read by one task, so no shuffle
 * of the pairs is needed. That is checked: an origin that comes from two tasks stops the run
 * instead of giving half sums.
 */
final class MatrixPass {

  /**
   * Larger than any file of travel_times: a file is not divided, and files are not put together.
   */
  private static final String WHOLE_FILES = "1g";

  private static final StructType BY_ORIGIN =
      new StructType(
          new StructField[] {
            DataTypes.createStructField("zone", DataTypes.IntegerType, false),
            DataTypes.createStructField(
                "results", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
          });

  private static final StructType COLUMNS =
      new StructType(
          new StructField[] {
            DataTypes.createStructField("pos", DataTypes.IntegerType, false),
            DataTypes.createStructField("service", DataTypes.StringType, false),
            DataTypes.createStructField("measure", DataTypes.StringType, false),
            DataTypes.createStructField("unit", DataTypes.StringType, false),
            DataTypes.createStructField("offered", DataTypes.BooleanType, false)
          });

  private MatrixPass() {}

  /**
   * All measures for all zones.
   *
   * @param pairs one matrix: origin, destination, minutes; within a file the pairs of an origin
   *     stand together
   * @param zones column zone: every zone gets rows, also one from which nothing can be reached
   * @param kernel the measures
   * @return zone, service, measure, value (null: not reachable), unit, reason
   */
  static Dataset<Row> run(Dataset<Row> pairs, Dataset<Row> zones, Kernel kernel) {
    var spark = pairs.sparkSession();
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var shared = context.broadcast(kernel);
    var rows =
        wholeFiles(spark, pairs.select("origin", "destination", "minutes"))
            .mapPartitions(
                (Iterator<InternalRow> iterator) ->
                    new Origins(iterator, shared.value().evaluator()));
    var byOrigin =
        spark
            .createDataFrame(rows, BY_ORIGIN)
            .groupBy("zone")
            .agg(expr("count(*)").as("tasks"), expr("first(results)").as("results"))
            .withColumn(
                "results",
                expr(
                    "if(tasks = 1, results, raise_error(concat('origin ', zone, ' is spread over ', tasks, ' tasks:"
                        + " the files of travel_times hold no whole origins; load its matrix again')))"))
            .drop("tasks");
    var nothing = kernel.evaluator().evaluate(new int[0], new float[0], 0).clone();
    var empty =
        expr(
            Arrays.stream(nothing)
                .mapToObj(value -> Double.isNaN(value) ? "double('NaN')" : value + "D")
                .collect(Collectors.joining(", ", "array(", ")")));
    return zones
        .join(byOrigin, new String[] {"zone"}, "left")
        .select(
            col("zone"), posexplode(coalesce(col("results"), empty)).as(new String[] {"pos", "v"}))
        .join(broadcast(columns(spark, kernel)), "pos")
        .withColumn("value", expr("if(isnan(v), null, v)"))
        .withColumn(
            "reason",
            expr(
                "case when not isnan(v) then null when offered then 'unreachable' else 'no_opportunity' end"))
        .select("zone", "service", "measure", "value", "unit", "reason");
  }

  private static JavaRDD<InternalRow> wholeFiles(SparkSession spark, Dataset<Row> pairs) {
    var conf = spark.conf();
    var keys =
        new String[] {"spark.sql.files.maxPartitionBytes", "spark.sql.files.openCostInBytes"};
    var before = Arrays.stream(keys).map(conf::get).toArray(String[]::new);
    try {
      for (var key : keys) {
        conf.set(key, WHOLE_FILES);
      }
      return pairs.queryExecution().toRdd().toJavaRDD();
    } finally {
      for (int i = 0; i < keys.length; i++) {
        conf.set(keys[i], before[i]);
      }
    }
  }

  private static Dataset<Row> columns(SparkSession spark, Kernel kernel) {
    var rows = new ArrayList<Row>();
    for (var column : kernel.columns()) {
      rows.add(
          RowFactory.create(
              rows.size(),
              column.service(),
              column.measure(),
              column.unit(),
              kernel.offers(column.service())));
    }
    return spark.createDataFrame(rows, COLUMNS);
  }

  /** Gathers the pairs of an origin and evaluates them. */
  private static final class Origins implements Iterator<Row> {
    private final Iterator<InternalRow> pairs;
    private final Kernel.Evaluator evaluator;
    private int[] destinations = new int[4096];
    private float[] minutes = new float[4096];
    private int size;
    private int origin;
    private @Nullable Row next;

    private Origins(Iterator<InternalRow> pairs, Kernel.Evaluator evaluator) {
      this.pairs = pairs;
      this.evaluator = evaluator;
    }

    @Override
    public boolean hasNext() {
      while (next == null && pairs.hasNext()) {
        var pair = pairs.next();
        if (size > 0 && pair.getInt(0) != origin) {
          next = evaluate();
        }
        origin = pair.getInt(0);
        add(pair.getInt(1), pair.getFloat(2));
      }
      if (next == null && size > 0) {
        next = evaluate();
      }
      return next != null;
    }

    private void add(int destination, float time) {
      if (size == destinations.length) {
        destinations = Arrays.copyOf(destinations, 2 * size);
        minutes = Arrays.copyOf(minutes, 2 * size);
      }
      destinations[size] = destination;
      minutes[size++] = time;
    }

    private Row evaluate() {
      var results = evaluator.evaluate(destinations, minutes, size);
      size = 0;
      var boxed = new Double[results.length];
      for (int i = 0; i < boxed.length; i++) {
        boxed[i] = results[i];
      }
      return RowFactory.create(origin, boxed);
    }

    @Override
    public Row next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      var row = next;
      next = null;
      return row;
    }
  }
}
