package nl.peil.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import nl.peil.model.ScenarioYear;

/**
 * Brede welvaart: indicators, goals, and what is laid beside access.
 *
 * @param sources tables of indicators per zone or region
 * @param goals tables of goals
 * @param goalLayouts layouts in which the name of a region of a goal is sought, the first one that
 *     knows it counts; empty: all, and a name that several know stays open
 * @param minCovered share of a region's people that must live in areas with a value, 0 to 1, for
 *     the region to have one
 * @param relation which indicators are laid beside which access
 */
public record WelfareConfig(
    List<WelfareSourceConfig> sources,
    List<WelfareGoalsConfig> goals,
    List<String> goalLayouts,
    double minCovered,
    WelfareRelationConfig relation) {

  private static final double MIN_COVERED = 0.5;

  /** Nothing is supplied. */
  public static final WelfareConfig NONE =
      new WelfareConfig(
          List.of(), List.of(), List.of(), MIN_COVERED, WelfareRelationConfig.DEFAULT);

  /**
   * Reads {@code welfare}.
   *
   * @param base the scenario-year that indicators are laid beside unless others are named
   * @param beside finds a file that belongs to the configuration, for a key
   */
  static WelfareConfig read(
      Section section, ScenarioYear base, BiFunction<String, String, Path> beside) {
    var relation = section.optionalChild("relation");
    var config =
        new WelfareConfig(
            section.children("sources").stream().map(WelfareSourceConfig::read).toList(),
            section.children("goals").stream()
                .map(goals -> WelfareGoalsConfig.read(goals, beside))
                .toList(),
            section.texts("goal_layouts"),
            section.number("min_covered", MIN_COVERED, 0, 1),
            (relation == null
                    ? WelfareRelationConfig.DEFAULT
                    : WelfareRelationConfig.read(relation))
                .in(base));
    section.done();
    return config;
  }

  /** What the areas of correlations are: zone, or a region layout. */
  public String relationAreas() {
    var areas = relation.areas();
    return areas != null
        ? areas
        : sources.isEmpty() ? BarrierSourceConfig.ZONE : sources.get(0).area();
  }

  /** What is named must be there: zones, and layouts and services of the configuration. */
  void checkTogether(List<LayoutConfig> layouts, List<OpportunitiesConfig> services, Section root) {
    var names = layouts.stream().map(LayoutConfig::layout).toList();
    var areas = new ArrayList<>(names);
    areas.add(BarrierSourceConfig.ZONE);
    areas.add(LayoutConfig.DELIVERY);
    for (var source : sources) {
      if (!areas.contains(source.area())) {
        root.problem(
            "welfare",
            "area '%s' of %s is not one of %s"
                .formatted(source.area(), source.file().path().text(), areas));
      }
    }
    if (!areas.contains(relationAreas())) {
      root.problem(
          "welfare", "relation: areas '%s' is not one of %s".formatted(relationAreas(), areas));
    }
    for (var layout : goalLayouts) {
      if (!names.contains(layout)) {
        root.problem(
            "welfare", "goal_layouts: '%s' is not one of the layouts %s".formatted(layout, names));
      }
    }
    for (var service : relation.services()) {
      if (services.stream().noneMatch(known -> known.service().equals(service))) {
        root.problem(
            "welfare",
            "relation: '" + service + "' is not one of the services under opportunities");
      }
    }
  }
}
