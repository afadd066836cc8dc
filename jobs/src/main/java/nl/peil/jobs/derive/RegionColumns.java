package nl.peil.jobs.derive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nl.peil.inequality.RegionPeople;
import nl.peil.inequality.RegionStatistic;
import nl.peil.inequality.RegionSummaries;

/** The columns of region_accessibility while they are filled. */
final class RegionColumns {

  private static final Map<RegionStatistic, String> NAMES =
      Map.ofEntries(
          Map.entry(RegionStatistic.MEAN, "mean"),
          Map.entry(RegionStatistic.MIN, "min"),
          Map.entry(RegionStatistic.P10, "p10"),
          Map.entry(RegionStatistic.P50, "p50"),
          Map.entry(RegionStatistic.P90, "p90"),
          Map.entry(RegionStatistic.MAX, "max"),
          Map.entry(RegionStatistic.GINI, "gini"),
          Map.entry(RegionStatistic.THEIL, "theil"),
          Map.entry(RegionStatistic.PALMA, "palma"),
          Map.entry(RegionStatistic.CONCENTRATION, "concentration"),
          Map.entry(RegionStatistic.CORRECTED, "concentration_corrected"),
          Map.entry(RegionStatistic.SUFFICIENCY, "sufficiency_share"),
          Map.entry(RegionStatistic.FGT1, "fgt1"),
          Map.entry(RegionStatistic.FGT2, "fgt2"));

  private final String[] region;
  private final String[] mode;
  private final String[] period;
  private final String[] service;
  private final String[] measure;
  private final String[] unit;
  private final long[] zones;
  private final double[] population;
  private final double[] covered;
  private final double[] withIncome;
  private final double[] line;
  private int size;

  /** With room for so many rows. */
  RegionColumns(int rows) {
    region = new String[rows];
    mode = new String[rows];
    period = new String[rows];
    service = new String[rows];
    measure = new String[rows];
    unit = new String[rows];
    zones = new long[rows];
    population = new double[rows];
    covered = new double[rows];
    withIncome = new double[rows];
    line = new double[rows];
  }

  /** Adds a row for each region of a layout, but for its statistics. */
  void add(MeasureKey key, RegionIndex.Layout layout, RegionPeople people, double enough) {
    int end = size + people.size();
    Arrays.fill(mode, size, end, key.slice().get("mode"));
    Arrays.fill(period, size, end, key.slice().get("period"));
    Arrays.fill(service, size, end, key.service());
    Arrays.fill(measure, size, end, key.measure());
    Arrays.fill(unit, size, end, key.unit());
    Arrays.fill(line, size, end, enough);
    for (int r = 0; r < people.size(); r++) {
      region[size + r] = layout.regions().get(r).region();
      zones[size + r] = people.zones(r);
      population[size + r] = people.population(r);
      covered[size + r] = people.covered(r);
      withIncome[size + r] = people.ranked(r);
    }
    size = end;
  }

  /** All columns by name. */
  Map<String, Object> with(RegionSummaries summaries) {
    var columns = new HashMap<String, Object>();
    columns.put("region", region);
    columns.put("mode", mode);
    columns.put("period", period);
    columns.put("service", service);
    columns.put("measure", measure);
    columns.put("unit", unit);
    columns.put("zones", zones);
    columns.put("population", population);
    columns.put("population_covered", covered);
    columns.put("population_with_income", withIncome);
    columns.put("sufficiency_line", line);
    NAMES.forEach((statistic, name) -> columns.put(name, summaries.column(statistic)));
    return columns;
  }
}
