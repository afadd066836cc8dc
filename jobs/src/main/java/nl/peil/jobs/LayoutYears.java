package nl.peil.jobs;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.peil.config.LayoutConfig;
import nl.peil.model.ScenarioYear;
import nl.peil.table.Slice;

/**
 * Which layouts are for which scenario-years: municipalities that will have merged by 2040 say
 * nothing of 2022.
 *
 * @param byLayout the scenario-years of each layout that is not for all
 */
record LayoutYears(Map<String, List<ScenarioYear>> byLayout) {

  /** Those of a configuration. */
  static LayoutYears of(List<LayoutConfig> layouts) {
    return new LayoutYears(
        layouts.stream()
            .filter(layout -> !layout.scenarios().isEmpty())
            .collect(Collectors.toUnmodifiableMap(LayoutConfig::layout, LayoutConfig::scenarios)));
  }

  /**
   * Whether a slice of a table is asked for: it has no layout, or one that is for its
   * scenario-year; where two are compared, for that of the base, in whose regions people are
   * counted.
   */
  boolean asked(Slice slice) {
    var years = byLayout.get(slice.values().getOrDefault("layout", ""));
    if (years == null) {
      return true;
    }
    var values = slice.values();
    var scenario = values.getOrDefault("base_scenario", values.get("scenario"));
    var year = values.getOrDefault("base_year", values.get("year"));
    return scenario == null
        || year == null
        || years.contains(new ScenarioYear(scenario, Integer.parseInt(year)));
  }
}
