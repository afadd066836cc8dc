package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** The tables of change: what differs between two scenario-years, and why. */
public final class ForecastTables {

  private static final Column BASE_SCENARIO =
      Column.of("base_scenario", StringType, "scenario where the change starts");

  private static final Column BASE_YEAR =
      Column.of("base_year", IntegerType, "year where the change starts")
          .where("base_year BETWEEN 1900 AND 2200");

  private ForecastTables() {}

  /** Comparisons. */
  public static final TableSpec COMPARISONS =
      TableSpec.named(
              "comparisons",
              "pair of scenario-years",
              "The pairs of scenario-years that the configuration asks to compare")
          .columns(BASE_SCENARIO, BASE_YEAR, Keys.SCENARIO, Keys.YEAR)
          .slicedBy("base_scenario", "base_year", "scenario", "year")
          .keyedBy("base_scenario", "base_year", "scenario", "year")
          .build();

  /** Times that a what-if changes. */
  public static final TableSpec TIME_CHANGES =
      TableSpec.named(
              "time_changes",
              "scenario-year x change x zone",
              "Which travel times a what-if makes longer or shorter; travel_times itself is not copied")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Column.of("change", IntegerType, "number of the change in the configuration, from 1"),
              Keys.MODE,
              Column.of("factor", DoubleType, "how many times as long trips take")
                  .where("factor > 0"),
              Column.of(
                  "ends",
                  StringType,
                  "which trips: from the zones, to them, within them, touching them, or all"),
              Column.of("zone", IntegerType, "zone key; null for all trips").orNull())
          .slicedBy("scenario", "year")
          .keyedBy("scenario", "year", "change", "zone")
          .build();

  /** Access with inputs of two scenario-years. */
  public static final TableSpec ACCESSIBILITY_SWAPS =
      TableSpec.named(
              "accessibility_swaps",
              "comparison x zone x service x measure",
              "Access with each combination of the inputs of two scenario-years, norms of the base throughout: what forecasts tells the causes from")
          .columns(
              BASE_SCENARIO,
              BASE_YEAR,
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.MODE,
              Keys.PERIOD,
              Keys.ZONE,
              Keys.SERVICE,
              Column.of("measure", StringType, "as in accessibility"),
              Column.of("unit", StringType, "as in accessibility"),
              state("value_base", "all inputs of the base"),
              state("value_network", "travel times of the future"),
              state("value_land_use", "people and jobs of the future"),
              state("value_network_land_use", "travel times, people and jobs of the future"),
              state("value_services", "facilities of the future"),
              state("value_network_services", "travel times and facilities of the future"),
              state("value_land_use_services", "people, jobs and facilities of the future"),
              state("value_future", "all inputs of the future"),
              number("norm_min", "acceptable travel time of the base in minutes; null without"),
              Column.of("population_base", DoubleType, "persons in the base")
                  .where("population_base >= 0"),
              Column.of("population_future", DoubleType, "persons in the future")
                  .where("population_future >= 0"))
          .partitionedBy("base_scenario", "base_year", "scenario", "year", "mode", "period")
          .statisticsOn("zone", "service", "measure")
          .keyedBy(
              "base_scenario",
              "base_year",
              "scenario",
              "year",
              "mode",
              "period",
              "zone",
              "service",
              "measure")
          .build();

  /** Change per region. */
  public static final TableSpec FORECASTS =
      TableSpec.named(
              "forecasts",
              "comparison x region x service x measure",
              "What changes between two scenario-years for the people of each region, and which part each cause has")
          .columns(
              BASE_SCENARIO,
              BASE_YEAR,
              Keys.SCENARIO,
              Keys.YEAR,
              Column.of("model_version", StringType, "release of the traffic model of the future"),
              Keys.LAYOUT,
              Keys.REGION,
              Keys.MODE,
              Keys.PERIOD,
              Keys.SERVICE,
              Column.of(
                  "measure",
                  StringType,
                  "as in accessibility (mean over persons), or share_meeting_norm, persons_meeting_norm"),
              Column.of("unit", StringType, "min, opportunities..., share or persons"),
              Column.of("population_base", DoubleType, "persons in the region in the base")
                  .where("population_base >= 0"),
              Column.of("population_future", DoubleType, "persons in the region in the future")
                  .where("population_future >= 0"),
              number("base", "value in the base; of a measure: mean over persons who have a value"),
              number("future", "value in the future"),
              number("delta", "future - base"),
              number("delta_pct", "delta in percent of base; null when base is 0"),
              number("delta_network", "part of delta by travel times (Shapley value)"),
              number("delta_land_use", "part of delta by people and jobs (Shapley value)"),
              number("delta_services", "part of delta by facilities (Shapley value)"),
              number("only_network", "change when only travel times change"),
              number("only_land_use", "change when only people and jobs change"),
              number("only_services", "change when only facilities change"),
              number("interaction", "delta minus the three changes alone"),
              number("norm_min", "acceptable travel time of the base in minutes; null without"),
              Column.of(
                      "crosses_norm",
                      BooleanType,
                      "somebody gains or loses the norm; null but for nearest_1 with a norm")
                  .orNull(),
              number(
                  "persons_gain_norm",
                  "persons (of the future) whose nearest comes within the norm; as crosses_norm"),
              number(
                  "persons_lose_norm",
                  "persons (of the future) whose nearest goes beyond the norm; as crosses_norm"),
              number(
                  "future_lowest",
                  "lowest future of the scenarios that are compared with this base for this year"),
              number("future_highest", "highest future of these scenarios"),
              Column.of("scenarios", LongType, "how many scenarios these are"))
          .partitionedBy("base_scenario", "base_year", "year", "layout", "mode")
          .statisticsOn("scenario", "region", "service", "measure")
          .keyedBy(
              "base_scenario",
              "base_year",
              "scenario",
              "year",
              "layout",
              "region",
              "mode",
              "period",
              "service",
              "measure")
          .build();

  private static Column state(String name, String inputs) {
    return number(name, "value with " + inputs + ", the rest of the base; null when unreachable");
  }

  private static Column number(String name, String comment) {
    return Column.of(name, DoubleType, comment).orNull();
  }
}
