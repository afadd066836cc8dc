package nl.peil.access;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.peil.measure.Kernel;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Measures over all rows of a matrix. An origin that comes twice stops the run instead of giving
 * half sums.
 */
public final class MatrixPass {

  private final MatrixRows matrix;
  private final Kernel kernel;

  /**
   * A pass over a matrix.
   *
   * @param matrix one matrix, as it is: when the kernel is for the passive direction, it is
   *     transposed here
   * @param kernel the measures
   */
  public MatrixPass(MatrixRows matrix, Kernel kernel) {
    this.matrix = kernel.direction().transposed() ? matrix.transposed() : matrix;
    this.kernel = kernel;
  }

  /**
   * All measures for all zones. Measures of competition first take passes of their own; those run
   * at once, the rest when Spark asks for it.
   *
   * @return zone, service, measure, value (null: there is none), unit, reason (unreachable,
   *     no_opportunity, unknown_demand; null when there is a value); a row for every zone of the
   *     kernel, also one from which nothing can be reached
   * @throws IllegalArgumentException when a measure of competition cannot be computed
   */
  public Dataset<Row> run() {
    return runAll(List.of(this)).drop("pass");
  }

  /**
   * Several passes in one job: their tasks fill the machine or the cluster together, and Spark
   * plans once.
   *
   * @param passes at least one
   * @return as {@link #run}, with a first column pass: the place of the pass in the list, from 0
   * @throws IllegalArgumentException when a measure of competition cannot be computed
   */
  public static Dataset<Row> runAll(List<MatrixPass> passes) {
    var rows = values(passes).flatMap(ZoneRows::new);
    return ((org.apache.spark.sql.classic.SparkSession) passes.get(0).matrix.session())
        .internalCreateDataFrame(rows.rdd(), ZoneRows.SCHEMA, false);
  }

  /**
   * The same without rows: what each pass found, in ranges of zones. Lists of passes whose kernels
   * have as many zones and columns give the same ranges in the same partitions.
   *
   * @param passes at least one
   * @throws IllegalArgumentException when a measure of competition cannot be computed
   */
  public static JavaRDD<ZoneValues> values(List<MatrixPass> passes) {
    var spark = passes.get(0).matrix.session();
    var kernels = new ArrayList<Kernel>();
    passes.forEach(pass -> kernels.add(Competition.settle(pass.matrix, pass.kernel)));
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var shared = context.broadcast(kernels);
    var blocks = new ZoneBlocks(kernels);
    return evaluated(context, passes, shared)
        .partitionBy(blocks)
        .mapPartitionsWithIndex(
            (block, part) -> List.of(blocks.values(block, part, shared.value())).iterator(), true);
  }

  private static JavaPairRDD<Long, double[]> evaluated(
      JavaSparkContext context, List<MatrixPass> passes, Broadcast<ArrayList<Kernel>> shared) {
    var evaluated = new ArrayList<JavaPairRDD<Long, double[]>>();
    for (var pass : passes) {
      int number = evaluated.size();
      evaluated.add(
          pass.matrix
              .rows()
              .mapPartitionsToPair(
                  part -> new Evaluated(part, number, shared.value().get(number))));
    }
    return evaluated.size() == 1
        ? evaluated.get(0)
        : context.union(evaluated.toArray(JavaPairRDD[]::new));
  }

  /** Evaluates row after row. */
  private static final class Evaluated implements Iterator<Tuple2<Long, double[]>> {
    private final Iterator<MatrixRow> rows;
    private final int pass;
    private final Kernel kernel;
    private final Kernel.Evaluator evaluator;

    private Evaluated(Iterator<MatrixRow> rows, int pass, Kernel kernel) {
      this.rows = rows;
      this.pass = pass;
      this.kernel = kernel;
      this.evaluator = kernel.evaluator();
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Tuple2<Long, double[]> next() {
      var row = rows.next();
      var values = evaluator.evaluate(row.origin(), row.destinations(), row.minutes(), row.size());
      // The evaluator uses its array again
      return new Tuple2<>(
          ZoneBlocks.key(pass, kernel.zones().position(row.origin())), values.clone());
    }
  }
}
