package nl.peil.jobs.report.facts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What changes from the scenario-year of the pages on: rows of forecasts of the regions of a
 * layout, of the share of people within the norm and of the minutes to the nearest.
 *
 * @param byRegion changes by code of the region
 */
public record Forecasts(Map<String, List<Change>> byRegion) {

  /**
   * A change.
   *
   * @param scenario scenario of the future
   * @param year year of the future
   * @param modelVersion release of the traffic model
   * @param mode mode
   * @param service service
   * @param measure share_meeting_norm or nearest_1
   * @param populationBase persons now
   * @param populationFuture persons then
   * @param base value now
   * @param future value then
   * @param delta the difference
   * @param network part by travel times
   * @param landUse part by people and jobs
   * @param services part by facilities
   * @param gain persons who gain the norm; null but for nearest_1 with a norm
   * @param lose persons who lose it
   * @param lowest lowest future of the scenarios of the year
   * @param highest highest future of them
   * @param scenarios how many these are
   */
  public record Change(
      String scenario,
      int year,
      String modelVersion,
      String mode,
      String service,
      String measure,
      double populationBase,
      double populationFuture,
      @Nullable Double base,
      @Nullable Double future,
      @Nullable Double delta,
      @Nullable Double network,
      @Nullable Double landUse,
      @Nullable Double services,
      @Nullable Double gain,
      @Nullable Double lose,
      @Nullable Double lowest,
      @Nullable Double highest,
      @Nullable Double scenarios) {}

  /** Reads a layout. */
  static Forecasts read(StoredTables tables, Scope scope, String layout) {
    return new Forecasts(
        tables
            .select(
                "forecasts",
                Slice.of(
                    "base_scenario",
                    scope.now().scenario(),
                    "base_year",
                    String.valueOf(scope.now().year()),
                    "layout",
                    layout),
                "measure IN ('share_meeting_norm', 'nearest_1') AND period = '%s'"
                    .formatted(scope.period()),
                "region",
                "period",
                "scenario",
                "year",
                "model_version",
                "mode",
                "service",
                "measure",
                "population_base",
                "population_future",
                "base",
                "future",
                "delta",
                "delta_network",
                "delta_land_use",
                "delta_services",
                "persons_gain_norm",
                "persons_lose_norm",
                "future_lowest",
                "future_highest",
                "scenarios")
            .stream()
            .filter(scope::about)
            .collect(
                Collectors.groupingBy(
                    line -> line.text("region"),
                    Collectors.mapping(Forecasts::change, Collectors.toList()))));
  }

  private static Change change(Line line) {
    return new Change(
        line.text("scenario"),
        line.whole("year"),
        line.text("model_version"),
        line.text("mode"),
        line.text("service"),
        line.text("measure"),
        line.number("population_base"),
        line.number("population_future"),
        line.optional("base"),
        line.optional("future"),
        line.optional("delta"),
        line.optional("delta_network"),
        line.optional("delta_land_use"),
        line.optional("delta_services"),
        line.optional("persons_gain_norm"),
        line.optional("persons_lose_norm"),
        line.optional("future_lowest"),
        line.optional("future_highest"),
        line.optional("scenarios"));
  }
}
