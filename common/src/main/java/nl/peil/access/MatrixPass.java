package nl.peil.access;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.posexplode;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.peil.measure.Kernel;
import nl.peil.measure.ZoneIndex;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Runs the kernel over the rows of a matrix. An origin that comes from two tasks stops the run
 * instead of giving half sums.
 */
public final class MatrixPass {

  private static final StructType BY_ORIGIN =
      new StructType()
          .add("zone", DataTypes.IntegerType, false)
          .add("results", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

  private static final StructType RESULTS =
      BY_ORIGIN.add("demand_known", DataTypes.BooleanType, false);

  private static final StructType COLUMNS =
      new StructType()
          .add("pos", DataTypes.IntegerType, false)
          .add("service", DataTypes.StringType, false)
          .add("measure", DataTypes.StringType, false)
          .add("unit", DataTypes.StringType, false)
          .add("offered", DataTypes.BooleanType, false)
          .add("needs_demand", DataTypes.BooleanType, false);

  private MatrixPass() {}

  /**
   * All measures for all zones. Measures of competition first take passes of their own; those run
   * at once, the rest when Spark asks for it.
   *
   * @param matrix one matrix, as it is: when the kernel is for the passive direction, it is
   *     transposed here
   * @param kernel the measures
   * @return zone, service, measure, value (null: there is none), unit, reason (unreachable,
   *     no_opportunity, unknown_demand; null when there is a value); a row for every zone of the
   *     kernel, also one from which nothing can be reached
   * @throws IllegalArgumentException when a measure of competition cannot be computed
   */
  public static Dataset<Row> run(MatrixRows matrix, Kernel kernel) {
    var rows = kernel.direction().transposed() ? matrix.transposed() : matrix;
    var ready = Competition.settle(rows, kernel);
    var spark = rows.session();
    var shared = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(ready);
    return named(spark, ready, results(spark, rows, shared));
  }

  private static Dataset<Row> results(
      SparkSession spark, MatrixRows rows, Broadcast<Kernel> shared) {
    var evaluated = rows.rows().mapPartitions(part -> new Evaluated(part, shared.value()));
    var byOrigin =
        spark
            .createDataFrame(evaluated, BY_ORIGIN)
            .groupBy("zone")
            .agg(expr("count(*)").as("tasks"), expr("first(results)").as("results"))
            .withColumn(
                "results",
                expr(
                    "if(tasks = 1, results, raise_error(concat('origin ', zone, ' is spread over ', tasks, ' tasks:"
                        + " the files of travel_times hold no whole origins; load its matrix again')))"))
            .drop("tasks");
    return zones(spark, shared.value().zones())
        .join(byOrigin, new String[] {"zone"}, "left")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) part -> complete(part, shared.value()),
            Encoders.row(RESULTS));
  }

  /** Zones without a row in the matrix get the results of an empty row. */
  private static Iterator<Row> complete(Iterator<Row> part, Kernel kernel) {
    var evaluator = kernel.evaluator();
    var complete = new ArrayList<Row>();
    part.forEachRemaining(
        row -> {
          int zone = row.getInt(0);
          Object results =
              row.isNullAt(1)
                  ? boxed(evaluator.evaluate(zone, new int[0], new float[0], 0))
                  : row.get(1);
          complete.add(
              RowFactory.create(zone, results, kernel.knowsDemand(kernel.zones().position(zone))));
        });
    return complete.iterator();
  }

  private static Dataset<Row> zones(SparkSession spark, ZoneIndex zones) {
    var rows = new ArrayList<Row>();
    for (int place = 0; place < zones.size(); place++) {
      rows.add(RowFactory.create(zones.zone(place)));
    }
    return spark.createDataFrame(rows, new StructType().add("zone", DataTypes.IntegerType, false));
  }

  private static Dataset<Row> named(SparkSession spark, Kernel kernel, Dataset<Row> results) {
    return results
        .select(
            col("zone"),
            col("demand_known"),
            posexplode(col("results")).as(new String[] {"pos", "v"}))
        .join(broadcast(columns(spark, kernel)), "pos")
        .withColumn("value", expr("if(isnan(v), null, v)"))
        .withColumn(
            "reason",
            expr(
                "case when not isnan(v) then null when not offered then 'no_opportunity'"
                    + " when needs_demand and not demand_known then 'unknown_demand'"
                    + " else 'unreachable' end"))
        .select("zone", "service", "measure", "value", "unit", "reason");
  }

  private static Dataset<Row> columns(SparkSession spark, Kernel kernel) {
    List<Row> rows = new ArrayList<>();
    for (var column : kernel.columns()) {
      rows.add(
          RowFactory.create(
              rows.size(),
              column.service(),
              column.measure(),
              column.unit(),
              kernel.offers(column.service()),
              column.needsDemand()));
    }
    return spark.createDataFrame(rows, COLUMNS);
  }

  private static Double[] boxed(double[] values) {
    var boxed = new Double[values.length];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  /** Evaluates row after row. */
  private static final class Evaluated implements Iterator<Row> {
    private final Iterator<MatrixRow> rows;
    private final Kernel.Evaluator evaluator;

    private Evaluated(Iterator<MatrixRow> rows, Kernel kernel) {
      this.rows = rows;
      this.evaluator = kernel.evaluator();
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      var row = rows.next();
      return RowFactory.create(
          row.origin(),
          boxed(evaluator.evaluate(row.origin(), row.destinations(), row.minutes(), row.size())));
    }
  }
}
