package nl.peil.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.peil.measure.MarginalAccess;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * For every zone that misses a norm, the zones in which one new place would bring it within the
 * norm. Rows come out as the matrix is read, without being moved.
 */
public final class NormGapPass {

  /** Columns of {@link #runAll}. */
  static final StructType SCHEMA =
      new StructType()
          .add("pass", DataTypes.IntegerType, false)
          .add("zone", DataTypes.IntegerType, false)
          .add("service", DataTypes.StringType, false)
          .add("norm_min", DataTypes.DoubleType, false)
          .add("places", DataTypes.createArrayType(DataTypes.IntegerType, false), false);

  private final MatrixRows matrix;
  private final MarginalAccess access;

  /** A pass over a matrix. */
  public NormGapPass(MatrixRows matrix, MarginalAccess access) {
    this.matrix = matrix;
    this.access = access;
  }

  /**
   * Several passes in one job, when Spark asks for it.
   *
   * @param spark session of the matrices
   * @param passes the passes; without any there are no rows
   * @return pass (place in the list, from 0), zone, service, norm_min, places: zones, rising, at
   *     least one; a zone that meets the norm, or that no place would help, has no row
   */
  public static Dataset<Row> runAll(SparkSession spark, List<NormGapPass> passes) {
    if (passes.isEmpty()) {
      return spark.createDataFrame(List.of(), SCHEMA);
    }
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var accesses = new ArrayList<MarginalAccess>();
    passes.forEach(pass -> accesses.add(pass.access));
    var shared = context.broadcast(accesses);
    var found = new ArrayList<JavaRDD<Row>>();
    for (int number = 0; number < passes.size(); number++) {
      int pass = number;
      var matrix = passes.get(number).matrix;
      found.add(matrix.rows().mapPartitions(rows -> gaps(rows, pass, shared.value().get(pass))));
      if (passes.get(number).access.reachesItself()) {
        found.add(context.parallelize(passes.get(number).withoutRow(pass), 1));
      }
    }
    JavaRDD<Row> all = context.union(found.toArray(JavaRDD[]::new));
    return spark.createDataFrame(all, SCHEMA);
  }

  private static Iterator<Row> gaps(Iterator<MatrixRow> rows, int pass, MarginalAccess access) {
    var gaps = access.gaps();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .flatMap(
            row ->
                rows(
                    pass,
                    row.origin(),
                    access,
                    gaps.find(row.origin(), row.destinations(), row.minutes(), row.size()))
                    .stream())
        .iterator();
  }

  /** A zone that the matrix has no row for may still have a time within itself. */
  private List<Row> withoutRow(int pass) {
    var origins = matrix.origins();
    var gaps = access.gaps();
    return IntStream.range(0, access.zones().size())
        .map(access.zones()::zone)
        .filter(zone -> !origins.contains(zone))
        .boxed()
        .flatMap(
            zone -> rows(pass, zone, access, gaps.find(zone, new int[0], new float[0], 0)).stream())
        .toList();
  }

  private static List<Row> rows(int pass, int zone, MarginalAccess access, int[][] places) {
    var rows = new ArrayList<Row>();
    for (int s = 0; s < places.length; s++) {
      if (places[s].length > 0) {
        var service = access.services().get(s);
        rows.add(
            RowFactory.create(
                pass,
                zone,
                service.service(),
                service.normMinutes(),
                Arrays.stream(places[s]).boxed().toArray(Integer[]::new)));
      }
    }
    return rows;
  }
}
