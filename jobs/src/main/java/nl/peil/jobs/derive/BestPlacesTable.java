package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import nl.peil.config.MarginalConfig;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.MarginalTables;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * New places in each region, chosen one after the other. Who misses the norm comes from
 * accessibility_level, where a place would help from norm_gaps: no travel time is read, so a new
 * layout costs little.
 */
public final class BestPlacesTable {

  private final MarginalConfig marginal;

  private BestPlacesTable(MarginalConfig marginal) {
    this.marginal = marginal;
  }

  /** The declaration. */
  public static Derived declare(MarginalConfig marginal) {
    var table = new BestPlacesTable(marginal);
    var output = MarginalTables.BEST_PLACES;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(AccessTables.ACCESSIBILITY_LEVEL, output),
            Derived.Input.of(MarginalTables.NORM_GAPS, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output)),
        List.of("scenario", "year"),
        slice -> String.valueOf(marginal.best()),
        BestPlacesTable.class,
        table::rows);
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var gaps = inputs.read(MarginalTables.NORM_GAPS);
    var context = JavaSparkContext.fromSparkContext(gaps.sparkSession().sparkContext());
    var regions = context.broadcast(RegionIndex.of(inputs));
    var key = columns(BestPlacesOfRegions.KEY);
    var places = MarginalTables.NORM_GAPS.column("places").type();
    int best = marginal.best();
    return inputs
        .read(AccessTables.ACCESSIBILITY_LEVEL)
        .where("NOT meets_norm")
        .withColumn("places", lit(null).cast(places))
        .select(columns(BestPlacesOfRegions.COLUMNS))
        .unionAll(
            gaps.withColumn("population", lit(null).cast("double"))
                .select(columns(BestPlacesOfRegions.COLUMNS)))
        .repartition(key)
        .sortWithinPartitions(key)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> new BestPlacesOfRegions(rows, regions.value(), best),
            Encoders.row(BestPlacesOfRegions.SCHEMA));
  }

  private static Column[] columns(List<String> names) {
    return new ArrayList<>(names).stream().map(functions::col).toArray(Column[]::new);
  }
}
