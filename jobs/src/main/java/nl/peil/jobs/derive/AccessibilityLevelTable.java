package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import nl.peil.model.Mode;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The level per zone and service: nearest times against the norm, choice, and the ratio to the car.
 */
public final class AccessibilityLevelTable {

  private AccessibilityLevelTable() {}

  /**
   * The declaration. The ratio to the car reads the car of the same scenario, year and period too.
   */
  public static Derived declare() {
    var output = AccessTables.ACCESSIBILITY_LEVEL;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(AccessTables.ACCESSIBILITY, output).andAlways("mode", Mode.AUTO.key()),
            Derived.Input.of(InputTables.NORMS, output)),
        List.of("scenario", "year"),
        slice -> "",
        AccessibilityLevelTable.class,
        AccessibilityLevelTable::rows);
  }

  private static Dataset<Row> rows(Derived.Inputs inputs) {
    // one shuffle serves both: what is together for the car is together for every mode
    var place =
        new Column[] {col("scenario"), col("year"), col("period"), col("zone"), col("service")};
    var times =
        inputs
            .read(AccessTables.ACCESSIBILITY)
            .where("measure IN ('nearest_1', 'nearest_2', 'nearest_3', 'within_norm')")
            .repartition(place)
            .groupBy(
                col("scenario"),
                col("year"),
                col("mode"),
                col("period"),
                col("zone"),
                col("service"))
            .agg(
                measure("nearest_1").as("nearest_1_min"),
                measure("nearest_2").as("nearest_2_min"),
                measure("nearest_3").as("nearest_3_min"),
                measure("within_norm").as("within_norm"),
                first("population").as("population"))
            .withColumn(
                "car_min",
                max(when(col("mode").equalTo(Mode.AUTO.key()), col("nearest_1_min")))
                    .over(Window.partitionBy(place)));
    var norms =
        inputs
            .read(InputTables.NORMS)
            .select(
                col("scenario"),
                col("year"),
                col("service"),
                col("mode"),
                col("minutes").as("norm_min"));
    return times
        .where(Slice.predicate(AccessTables.ACCESSIBILITY_LEVEL, inputs.slices()))
        .join(broadcast(norms), new String[] {"scenario", "year", "service", "mode"}, "left")
        .withColumn(
            "choice",
            expr(
                "case when norm_min is null or within_norm is null then null when within_norm <= 0 then 'none'"
                    + " when within_norm <= 1 then 'one' else 'more' end"))
        .withColumn(
            "meets_norm",
            expr("if(norm_min is null, null, coalesce(nearest_1_min <= norm_min, false))"))
        // greatest skips nulls: without this an unreachable zone would seem to meet the norm
        .withColumn(
            "gap_min",
            expr(
                "if(nearest_1_min is null or norm_min is null, null, greatest(nearest_1_min - norm_min, 0D))"))
        .withColumn("ratio_to_car", expr("if(car_min > 0, nearest_1_min / car_min, null)"));
  }

  private static Column measure(String name) {
    return expr("max(if(measure = '" + name + "', value, null))");
  }
}
