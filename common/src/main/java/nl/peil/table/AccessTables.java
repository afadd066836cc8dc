package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** The tables of accessibility: per zone, against the norm, and per region. */
public final class AccessTables {

  private AccessTables() {}

  /** Access per zone, service and measure. */
  public static final TableSpec ACCESSIBILITY =
      TableSpec.named(
              "accessibility",
              "zone x service x measure",
              "Every requested measure for every zone, service, mode and period")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.MODE,
              Keys.PERIOD,
              Keys.ZONE,
              Keys.SERVICE,
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
              Keys.POPULATION)
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
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.MODE,
              Keys.PERIOD,
              Keys.ZONE,
              Keys.SERVICE,
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
              Keys.POPULATION)
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
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.LAYOUT,
              Keys.REGION,
              Keys.MODE,
              Keys.PERIOD,
              Keys.SERVICE,
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
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.LAYOUT,
              Keys.REGION,
              Keys.MODE,
              Keys.PERIOD,
              Keys.SERVICE,
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
}
