package nl.peil.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Barriers: what is supplied, and what is made of it.
 *
 * @param sources tables per zone, grid cell or region
 * @param indicators shares that are made from what is supplied
 * @param joint shares of people who have several barriers at once
 * @param riskScore cut points of the risk score
 * @param maxWithheld share of a zone's people in grid cells whose value is withheld, 0 to 1, up to
 *     which the sum of its other cells counts; beyond it the zone is unknown
 */
public record BarriersConfig(
    List<BarrierSourceConfig> sources,
    List<BarrierIndicatorConfig> indicators,
    List<List<String>> joint,
    RiskScoreConfig riskScore,
    double maxWithheld) {

  private static final double MAX_WITHHELD = 0.1;

  /** Nothing is supplied. */
  public static final BarriersConfig NONE =
      new BarriersConfig(List.of(), List.of(), List.of(), RiskScoreConfig.KNOWN_CUTS, MAX_WITHHELD);

  /** Reads {@code barriers}. */
  static BarriersConfig read(Section section) {
    var risk = section.optionalChild("risk_score");
    var config =
        new BarriersConfig(
            section.children("sources").stream().map(BarrierSourceConfig::read).toList(),
            section.children("indicators", "indicator").stream()
                .map(BarrierIndicatorConfig::read)
                .toList(),
            section.textLists("joint"),
            risk == null ? RiskScoreConfig.KNOWN_CUTS : RiskScoreConfig.read(risk),
            section.number("max_withheld", MAX_WITHHELD, 0, 1));
    config.check(section);
    section.done();
    return config;
  }

  private void check(Section section) {
    var shares = new HashSet<String>();
    for (var indicator : indicators) {
      if (!shares.add(indicator.indicator())) {
        section.problem("indicators", "'" + indicator.indicator() + "' stands here twice");
      }
    }
    for (var together : joint) {
      if (together.size() < 2) {
        section.problem("joint", "name at least two indicators in each list, got " + together);
      }
      for (var name : together) {
        if (!shares.contains(name)) {
          section.problem(
              "joint", "'" + name + "' is not one of the shares under indicators: " + shares);
        }
      }
    }
    var supplied = supplied();
    // What stands in a column of indicators is known when the file is read, and not before
    if (sources.stream().allMatch(BarrierSourceConfig::wide)) {
      var known = new TreeSet<>(supplied);
      known.addAll(shares);
      for (var indicator : indicators) {
        unknown(section, "indicators", indicator.parts(), supplied);
      }
      unknown(section, "risk_score", riskScore.indicators(), known);
    }
    for (var variable : riskScore.variables()) {
      unknown(section, "risk_score", variable.shares(), shares);
    }
  }

  /** What tables are about must be there: zones, cells, or a layout of the configuration. */
  void checkAreas(List<LayoutConfig> layouts, Section root) {
    var areas =
        Stream.concat(
                Stream.of(BarrierSourceConfig.ZONE, BarrierSourceConfig.CELL),
                layouts.stream().map(LayoutConfig::layout))
            .toList();
    for (var source : sources) {
      if (!areas.contains(source.area())) {
        root.problem(
            "barriers",
            "area '%s' of %s is not one of %s"
                .formatted(source.area(), source.file().path().text(), areas));
      }
    }
  }

  /** The indicators that the sources name, in order; those in columns of indicators apart. */
  public Set<String> supplied() {
    var names = new TreeSet<String>();
    sources.forEach(source -> source.indicators().forEach(column -> names.add(column.indicator())));
    return names;
  }

  private void unknown(Section section, String key, List<String> names, Set<String> known) {
    if (sources.isEmpty()) {
      return;
    }
    for (var name : names) {
      if (!known.contains(name)) {
        section.problem(key, "'" + name + "' is not one of the indicators known here: " + known);
      }
    }
  }
}
