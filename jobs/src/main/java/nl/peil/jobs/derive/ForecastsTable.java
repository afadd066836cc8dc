package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peil.table.Derived;
import nl.peil.table.ForecastTables;
import nl.peil.table.InputTables;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What changes for the people of each region between two scenario-years, with the part of each
 * cause: all layouts in one pass over accessibility_swaps.
 */
public final class ForecastsTable {

  private ForecastsTable() {}

  /** The declaration. */
  public static Derived declare() {
    var output = ForecastTables.FORECASTS;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(ForecastTables.ACCESSIBILITY_SWAPS, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output),
            new Derived.Input(InputTables.SCENARIOS, Map.of(), Map.of(), false)),
        List.of("base_scenario", "base_year", "year"),
        slice -> "",
        ForecastsTable.class,
        ForecastsTable::rows);
  }

  private static Dataset<Row> rows(Derived.Inputs inputs) {
    var swaps = inputs.read(ForecastTables.ACCESSIBILITY_SWAPS);
    var spark = swaps.sparkSession();
    var regions =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(RegionIndex.of(inputs));
    var zone = new ArrayList<Column>();
    RegionChanges.OF_ZONE.forEach(name -> zone.add(col(name)));
    var changes =
        swaps
            .groupBy(RegionChanges.KEY.stream().map(functions::col).toArray(Column[]::new))
            // By zone, so that every run adds up in the same order
            .agg(sort_array(collect_list(struct(zone.toArray(Column[]::new)))).as("zones"))
            .flatMap(
                (FlatMapFunction<Row, Row>) group -> RegionChanges.of(group, regions.value()),
                Encoders.row(RegionChanges.SCHEMA));
    var versions = inputs.read(InputTables.SCENARIOS).select("scenario", "year", "model_version");
    var range =
        "OVER (PARTITION BY base_scenario, base_year, year, layout, region, mode, period, service, measure)";
    return changes
        .join(broadcast(versions), new String[] {"scenario", "year"}, "left")
        .withColumn("model_version", coalesce(col("model_version"), lit("")))
        .withColumn("future_lowest", expr("min(future) " + range))
        .withColumn("future_highest", expr("max(future) " + range))
        .withColumn("scenarios", expr("count(*) " + range));
  }
}
