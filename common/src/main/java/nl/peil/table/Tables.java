package nl.peil.table;

import java.util.List;

/** The catalogue: every table of Peil. docs/tables.md is written from it. */
public final class Tables {

  private Tables() {}

  /** All tables, raw before derived before bookkeeping. */
  public static List<TableSpec> all() {
    return List.of(
        InputTables.SCENARIOS,
        InputTables.ZONES,
        InputTables.POPULATION_GRID,
        InputTables.TRAVEL_TIMES,
        InputTables.OPPORTUNITIES,
        InputTables.NORMS,
        InputTables.SUPPLIED_LEVEL,
        InputTables.ZONE_INCOME,
        InputTables.REGION_MEMBERSHIP,
        RegionTables.REGIONS,
        ForecastTables.COMPARISONS,
        ForecastTables.TIME_CHANGES,
        PublishedTables.FORECAST_ZONE_WEIGHTS,
        PublishedTables.FORECAST_SOURCE,
        BarrierTables.BARRIER_SOURCE,
        WelfareTables.WELFARE_SOURCE,
        WelfareTables.WELFARE_GOALS,
        AccessTables.ACCESSIBILITY,
        AccessTables.ACCESSIBILITY_LEVEL,
        AccessTables.REGION_ACCESSIBILITY,
        AccessTables.LAYOUT_INEQUALITY,
        AccessTables.REGION_LEVEL,
        ForecastTables.ACCESSIBILITY_SWAPS,
        ForecastTables.FORECASTS,
        PublishedTables.FORECASTS_PUBLISHED,
        MarginalTables.MARGINAL_ACCESS,
        MarginalTables.NORM_GAPS,
        MarginalTables.BEST_PLACES,
        BarrierTables.BARRIERS,
        BarrierTables.BARRIER_RISK,
        BarrierTables.REGION_BARRIERS,
        EffectiveAccessTables.EFFECTIVE_ACCESS,
        EffectiveAccessTables.REGION_EFFECTIVE_ACCESS,
        IkobTables.EXPERIENCED_ACCESSIBILITY,
        IkobTables.REGION_EXPERIENCED_ACCESSIBILITY,
        WelfareTables.WELFARE_INDICATORS,
        WelfareTables.WELFARE_RELATION,
        RunTables.RUNS,
        RunTables.LINEAGE,
        RunTables.FINDINGS,
        RunTables.QUARANTINE,
        RunTables.PUBLISHED);
  }
}
