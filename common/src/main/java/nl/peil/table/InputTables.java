package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.FloatType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** The tables that are made from files: checked, typed, otherwise as delivered. */
public final class InputTables {

  private InputTables() {}

  /** Zones with their place. */
  public static final TableSpec ZONES =
      TableSpec.named(
              "zones", "zone", "The zones of the delivery: where travel times start and end")
          .columns(
              Keys.ZONE,
              Column.of("zone_code", StringType, "code as delivered, e.g. the postcode as text"),
              Column.of("zone_system", StringType, "which zones these are, e.g. pc4"),
              Column.of("name", StringType, "name as delivered").orNull(),
              Column.of("area_km2", DoubleType, "area in km2 as delivered, else of the polygon")
                  .orNull()
                  .where("area_km2 >= 0"),
              Column.of("x", DoubleType, "RD x of the zone's point, metres (EPSG:28992)"),
              Column.of("y", DoubleType, "RD y of the zone's point, metres (EPSG:28992)"),
              Column.of("min_x", DoubleType, "bounding box of the polygon, RD metres").orNull(),
              Column.of("min_y", DoubleType, "bounding box of the polygon, RD metres").orNull(),
              Column.of("max_x", DoubleType, "bounding box of the polygon, RD metres").orNull(),
              Column.of("max_y", DoubleType, "bounding box of the polygon, RD metres").orNull(),
              Column.of(
                      "geometry",
                      BinaryType,
                      "polygon as WKB in EPSG:28992; null when none was delivered")
                  .orNull(),
              Column.of(
                      "border_zone",
                      BooleanType,
                      "near the national border, where data stops (grensafkap); null when no border was given")
                  .orNull(),
              Column.of(
                  "delivered",
                  BooleanType,
                  "in the delivered zone set; false: a polygon beyond it, kept to tell where points lie"))
          .keyedBy("zone")
          .build();

  /** Population per grid cell. */
  public static final TableSpec POPULATION_GRID =
      TableSpec.named(
              "population_grid",
              "scenario-year x grid cell",
              "Inhabitants per CBS grid cell and the zone that each cell lies in")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Column.of(
                  "cell_code",
                  StringType,
                  "CBS code of the cell's lower left corner, e.g. E0974N4514"),
              Column.of("cell_size_m", IntegerType, "side of the cell in metres")
                  .where("cell_size_m > 0"),
              Column.of("x", DoubleType, "RD x of the cell's centre, metres"),
              Column.of("y", DoubleType, "RD y of the cell's centre, metres"),
              Keys.ZONE.orNull(),
              Column.of(
                  "assignment",
                  StringType,
                  "how the zone was found: polygon, nearest, other_zone or outside (the last two without a zone)"),
              Column.of("population", DoubleType, "inhabitants; null when suppressed")
                  .orNull()
                  .where("population >= 0"),
              Column.of(
                      "age_0_15", DoubleType, "inhabitants of 0 to 15 years; null when suppressed")
                  .orNull()
                  .where("age_0_15 >= 0"),
              Column.of(
                      "age_15_25",
                      DoubleType,
                      "inhabitants of 15 to 25 years; null when suppressed")
                  .orNull()
                  .where("age_15_25 >= 0"),
              Column.of(
                      "age_25_45",
                      DoubleType,
                      "inhabitants of 25 to 45 years; null when suppressed")
                  .orNull()
                  .where("age_25_45 >= 0"),
              Column.of(
                      "age_45_65",
                      DoubleType,
                      "inhabitants of 45 to 65 years; null when suppressed")
                  .orNull()
                  .where("age_45_65 >= 0"),
              Column.of(
                      "age_65_plus",
                      DoubleType,
                      "inhabitants of 65 years and older; null when suppressed")
                  .orNull()
                  .where("age_65_plus >= 0"),
              Column.of(
                  "suppressed",
                  BooleanType,
                  "the number of inhabitants was withheld by the publisher"))
          .partitionedBy("scenario", "year")
          .keyedBy("scenario", "year", "cell_code", "cell_size_m")
          .build();

  /** Travel times per pair. */
  public static final TableSpec TRAVEL_TIMES =
      TableSpec.named(
              "travel_times",
              "reachable pair of zones",
              "Travel times as delivered; a pair that cannot be reached is absent")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.MODE,
              Keys.PERIOD,
              Column.of("origin", IntegerType, "zone key of the origin"),
              Column.of("destination", IntegerType, "zone key of the destination"),
              Column.of("minutes", FloatType, "travel time in minutes").where("minutes >= 0"),
              Column.of("km", FloatType, "distance in km; null when not delivered")
                  .orNull()
                  .where("km >= 0"))
          .partitionedBy("scenario", "year", "mode", "period")
          .statisticsOn("origin", "destination")
          .keyedBy("scenario", "year", "mode", "period", "origin", "destination")
          .build();

  /** Opportunities per zone and service. */
  public static final TableSpec OPPORTUNITIES =
      TableSpec.named(
              "opportunities",
              "zone x service",
              "What there is to reach: places, capacity and jobs per zone")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.ZONE,
              Keys.SERVICE,
              Column.of("count", DoubleType, "number of places; for banen the number of jobs")
                  .where("count >= 0"),
              Column.of(
                      "capacity",
                      DoubleType,
                      "capacity in the unit of the source (pupils, patients, m2); null when not delivered")
                  .orNull()
                  .where("capacity >= 0"),
              Column.of(
                      "count_laag", DoubleType, "jobs of the low income class; null when not split")
                  .orNull()
                  .where("count_laag >= 0"),
              Column.of("count_middellaag", DoubleType, "jobs of the lower middle income class")
                  .orNull()
                  .where("count_middellaag >= 0"),
              Column.of("count_middelhoog", DoubleType, "jobs of the upper middle income class")
                  .orNull()
                  .where("count_middelhoog >= 0"),
              Column.of("count_hoog", DoubleType, "jobs of the high income class")
                  .orNull()
                  .where("count_hoog >= 0"))
          .partitionedBy("scenario", "year")
          .slicedBy("scenario", "year", "service")
          .keyedBy("scenario", "year", "zone", "service")
          .build();

  /** Acceptable travel times. */
  public static final TableSpec NORMS =
      TableSpec.named(
              "norms",
              "scenario-year x service x mode",
              "Acceptable travel time per service and mode; a scenario-year without norms of its own has those of the base year")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.SERVICE,
              Keys.MODE,
              Column.of("minutes", DoubleType, "acceptable travel time in minutes, inclusive")
                  .where("minutes > 0"),
              Column.of("norm_version", StringType, "version of the set of norms"),
              Column.of("source", StringType, "where the norm comes from; example norms say so"))
          .slicedBy("scenario", "year")
          .keyedBy("scenario", "year", "service", "mode")
          .build();

  /** Scenario-years. */
  public static final TableSpec SCENARIOS =
      TableSpec.named(
              "scenarios",
              "scenario-year",
              "What the configuration says of scenario-years: model release, name, and whose inputs they take")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Column.of("model_version", StringType, "release of the traffic model, free text"),
              Column.of("label", StringType, "name for readers"),
              Column.of(
                  "base_population",
                  BooleanType,
                  "its population decides which share of a zone lies in which region"),
              inherited("travel_times", "travel times"),
              inherited("population", "people"),
              inherited("jobs", "jobs"),
              inherited("services", "facilities of the other services"),
              inherited("barriers", "barriers"),
              inherited("norms", "norms"))
          .keyedBy("scenario", "year")
          .build();

  /** The level that the state supplies. */
  public static final TableSpec SUPPLIED_LEVEL =
      TableSpec.named(
              "supplied_level",
              "zone x service x mode",
              "Acceptable and realised travel times as the state supplied them")
          .columns(
              Keys.YEAR,
              Keys.ZONE,
              Keys.SERVICE,
              Keys.MODE,
              Column.of("acceptable_min", DoubleType, "acceptable travel time as supplied, minutes")
                  .orNull()
                  .where("acceptable_min >= 0"),
              Column.of(
                      "realised_min",
                      DoubleType,
                      "realised travel time as supplied, minutes; null when unreachable or not supplied")
                  .orNull()
                  .where("realised_min >= 0"))
          .partitionedBy("year")
          .keyedBy("year", "zone", "service", "mode")
          .build();

  /** Income per zone. */
  public static final TableSpec ZONE_INCOME =
      TableSpec.named(
              "zone_income",
              "zone",
              "Income per zone, by which people are ranked; empty when none is delivered")
          .columns(
              Keys.ZONE,
              Column.of(
                      "income",
                      DoubleType,
                      "income of the zone as delivered, in the unit of the source (CBS: thousands of euros a year per household); null when withheld")
                  .orNull()
                  .where("income >= 0"),
              Column.of("year", IntegerType, "calendar year of the income").orNull(),
              Column.of("source", StringType, "where the income comes from"))
          .keyedBy("zone")
          .build();

  /** Who lives in which region. */
  public static final TableSpec REGION_MEMBERSHIP =
      TableSpec.named(
              "region_membership",
              "layout x region x zone",
              "Which share of a zone's people lives in which region, for every layout; layout delivery is always there: one region, all, with every zone in full")
          .columns(
              Keys.LAYOUT,
              Keys.REGION,
              Column.of("region_name", StringType, "name of the region").orNull(),
              Keys.ZONE,
              Column.of(
                      "weight",
                      DoubleType,
                      "share of the zone's people that lives in the region, 0 to 1")
                  .where("weight > 0 AND weight <= 1.000000001"),
              Column.of("persons", DoubleType, "people of the zone in the region, base population")
                  .where("persons >= 0"),
              Column.of("zone_persons", DoubleType, "people of the zone, base population")
                  .where("zone_persons >= 0"),
              Column.of(
                  "basis",
                  StringType,
                  "what the weight rests on: grid, area, point, nearest or list"),
              Column.of(
                  "partition_layout",
                  BooleanType,
                  "the layout claims that every person lives in exactly one region"),
              Column.of("valid_from", DateType, "first day on which the layout holds").orNull(),
              Column.of("valid_to", DateType, "last day on which the layout holds").orNull(),
              Column.of("status", StringType, "vastgesteld, indicatief or onvolledig"),
              Column.of("source", StringType, "where the layout comes from"))
          .partitionedBy("layout")
          .keyedBy("layout", "region", "zone")
          .build();

  private static Column inherited(String input, String what) {
    return Column.of(
            input + "_from",
            StringType,
            "scenario-year whose " + what + " it takes where it has none, as scenario/year")
        .orNull();
  }
}
