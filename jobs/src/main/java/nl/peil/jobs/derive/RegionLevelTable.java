package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * For how many people of each region the norm is met, how far it is missed, and how much choice
 * they have. Sums are over the zones in rising order, all of a region in one task, so that the last
 * bits do not depend on how many machines and tasks there are.
 */
public final class RegionLevelTable {

  private RegionLevelTable() {}

  /** The declaration. */
  public static Derived declare() {
    var output = AccessTables.REGION_LEVEL;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(AccessTables.ACCESSIBILITY_LEVEL, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output)),
        List.of("scenario", "year"),
        slice -> "",
        RegionLevelTable.class,
        RegionLevelTable::rows);
  }

  private static Dataset<Row> rows(Derived.Inputs inputs) {
    var group =
        List.of("scenario", "year", "mode", "period", "service", "norm_min").stream()
            .map(functions::col)
            .toArray(Column[]::new);
    // Only services and modes with a norm: without one there is nothing to meet.
    var levels =
        inputs
            .read(AccessTables.ACCESSIBILITY_LEVEL)
            .where("norm_min IS NOT NULL")
            .withColumn(
                "shortfall", expr("if(nearest_1_min is null, 1D, least(gap_min / norm_min, 1D))"))
            .repartition(group);
    var national =
        levels
            .sortWithinPartitions("zone")
            .groupBy(group)
            .agg(
                expr("sum(if(meets_norm, population, 0D)) / nullif(sum(population), 0D)")
                    .as("national_share_meeting_norm"));
    var membership =
        inputs.read(InputTables.REGION_MEMBERSHIP).select("layout", "region", "zone", "weight");
    var byRegion = new Column[group.length + 2];
    System.arraycopy(group, 0, byRegion, 2, group.length);
    byRegion[0] = col("layout");
    byRegion[1] = col("region");
    return levels
        .join(broadcast(membership), "zone")
        // Here and not before the join: Spark leaves out a sort below one
        .sortWithinPartitions("zone")
        .withColumn("persons", expr("population * weight"))
        .groupBy(byRegion)
        .agg(
            expr("sum(persons)").as("population"),
            expr("sum(if(meets_norm, persons, 0D))").as("persons_meeting_norm"),
            expr("sum(if(nearest_1_min is null, persons, 0D))").as("persons_unreachable"),
            expr("sum(persons * shortfall) / nullif(sum(persons), 0D)").as("fgt1"),
            expr("sum(persons * shortfall * shortfall) / nullif(sum(persons), 0D)").as("fgt2"),
            choice("none").as("share_no_choice"),
            choice("one").as("share_one_choice"),
            choice("more").as("share_more_choice"))
        .withColumn("persons_below_norm", expr("greatest(population - persons_meeting_norm, 0D)"))
        .withColumn("share_meeting_norm", expr("persons_meeting_norm / nullif(population, 0D)"))
        .join(
            broadcast(national),
            new String[] {"scenario", "year", "mode", "period", "service", "norm_min"},
            "left")
        .withColumn("gap_to_national", expr("share_meeting_norm - national_share_meeting_norm"));
  }

  /** Share of persons; null where choice is not known because within_norm was not asked for. */
  private static Column choice(String value) {
    return expr(
        "sum(if(choice = '"
            + value
            + "', persons, if(choice is null, null, 0D))) / nullif(sum(persons), 0D)");
  }
}
