package nl.peil.jobs.report.facts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is left out: rows of region_barriers and region_effective_access of the regions of a layout.
 *
 * @param barriers people with barriers, by code of the region
 * @param effective access on paper and really, by code of the region
 */
public record Barriers(
    Map<String, List<Barrier>> barriers, Map<String, List<Effective>> effective) {

  /**
   * How many people have a barrier, several at once, or a risk of transport poverty.
   *
   * @param kind indicator, joint, risk_class or risk_score
   * @param indicator what is told
   * @param populationKnown persons in zones where it is known
   * @param shareKnown share of the people for whom it is known
   * @param persons persons for whom it holds
   * @param share share of those for whom it is known
   * @param shareLow the least it can be
   * @param shareHigh the most it can be
   * @param value the counted part in its unit; of risk_score the mean
   * @param unit unit of value
   * @param assumption what the share rests on
   */
  public record Barrier(
      String kind,
      String indicator,
      double populationKnown,
      @Nullable Double shareKnown,
      @Nullable Double persons,
      @Nullable Double share,
      @Nullable Double shareLow,
      @Nullable Double shareHigh,
      @Nullable Double value,
      String unit,
      String assumption) {}

  /**
   * How many people reach a service in time on paper, and how many really.
   *
   * @param service service
   * @param group barrier group
   * @param population persons in the region
   * @param populationPotential persons for whom the norm holds on paper by any mode
   * @param shareKnown share of the people whose barriers are known
   * @param persons persons in the group
   * @param personsPotential those who reach it in time on paper
   * @param personsEffective those who really do
   * @param personsLost the difference
   * @param personsLostLow the least it can be
   * @param personsLostHigh the most it can be
   * @param percentPotential percentage on paper
   * @param percentEffective percentage really
   * @param assumption what the numbers rest on
   */
  public record Effective(
      String service,
      String group,
      double population,
      double populationPotential,
      @Nullable Double shareKnown,
      @Nullable Double persons,
      @Nullable Double personsPotential,
      @Nullable Double personsEffective,
      @Nullable Double personsLost,
      @Nullable Double personsLostLow,
      @Nullable Double personsLostHigh,
      @Nullable Double percentPotential,
      @Nullable Double percentEffective,
      String assumption) {}

  /** Reads a layout. */
  static Barriers read(StoredTables tables, Scope scope, String layout) {
    var barriers =
        tables
            .rows(
                "region_barriers",
                scope.slice(layout),
                "region",
                "kind",
                "indicator",
                "population_known",
                "share_known",
                "persons",
                "share",
                "share_low",
                "share_high",
                "value",
                "unit",
                "assumption")
            .stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.text("region"),
                    Collectors.mapping(Barriers::barrier, Collectors.toList())));
    var effective =
        tables
            .rows(
                "region_effective_access",
                scope.slice(layout),
                "region",
                "period",
                "service",
                "barrier_group",
                "population",
                "population_potential",
                "share_known",
                "persons",
                "persons_potential",
                "persons_effective",
                "persons_lost",
                "persons_lost_low",
                "persons_lost_high",
                "percent_potential",
                "percent_effective",
                "assumption")
            .stream()
            .filter(scope::about)
            .collect(
                Collectors.groupingBy(
                    line -> line.text("region"),
                    Collectors.mapping(Barriers::effective, Collectors.toList())));
    return new Barriers(barriers, effective);
  }

  private static Barrier barrier(Line line) {
    return new Barrier(
        line.text("kind"),
        line.text("indicator"),
        line.number("population_known"),
        line.optional("share_known"),
        line.optional("persons"),
        line.optional("share"),
        line.optional("share_low"),
        line.optional("share_high"),
        line.optional("value"),
        line.text("unit"),
        line.text("assumption"));
  }

  private static Effective effective(Line line) {
    return new Effective(
        line.text("service"),
        line.text("barrier_group"),
        line.number("population"),
        line.number("population_potential"),
        line.optional("share_known"),
        line.optional("persons"),
        line.optional("persons_potential"),
        line.optional("persons_effective"),
        line.optional("persons_lost"),
        line.optional("persons_lost_low"),
        line.optional("persons_lost_high"),
        line.optional("percent_potential"),
        line.optional("percent_effective"),
        line.text("assumption"));
  }
}
