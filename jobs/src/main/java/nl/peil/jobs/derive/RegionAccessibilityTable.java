package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import nl.peil.config.InequalityConfig;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The distribution of each measure over the people of each region, all layouts in one pass over
 * accessibility.
 */
public final class RegionAccessibilityTable {

  private final InequalityConfig inequality;

  private RegionAccessibilityTable(InequalityConfig inequality) {
    this.inequality = inequality;
  }

  /** The declaration. Without incomes it is made too: what is about incomes has no value then. */
  public static Derived declare(InequalityConfig inequality) {
    var table = new RegionAccessibilityTable(inequality);
    var output = AccessTables.REGION_ACCESSIBILITY;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(AccessTables.ACCESSIBILITY, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output),
            Derived.Input.of(InputTables.ZONE_INCOME, output).ifThere()),
        List.of("scenario", "year"),
        slice -> inequality.toString(),
        RegionAccessibilityTable.class,
        table::rows);
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var accessibility = inputs.read(AccessTables.ACCESSIBILITY);
    var context = JavaSparkContext.fromSparkContext(accessibility.sparkSession().sparkContext());
    var regions =
        context.broadcast(
            RegionIndex.of(
                inputs.read(InputTables.REGION_MEMBERSHIP), inputs.read(InputTables.ZONE_INCOME)));
    double share = inequality.sufficiencyShareOfMedian();
    var key = RegionDistributions.KEY.stream().map(functions::col).toArray(Column[]::new);
    return accessibility
        .select(
            col("scenario"),
            col("year"),
            col("mode"),
            col("period"),
            col("service"),
            col("measure"),
            col("unit"),
            col("zone"),
            col("value"),
            col("population"))
        .repartition(key)
        .sortWithinPartitions(key)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> new RegionDistributions(rows, regions.value(), share),
            Encoders.row(RegionDistributions.SCHEMA));
  }
}
