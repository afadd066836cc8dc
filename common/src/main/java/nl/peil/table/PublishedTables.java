package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** The tables of forecasts that others published. */
public final class PublishedTables {

  private static final Column PUBLICATION =
      Column.of("publication", StringType, "key of the publication in the configuration");

  private static final Column MODEL_VERSION =
      Column.of("model_version", StringType, "release of the traffic model, free text");

  private static final Column FROM_YEAR =
      Column.of("base_year", IntegerType, "year that the figures start from; null when not said")
          .orNull()
          .where("base_year BETWEEN 1900 AND 2200");

  private static final Column INDICATOR =
      Column.of("indicator", StringType, "what the figure is about, as published");

  private static final Column MODE =
      Column.of("mode", StringType, "mode, Peil's key or as published; empty when not said");

  private static final Column SERVICE =
      Column.of("service", StringType, "service, as published; empty when not said");

  private static final Column PERIOD =
      Column.of("period", StringType, "part of the day, as published; empty when not said");

  private static final Column MEASURE =
      Column.of("measure", StringType, "what Peil computes of the same, as in forecasts").orNull();

  private static final Column UNIT =
      Column.of("unit", StringType, "unit as published; empty when not said");

  private static final Column SOURCE =
      Column.of("source", StringType, "where the figures come from");

  private PublishedTables() {}

  /** Published figures. */
  public static final TableSpec FORECAST_SOURCE =
      TableSpec.named(
              "forecast_source",
              "publication x region or zone x indicator",
              "Figures of forecasts as others published them")
          .columns(
              PUBLICATION,
              MODEL_VERSION,
              Keys.SCENARIO,
              FROM_YEAR,
              Keys.YEAR,
              Column.of("layout", StringType, "region layout of the figures; null: of zones")
                  .orNull(),
              Column.of(
                      "kind",
                      StringType,
                      "what the place is: region, zone (of Peil), model_zone (of forecast_zone_weights)")
                  .where("kind IN ('region', 'zone', 'model_zone')"),
              Column.of("place", StringType, "code of the region, zone or model zone"),
              Column.of("zone", IntegerType, "zone key; null when the place is no zone of Peil")
                  .orNull(),
              INDICATOR,
              MODE,
              SERVICE,
              PERIOD,
              MEASURE,
              UNIT,
              number("base", "value in the base year; null when withheld or not published"),
              number("future", "value in the year; null when withheld"),
              number("weight", "weight in means, in the unit of the source; null: people")
                  .where("weight >= 0"),
              Column.of(
                      "aggregate",
                      StringType,
                      "how values of zones become those of regions: sum or mean; null: of regions")
                  .orNull(),
              SOURCE,
              Column.of("file", StringType, "the file, relative to the delivery"))
          .slicedBy("publication")
          .keyedBy(
              "publication", "scenario", "year", "place", "indicator", "mode", "service", "period")
          .build();

  /** Where model zones lie. */
  public static final TableSpec FORECAST_ZONE_WEIGHTS =
      TableSpec.named(
              "forecast_zone_weights",
              "publication x model zone x zone",
              "Which share of a model zone of a publication lies in which zone of Peil")
          .columns(
              PUBLICATION,
              Column.of("model_zone", StringType, "code of the model zone"),
              Keys.ZONE,
              Column.of(
                      "weight",
                      DoubleType,
                      "share of what the model zone has that is in the zone; the shares of a model zone sum to 1")
                  .where("weight > 0 AND weight <= 1.000000001"))
          .slicedBy("publication")
          .keyedBy("publication", "model_zone", "zone")
          .build();

  /** Published figures per region, beside the computed ones. */
  public static final TableSpec FORECASTS_PUBLISHED =
      TableSpec.named(
              "forecasts_published",
              "publication x region x indicator",
              "Published forecasts per region, with what Peil computes of the same beside them")
          .columns(
              PUBLICATION,
              Keys.LAYOUT,
              Keys.REGION,
              MODEL_VERSION,
              Keys.SCENARIO,
              FROM_YEAR,
              Keys.YEAR,
              INDICATOR,
              MODE,
              SERVICE,
              PERIOD,
              UNIT,
              number("base", "published value in the base year"),
              number("future", "published value in the year"),
              number("delta", "future - base; null when they do not rest on the same zones"),
              number("delta_pct", "delta in percent of base; null when base is 0"),
              Column.of(
                  "basis",
                  StringType,
                  "how it became a value of the region: as published, zones by sum, or zones by weighted mean"),
              Column.of(
                      "zones",
                      LongType,
                      "zones with a value that it is made from; null: as published")
                  .orNull(),
              number(
                  "weight_covered",
                  "share of the weight of the region that had a value, 0 to 1; null: as published"),
              MEASURE,
              Column.of(
                      "computed_base_scenario",
                      StringType,
                      "scenario where the computed change starts; null when nothing comparable is computed")
                  .orNull(),
              Column.of("computed_base_year", IntegerType, "year where the computed change starts")
                  .orNull(),
              number("computed_base", "base of forecasts"),
              number("computed_future", "future of forecasts"),
              number("computed_delta", "delta of forecasts"),
              Column.of("computed_unit", StringType, "unit of forecasts").orNull(),
              SOURCE)
          .slicedBy("publication", "layout")
          .keyedBy(
              "publication",
              "layout",
              "region",
              "scenario",
              "year",
              "indicator",
              "mode",
              "service",
              "period")
          .build();

  private static Column number(String name, String comment) {
    return Column.of(name, DoubleType, comment).orNull();
  }
}
