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
          .keyedBy("scenario", "year", "mode", "period", "zone", "service", "measure")
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
              maybe(
                  "nearest_1_min",
                  "minutes to the nearest; null when unreachable",
                  "nearest_1_min >= 0"),
              maybe("nearest_2_min", "minutes to the second nearest", "nearest_2_min >= 0"),
              maybe("nearest_3_min", "minutes to the third nearest", "nearest_3_min >= 0"),
              maybe(
                  "within_norm",
                  "opportunities within the norm; null without a norm",
                  "within_norm >= 0"),
              Column.of(
                      "choice",
                      StringType,
                      "keuze within the norm: none, one or more; null without a norm")
                  .orNull(),
              maybe("norm_min", "acceptable travel time in minutes; null without a norm"),
              Column.of(
                      "meets_norm",
                      BooleanType,
                      "the nearest lies within the norm; null without a norm")
                  .orNull(),
              maybe(
                  "gap_min",
                  "minutes over the norm, 0 when met; null when unreachable or without a norm",
                  "gap_min >= 0"),
              maybe(
                  "ratio_to_car",
                  "time to the nearest divided by that by car in the same period (VF-waarde)"),
              Keys.POPULATION)
          .partitionedBy("scenario", "year", "mode", "period")
          .statisticsOn("zone", "service")
          .keyedBy("scenario", "year", "mode", "period", "zone", "service")
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
              maybe("mean", "mean over persons"),
              maybe("min", "smallest value of any zone with people"),
              maybe("p10", "10th percentile of persons: lower weighted quantile"),
              maybe("p50", "median of persons: lower weighted quantile"),
              maybe("p90", "90th percentile of persons: lower weighted quantile"),
              maybe("max", "largest value of any zone with people"),
              maybe(
                  "gini",
                  "Gini coefficient over persons, 0 (equal) to 1",
                  "gini BETWEEN -1e-9 AND 1"),
              maybe("theil", "Theil T over persons, 0 (equal) and up", "theil >= -1e-9"),
              Column.of(
                      "population_with_income",
                      DoubleType,
                      "persons for whom the measure has a value and the income of the zone is known; palma and concentration are about them")
                  .where("population_with_income >= 0"),
              maybe(
                  "palma",
                  "mean of persons above the 90th percentile of income divided by that of persons up to the 40th, percentiles within the region; of minutes, above 1 is worse for the rich; null without income, when nobody is above the 90th or the poorest have 0",
                  "palma >= 0"),
              maybe(
                  "concentration",
                  "concentration index over income, -1 (all to the poor) to 1 (all to the rich); null without income",
                  "concentration BETWEEN -1.000000001 AND 1.000000001"),
              maybe(
                  "concentration_corrected",
                  "the same corrected after Erreygers, bounds: the smallest and largest value among these persons, -1 to 1; null without income",
                  "concentration_corrected BETWEEN -1.000000001 AND 1.000000001"),
              maybe(
                  "sufficiency_line",
                  "what is enough: inequality.sufficiency_share_of_median (0.5 unless configured) of the median of persons over the whole delivery; null for minutes and choice, and when the median is 0 or there is none",
                  "sufficiency_line > 0"),
              maybe(
                  "sufficiency_share",
                  "share of persons at the line or above, 0 to 1 (1 - FGT 0); null without a line",
                  "sufficiency_share BETWEEN -1e-9 AND 1.000000001"),
              maybe(
                  "fgt1",
                  "mean relative shortfall (line - value) / line of persons below the line, 0 for the others (FGT 1), 0 to 1; null without a line",
                  "fgt1 BETWEEN -1e-9 AND 1.000000001"),
              maybe(
                  "fgt2",
                  "mean squared relative shortfall (FGT 2), 0 to 1; null without a line",
                  "fgt2 BETWEEN -1e-9 AND 1.000000001"))
          .partitionedBy("scenario", "year", "layout")
          .statisticsOn("region", "mode", "service", "measure")
          .keyedBy("scenario", "year", "layout", "region", "mode", "period", "service", "measure")
          .build();

  /** Inequality between and within the regions of a layout. */
  public static final TableSpec LAYOUT_INEQUALITY =
      TableSpec.named(
              "layout_inequality",
              "layout x service x measure",
              "How much of the inequality among the people of a layout lies between its regions, and how much within them")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.LAYOUT,
              Keys.MODE,
              Keys.PERIOD,
              Keys.SERVICE,
              Column.of("measure", StringType, "as in accessibility"),
              Column.of("unit", StringType, "as in accessibility"),
              Column.of(
                  "regions", LongType, "regions with persons for whom the measure has a value"),
              Column.of(
                      "population",
                      DoubleType,
                      "persons in the regions; who lives in several regions counts once for each")
                  .where("population >= 0"),
              Column.of(
                      "population_covered",
                      DoubleType,
                      "persons for whom the measure has a value, counted likewise; the statistics are about them")
                  .where("population_covered >= 0"),
              maybe("mean", "mean over persons"),
              maybe("theil", "Theil T over persons: theil_between + theil_within", "theil >= 0"),
              maybe(
                  "theil_between",
                  "Theil T when everybody has the mean of the region",
                  "theil_between >= 0"),
              maybe(
                  "theil_within",
                  "Theil T of the regions, weighted with their shares of the total value",
                  "theil_within >= 0"),
              maybe(
                  "between_share",
                  "theil_between / theil, 0 to 1; null when theil is 0",
                  "between_share BETWEEN 0 AND 1"))
          .partitionedBy("scenario", "year", "layout")
          .statisticsOn("mode", "service", "measure")
          .keyedBy("scenario", "year", "layout", "mode", "period", "service", "measure")
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
              maybe(
                  "share_meeting_norm",
                  "share of persons whose nearest lies within the norm, 0 to 1 (1 - FGT 0); null without people"),
              maybe(
                  "fgt1",
                  "mean relative excess (t - norm) / norm of the time over the norm, capped at 1 a person (twice the norm), unreachable counts as 1, 0 within the norm (FGT 1)"),
              maybe(
                  "fgt2",
                  "mean squared relative excess, capped at 1 a person, unreachable counts as 1 (FGT 2)"),
              maybe("share_no_choice", "share of persons without any opportunity within the norm"),
              maybe("share_one_choice", "share of persons with exactly one"),
              maybe("share_more_choice", "share of persons with two or more"),
              maybe("national_share_meeting_norm", "the same share over all zones of the delivery"),
              maybe(
                  "gap_to_national",
                  "share_meeting_norm minus the share over all zones, in shares"))
          .partitionedBy("scenario", "year", "layout")
          .statisticsOn("region", "mode", "service")
          .keyedBy("scenario", "year", "layout", "region", "mode", "period", "service")
          .build();

  /** A number that may be missing. */
  private static Column maybe(String name, String comment) {
    return Column.of(name, DoubleType, comment).orNull();
  }

  /** A number that may be missing, and else meets a condition. */
  private static Column maybe(String name, String comment, String condition) {
    return maybe(name, comment).where(condition);
  }
}
