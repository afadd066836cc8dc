package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.FloatType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The catalogue: every table of Peil with its columns, units and ranges. docs/tables.md is written
 * from it.
 */
public final class Tables {

  private Tables() {}

  private static final Column SCENARIO =
      Column.of("scenario", StringType, "scenario, a free key of the delivery, e.g. basis");
  private static final Column YEAR =
      Column.of("year", IntegerType, "calendar year that the row describes")
          .where("year BETWEEN 1900 AND 2200");
  private static final Column MODE =
      Column.of("mode", StringType, "auto, ov_lopen, ov_fiets, fiets or lopen");
  private static final Column PERIOD =
      Column.of("period", StringType, "part of the day: spits, dal or etmaal");
  private static final Column ZONE =
      Column.of("zone", IntegerType, "zone key; for PC4 the postcode itself");
  private static final Column SERVICE =
      Column.of(
          "service",
          StringType,
          "destination: bo, vo, mbo, hbo, wo, eerstehulp, huisarts, supermarkt, banen or an own one");
  private static final Column LAYOUT =
      Column.of("layout", StringType, "region layout (regio-indeling)");
  private static final Column REGION =
      Column.of("region", StringType, "code of the region within its layout");
  private static final Column POPULATION =
      Column.of("population", DoubleType, "persons that the row stands for")
          .where("population >= 0");

  /** Zones with their place. */
  public static final TableSpec ZONES =
      TableSpec.named(
              "zones", "zone", "The zones of the delivery: where travel times start and end")
          .columns(
              ZONE,
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
          .build();

  /** Population per grid cell. */
  public static final TableSpec POPULATION_GRID =
      TableSpec.named(
              "population_grid",
              "scenario-year x grid cell",
              "Inhabitants per CBS grid cell and the zone that each cell lies in")
          .columns(
              SCENARIO,
              YEAR,
              Column.of(
                  "cell_code",
                  StringType,
                  "CBS code of the cell's lower left corner, e.g. E0974N4514"),
              Column.of("cell_size_m", IntegerType, "side of the cell in metres")
                  .where("cell_size_m > 0"),
              Column.of("x", DoubleType, "RD x of the cell's centre, metres"),
              Column.of("y", DoubleType, "RD y of the cell's centre, metres"),
              ZONE.orNull(),
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
          .build();

  /** Travel times per pair. */
  public static final TableSpec TRAVEL_TIMES =
      TableSpec.named(
              "travel_times",
              "reachable pair of zones",
              "Travel times as delivered; a pair that cannot be reached is absent")
          .columns(
              SCENARIO,
              YEAR,
              MODE,
              PERIOD,
              Column.of("origin", IntegerType, "zone key of the origin"),
              Column.of("destination", IntegerType, "zone key of the destination"),
              Column.of("minutes", FloatType, "travel time in minutes").where("minutes >= 0"),
              Column.of("km", FloatType, "distance in km; null when not delivered")
                  .orNull()
                  .where("km >= 0"))
          .partitionedBy("scenario", "year", "mode", "period")
          .statisticsOn("origin", "destination")
          .build();

  /** Opportunities per zone and service. */
  public static final TableSpec OPPORTUNITIES =
      TableSpec.named(
              "opportunities",
              "zone x service",
              "What there is to reach: places, capacity and jobs per zone")
          .columns(
              SCENARIO,
              YEAR,
              ZONE,
              SERVICE,
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
          .build();

  /** Acceptable travel times. */
  public static final TableSpec NORMS =
      TableSpec.named("norms", "service x mode", "Acceptable travel time per service and mode")
          .columns(
              SERVICE,
              MODE,
              Column.of("minutes", DoubleType, "acceptable travel time in minutes, inclusive")
                  .where("minutes > 0"),
              Column.of("norm_version", StringType, "version of the set of norms"),
              Column.of("source", StringType, "where the norm comes from; example norms say so"))
          .build();

  /** The level that the state supplies. */
  public static final TableSpec SUPPLIED_LEVEL =
      TableSpec.named(
              "supplied_level",
              "zone x service x mode",
              "Acceptable and realised travel times as the state supplied them")
          .columns(
              YEAR,
              ZONE,
              SERVICE,
              MODE,
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
          .build();

  /** Who lives in which region. */
  public static final TableSpec REGION_MEMBERSHIP =
      TableSpec.named(
              "region_membership",
              "layout x region x zone",
              "Which share of a zone's people lives in which region, for every layout")
          .columns(
              LAYOUT,
              REGION,
              Column.of("region_name", StringType, "name of the region").orNull(),
              ZONE,
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
          .build();

  /** Access per zone, service and measure. */
  public static final TableSpec ACCESSIBILITY =
      TableSpec.named(
              "accessibility",
              "zone x service x measure",
              "Every requested measure for every zone, service, mode and period")
          .columns(
              SCENARIO,
              YEAR,
              MODE,
              PERIOD,
              ZONE,
              SERVICE,
              Column.of(
                  "measure",
                  StringType,
                  "e.g. nearest_1, within_30, within_norm, gravity_pbl; see method.md"),
              Column.of("value", DoubleType, "value in the unit; null when not reachable (nearest)")
                  .orNull()
                  .where("value >= 0"),
              Column.of("unit", StringType, "min or opportunities"),
              Column.of(
                      "reason", StringType, "why the value is null: unreachable or no_opportunity")
                  .orNull(),
              POPULATION)
          .partitionedBy("scenario", "year", "mode", "period")
          .statisticsOn("zone", "service", "measure")
          .build();

  /** Access against the norm. */
  public static final TableSpec ACCESSIBILITY_LEVEL =
      TableSpec.named(
              "accessibility_level",
              "zone x service",
              "Bereikbaarheidspeil per zone: times, norm, gap and choice")
          .columns(
              SCENARIO,
              YEAR,
              MODE,
              PERIOD,
              ZONE,
              SERVICE,
              Column.of(
                      "nearest_1_min", DoubleType, "minutes to the nearest; null when unreachable")
                  .orNull()
                  .where("nearest_1_min >= 0"),
              Column.of("nearest_2_min", DoubleType, "minutes to the second nearest")
                  .orNull()
                  .where("nearest_2_min >= 0"),
              Column.of("nearest_3_min", DoubleType, "minutes to the third nearest")
                  .orNull()
                  .where("nearest_3_min >= 0"),
              Column.of(
                      "within_norm",
                      DoubleType,
                      "opportunities within the norm; null without a norm")
                  .orNull()
                  .where("within_norm >= 0"),
              Column.of(
                      "choice",
                      StringType,
                      "keuze within the norm: none, one or more; null without a norm")
                  .orNull(),
              Column.of(
                      "norm_min",
                      DoubleType,
                      "acceptable travel time in minutes; null without a norm")
                  .orNull(),
              Column.of(
                      "meets_norm",
                      BooleanType,
                      "the nearest lies within the norm; null without a norm")
                  .orNull(),
              Column.of(
                      "gap_min",
                      DoubleType,
                      "minutes over the norm, 0 when met; null when unreachable or without a norm")
                  .orNull()
                  .where("gap_min >= 0"),
              Column.of(
                      "ratio_to_car",
                      DoubleType,
                      "time to the nearest divided by that by car in the same period (VF-waarde)")
                  .orNull(),
              POPULATION)
          .partitionedBy("scenario", "year", "mode", "period")
          .statisticsOn("zone", "service")
          .build();

  /** Access per region. */
  public static final TableSpec REGION_ACCESSIBILITY =
      TableSpec.named(
              "region_accessibility",
              "region x service x measure",
              "Distribution of each measure over the people of each region")
          .columns(
              SCENARIO,
              YEAR,
              LAYOUT,
              REGION,
              MODE,
              PERIOD,
              SERVICE,
              Column.of("measure", StringType, "as in accessibility"),
              Column.of("unit", StringType, "min or opportunities"),
              Column.of("zones", LongType, "zones of which a part lies in the region"),
              Column.of("population", DoubleType, "persons in the region").where("population >= 0"),
              Column.of(
                      "population_covered",
                      DoubleType,
                      "persons for whom the measure has a value; the statistics are about them")
                  .where("population_covered >= 0"),
              Column.of("mean", DoubleType, "mean over persons").orNull(),
              Column.of("min", DoubleType, "smallest value of any zone with people").orNull(),
              Column.of("p10", DoubleType, "10th percentile of persons: lower weighted quantile")
                  .orNull(),
              Column.of("p50", DoubleType, "median of persons: lower weighted quantile").orNull(),
              Column.of("p90", DoubleType, "90th percentile of persons: lower weighted quantile")
                  .orNull(),
              Column.of("max", DoubleType, "largest value of any zone with people").orNull(),
              Column.of("gini", DoubleType, "Gini coefficient over persons, 0 (equal) to 1")
                  .orNull()
                  .where("gini BETWEEN -1e-9 AND 1"),
              Column.of("theil", DoubleType, "Theil T over persons, 0 (equal) and up")
                  .orNull()
                  .where("theil >= -1e-9"))
          .partitionedBy("scenario", "year", "layout")
          .statisticsOn("region", "mode", "service", "measure")
          .build();

  /** Norms per region. */
  public static final TableSpec REGION_LEVEL =
      TableSpec.named(
              "region_level",
              "region x service",
              "For how many people in each region the norm is met, and how far it is missed")
          .columns(
              SCENARIO,
              YEAR,
              LAYOUT,
              REGION,
              MODE,
              PERIOD,
              SERVICE,
              Column.of("norm_min", DoubleType, "acceptable travel time in minutes"),
              Column.of("population", DoubleType, "persons in the region").where("population >= 0"),
              Column.of(
                      "persons_meeting_norm",
                      DoubleType,
                      "persons whose nearest lies within the norm")
                  .where("persons_meeting_norm >= 0"),
              Column.of(
                      "persons_below_norm",
                      DoubleType,
                      "persons whose nearest lies beyond the norm or is unreachable")
                  .where("persons_below_norm >= 0"),
              Column.of(
                      "persons_unreachable",
                      DoubleType,
                      "persons who cannot reach the service at all; part of persons_below_norm")
                  .where("persons_unreachable >= 0"),
              Column.of(
                      "share_meeting_norm",
                      DoubleType,
                      "share of persons whose nearest lies within the norm, 0 to 1; null without people")
                  .orNull(),
              Column.of(
                      "fgt1",
                      DoubleType,
                      "mean relative shortfall (t - norm) / norm, capped at 1 a person, unreachable counts as 1 (FGT 1)")
                  .orNull(),
              Column.of(
                      "fgt2",
                      DoubleType,
                      "mean squared relative shortfall, capped at 1 a person (FGT 2)")
                  .orNull(),
              Column.of(
                      "share_no_choice",
                      DoubleType,
                      "share of persons without any opportunity within the norm")
                  .orNull(),
              Column.of("share_one_choice", DoubleType, "share of persons with exactly one")
                  .orNull(),
              Column.of("share_more_choice", DoubleType, "share of persons with two or more")
                  .orNull(),
              Column.of(
                      "national_share_meeting_norm",
                      DoubleType,
                      "the same share over all zones of the delivery")
                  .orNull(),
              Column.of(
                      "gap_to_national",
                      DoubleType,
                      "share_meeting_norm minus the share over all zones, in shares")
                  .orNull())
          .partitionedBy("scenario", "year", "layout")
          .statisticsOn("region", "mode", "service")
          .build();

  /** Runs. */
  public static final TableSpec RUNS =
      TableSpec.named(
              "runs",
              "run",
              "The run log: what was asked, with which code and configuration, and how it ended")
          .columns(
              Column.of("run_id", StringType, "run, sorts by time"),
              Column.of("started_at", TimestampType, "start, UTC"),
              Column.of("finished_at", TimestampType, "end, UTC"),
              Column.of("outcome", StringType, "done, failed, rejected or interrupted"),
              Column.of("message", StringType, "why it failed; empty when it did not"),
              Column.of("code_version", StringType, "version of Peil"),
              Column.of("config_file", StringType, "configuration file"),
              Column.of("config", StringType, "the configuration as it was used, JSON"),
              Column.of("slices_written", LongType, "slices written"),
              Column.of("slices_fresh", LongType, "slices that were up to date"),
              Column.of("rows_written", LongType, "rows written"),
              Column.of("seconds", DoubleType, "seconds from start to end"))
          .build();

  /** Lineage. */
  public static final TableSpec LINEAGE =
      TableSpec.named(
              "lineage",
              "slice written",
              "What every slice was made from; the plan compares it with what is there now")
          .columns(
              Column.of("run_id", StringType, "run that wrote the slice"),
              Column.of("table_name", StringType, "table"),
              Column.of("slice", StringType, "slice, e.g. scenario=basis/year=2022"),
              Column.of(
                  "identity",
                  StringType,
                  "hash over everything the slice was made from; empty when a run found it gone or changed by others"),
              Column.of(
                  "inputs",
                  DataTypes.createArrayType(
                      new StructType(
                          new StructField[] {
                            field("kind", StringType),
                            field("name", StringType),
                            field("identity", StringType),
                            field("size", LongType),
                            field("modified", LongType),
                            field("delta_version", LongType)
                          })),
                  "files (sha256, size, time) and slices of tables (identity, Delta version) it was made from"),
              Column.of("code_version", StringType, "hash of the classes that made it"),
              Column.of("settings", StringType, "the part of the configuration that it depends on"),
              Column.of("delta_version", LongType, "version of the table after this write"),
              Column.of("rows_read", LongType, "rows read from files; 0 for derived tables"),
              Column.of("rows_loaded", LongType, "rows of files that went into the slice"),
              Column.of(
                  "rows_left_out",
                  LongType,
                  "rows read but not stored because they say so: unreachable pairs, rows not selected"),
              Column.of(
                  "rows_quarantined",
                  LongType,
                  "rows set aside; read = loaded + left out + quarantined"),
              Column.of("rows_written", LongType, "rows of the slice in the table"),
              Column.of("seconds", DoubleType, "seconds for the write that this slice was part of"),
              Column.of("written_at", TimestampType, "end of the write, UTC"))
          .build();

  /** Findings. */
  public static final TableSpec FINDINGS =
      TableSpec.named(
              "findings",
              "finding",
              "What a reader should know about the data: rejections, quarantine, warnings")
          .columns(
              Column.of("run_id", StringType, "run that met it"),
              Column.of("severity", StringType, "info, warn, quarantine or reject"),
              Column.of("rule", StringType, "rule, snake_case"),
              Column.of("table_name", StringType, "table that the data was meant for"),
              Column.of("slice", StringType, "slice that the data was meant for"),
              Column.of("file", StringType, "file in the delivery; empty when none"),
              Column.of("line", LongType, "first line concerned, from 1; 0 when none"),
              Column.of("count", LongType, "how many rows, zones, cells or persons"),
              Column.of("message", StringType, "what was expected and what came"),
              Column.of("advice", StringType, "what to do"))
          .build();

  /** Quarantine. */
  public static final TableSpec QUARANTINE =
      TableSpec.named(
              "quarantine", "row set aside", "Rows that broke a rule, as they stood in the file")
          .columns(
              Column.of("run_id", StringType, "run that set it aside"),
              Column.of("table_name", StringType, "table that the row was meant for"),
              Column.of("file", StringType, "file in the delivery"),
              Column.of("line", LongType, "line from 1, header included"),
              Column.of("rule", StringType, "rule, snake_case"),
              Column.of("raw", StringType, "the row as it stood, at most 1,000 characters"))
          .build();

  private static StructField field(String name, DataType type) {
    return new StructField(name, type, true, Metadata.empty());
  }

  /** All tables, raw before derived before bookkeeping. */
  public static List<TableSpec> all() {
    return List.of(
        ZONES,
        POPULATION_GRID,
        TRAVEL_TIMES,
        OPPORTUNITIES,
        NORMS,
        SUPPLIED_LEVEL,
        REGION_MEMBERSHIP,
        ACCESSIBILITY,
        ACCESSIBILITY_LEVEL,
        REGION_ACCESSIBILITY,
        REGION_LEVEL,
        RUNS,
        LINEAGE,
        FINDINGS,
        QUARANTINE);
  }
}
