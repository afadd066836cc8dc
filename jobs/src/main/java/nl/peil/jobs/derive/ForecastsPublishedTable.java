package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.stream.Stream;
import nl.peil.table.Derived;
import nl.peil.table.ForecastTables;
import nl.peil.table.InputTables;
import nl.peil.table.PublishedTables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Published figures per region: those of regions as they are, those of zones converted with the
 * weights of region_membership (and of forecast_zone_weights before it), each with what Peil
 * computes of the same beside it. Sums are over places in rising order, all of a region in one
 * task, so that the last bits do not depend on the machine.
 */
public final class ForecastsPublishedTable {

  private static final List<String> FIGURE =
      List.of(
          "publication",
          "model_version",
          "scenario",
          "base_year",
          "year",
          "indicator",
          "mode",
          "service",
          "period",
          "measure",
          "unit",
          "aggregate",
          "source");

  /** Key of a published figure of a region. */
  private static final String KEY =
      "publication, layout, region, scenario, year, indicator, mode, service, period";

  private ForecastsPublishedTable() {}

  /** The declaration. */
  public static Derived declare() {
    var output = PublishedTables.FORECASTS_PUBLISHED;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(PublishedTables.FORECAST_SOURCE, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output),
            Derived.Input.of(PublishedTables.FORECAST_ZONE_WEIGHTS, output).ifThere(),
            Derived.Input.of(ForecastTables.FORECASTS, output).ifThere()),
        List.of("publication"),
        slice -> "",
        ForecastsPublishedTable.class,
        ForecastsPublishedTable::rows);
  }

  private static Dataset<Row> rows(Derived.Inputs inputs) {
    var published = inputs.read(PublishedTables.FORECAST_SOURCE);
    var membership =
        inputs
            .read(InputTables.REGION_MEMBERSHIP)
            .select("layout", "region", "zone", "weight", "zone_persons");
    var layouts = inputs.slices().stream().map(slice -> slice.get("layout")).distinct().toArray();
    var regions =
        published
            .where(col("layout").isin(layouts))
            .withColumnRenamed("place", "region")
            .withColumn("basis", functions.lit("as published"))
            .withColumn("zones", expr("cast(null AS bigint)"))
            .withColumn("weight_covered", expr("cast(null AS double)"))
            .withColumn("delta", expr("future - base"))
            .select(columns("base", "future", "delta", "basis", "zones", "weight_covered"));
    var ofZones = ofZones(published, membership);
    var weights = inputs.read(PublishedTables.FORECAST_ZONE_WEIGHTS);
    var ofModelZones = ofModelZones(published, membership, weights);
    return beside(
        regions.unionByName(ofZones).unionByName(ofModelZones),
        inputs.read(ForecastTables.FORECASTS));
  }

  private static Column[] columns(String... more) {
    return Stream.of(FIGURE.stream(), Stream.of("layout", "region"), Stream.of(more))
        .flatMap(names -> names)
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** Zones of Peil: the share of a zone is that of its people, as everywhere. */
  private static Dataset<Row> ofZones(Dataset<Row> published, Dataset<Row> membership) {
    var whole =
        membership
            .repartition(col("layout"), col("region"))
            .sortWithinPartitions("zone")
            .groupBy("layout", "region")
            .agg(
                expr("sum(weight)").as("all_shares"),
                expr("sum(weight * zone_persons)").as("all_people"));
    var shares = membership.withColumnRenamed("weight", "share");
    return converted(
        published
            .where("kind = 'zone'")
            .drop("layout")
            .join(broadcast(shares), "zone")
            .join(broadcast(whole), new String[] {"layout", "region"}));
  }

  /** Model zones: their share of a region is what of them lies in zones, times the zone's share. */
  private static Dataset<Row> ofModelZones(
      Dataset<Row> published, Dataset<Row> membership, Dataset<Row> weights) {
    var shares =
        weights
            .withColumnRenamed("weight", "in_zone")
            .join(broadcast(membership), "zone")
            .repartition(col("publication"))
            .sortWithinPartitions("zone")
            .groupBy("publication", "model_zone", "layout", "region")
            .agg(expr("sum(in_zone * weight)").as("share"))
            .withColumnRenamed("model_zone", "place");
    var whole =
        shares
            .repartition(col("publication"))
            .sortWithinPartitions("place")
            .groupBy("publication", "layout", "region")
            .agg(expr("sum(share)").as("all_shares"));
    return converted(
        published
            .where("kind = 'model_zone'")
            .drop("layout")
            .join(broadcast(shares), new String[] {"publication", "place"})
            .join(broadcast(whole), new String[] {"publication", "layout", "region"})
            .withColumn("zone_persons", expr("cast(null AS double)"))
            .withColumn("all_people", expr("cast(null AS double)")));
  }

  /** From a row per place and region to a row per region. */
  private static Dataset<Row> converted(Dataset<Row> parts) {
    var group = columns();
    return parts
        .withColumn(
            "part", expr("if(aggregate = 'sum', share, share * coalesce(weight, zone_persons))"))
        // What the weights of a region come to: of weights in the file nobody knows those of
        // places that are not in it
        .withColumn(
            "everything",
            expr(
                "if(aggregate = 'sum', all_shares, if(weight is null, all_people, cast(null AS double)))"))
        .repartition(group)
        .sortWithinPartitions("place")
        .groupBy(group)
        .agg(
            expr("sum(part * base)").as("base_sum"),
            expr("sum(part * future)").as("future_sum"),
            expr("sum(if(base is null, 0D, part))").as("base_part"),
            expr("sum(if(future is null, 0D, part))").as("future_part"),
            expr("coalesce(max(everything), sum(part))").as("whole"),
            expr("bool_and((base is null) = (future is null))").as("same"),
            expr("count(future)").as("zones"))
        .withColumn(
            "base", expr("if(aggregate = 'sum', base_sum, base_sum / nullif(base_part, 0D))"))
        .withColumn(
            "future",
            expr("if(aggregate = 'sum', future_sum, future_sum / nullif(future_part, 0D))"))
        .withColumn("delta", expr("if(same, future - base, null)"))
        .withColumn(
            "basis", expr("if(aggregate = 'sum', 'zones by sum', 'zones by weighted mean')"))
        .withColumn("weight_covered", expr("future_part / nullif(whole, 0D)"))
        .select(columns("base", "future", "delta", "basis", "zones", "weight_covered"));
  }

  /**
   * What Peil computes of the same. Of several comparisons with that future: the one that starts
   * nearest the published base year. A figure without a part of the day stands beside a computed
   * one only when there is one part of the day that it can mean.
   */
  private static Dataset<Row> beside(Dataset<Row> published, Dataset<Row> forecasts) {
    var computed =
        forecasts.selectExpr(
            "layout AS c_layout",
            "region AS c_region",
            "scenario AS c_scenario",
            "year AS c_year",
            "mode AS c_mode",
            "service AS c_service",
            "measure AS c_measure",
            "period AS c_period",
            "base_scenario AS c_base_scenario",
            "base_year AS c_base_year",
            "base AS c_base",
            "future AS c_future",
            "delta AS c_delta",
            "unit AS c_unit");
    var found = " OVER (PARTITION BY " + KEY + ")";
    var nearest =
        " OVER (PARTITION BY "
            + KEY
            + " ORDER BY abs(c_base_year - coalesce(base_year, c_base_year)), c_base_year, c_base_scenario, c_period)";
    var joined =
        published
            .join(
                computed,
                expr(
                    "layout = c_layout AND region = c_region AND scenario = c_scenario"
                        + " AND year = c_year AND mode = c_mode AND service = c_service"
                        + " AND measure = c_measure AND (period = '' OR period = c_period)"),
                "left")
            .withColumn("periods", expr("size(collect_set(c_period)" + found + ")"))
            .withColumn("place_in_line", expr("row_number()" + nearest))
            .where("place_in_line = 1")
            .withColumn("delta_pct", expr("100 * delta / nullif(base, 0D)"));
    for (var name : List.of("base_scenario", "base_year", "base", "future", "delta", "unit")) {
      joined = joined.withColumn("computed_" + name, expr("if(periods = 1, c_" + name + ", null)"));
    }
    return joined.select(
        PublishedTables.FORECASTS_PUBLISHED.columnNames().stream()
            .map(functions::col)
            .toArray(Column[]::new));
  }
}
