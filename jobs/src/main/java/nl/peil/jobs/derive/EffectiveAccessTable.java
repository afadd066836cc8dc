package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import nl.peil.config.EffectiveAccessConfig;
import nl.peil.table.AccessTables;
import nl.peil.table.BarrierTables;
import nl.peil.table.Derived;
import nl.peil.table.EffectiveAccessTables;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * What modes offer per zone and service on paper, and what is left of it for people with barriers:
 * one pass over accessibility_level, with the shares of people with barriers beside it. Without a
 * table of barriers the times are there, and the numbers of people are unknown.
 */
public final class EffectiveAccessTable {

  private final EffectiveAccessConfig config;

  private EffectiveAccessTable(EffectiveAccessConfig config) {
    this.config = config;
  }

  /** The declaration; there are no slices without barriers in the configuration. */
  public static Derived declare(EffectiveAccessConfig config) {
    var table = new EffectiveAccessTable(config);
    var output = EffectiveAccessTables.EFFECTIVE_ACCESS;
    return new Derived(
            output,
            List.of(
                Derived.Input.of(AccessTables.ACCESSIBILITY_LEVEL, output),
                Derived.Input.of(BarrierTables.BARRIERS, output).ifThere()),
            List.of("scenario", "year"),
            slice -> config.scope(),
            EffectiveAccessTable.class,
            table::rows)
        .only(slice -> !config.barriers().isEmpty());
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var zones = new EffectiveAccessOfZones(config);
    var shares =
        inputs
            .read(BarrierTables.BARRIERS)
            .where(
                col("known")
                    .and(col("share").isNotNull())
                    .and(col("indicator").isin(zones.indicators().toArray())))
            .groupBy("scenario", "year", "zone")
            .agg(map_from_entries(collect_list(struct("indicator", "share"))).as("shares"));
    return inputs
        .read(AccessTables.ACCESSIBILITY_LEVEL)
        .groupBy("scenario", "year", "zone", "service")
        .agg(
            first("population").as("population"),
            collect_list(struct("period", "mode", "nearest_1_min", "meets_norm")).as("times"))
        .join(broadcast(shares), new String[] {"scenario", "year", "zone"}, "left")
        .select("scenario", "year", "zone", "service", "population", "times", "shares")
        .flatMap(
            (FlatMapFunction<Row, Row>) zones::rows,
            Encoders.row(EffectiveAccessTables.EFFECTIVE_ACCESS.schema()));
  }
}
