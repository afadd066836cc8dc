package nl.peil.jobs.report.facts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where one place more would help most: the first ranks of best_places of the regions of a layout.
 *
 * @param byRegion places by code of the region
 */
public record Places(Map<String, List<Place>> byRegion) {

  /** Ranks that a page shows. */
  private static final int RANKS = 3;

  /**
   * A place.
   *
   * @param mode mode
   * @param service service
   * @param rank order of choice
   * @param zone the zone of the place
   * @param personsGain persons who gain the norm by it
   * @param personsBelowNorm persons who miss the norm now
   */
  public record Place(
      String mode,
      String service,
      int rank,
      int zone,
      double personsGain,
      double personsBelowNorm) {}

  /** Reads a layout. */
  static Places read(StoredTables tables, Scope scope, String layout) {
    return new Places(
        tables
            .select(
                "best_places",
                scope.slice(layout),
                "rank <= %d AND period = '%s'".formatted(RANKS, scope.period()),
                "region",
                "mode",
                "period",
                "service",
                "rank",
                "zone",
                "persons_gain",
                "persons_below_norm")
            .stream()
            .filter(scope::about)
            .collect(
                Collectors.groupingBy(
                    line -> line.text("region"),
                    Collectors.mapping(
                        line ->
                            new Place(
                                line.text("mode"),
                                line.text("service"),
                                line.whole("rank"),
                                line.whole("zone"),
                                line.number("persons_gain"),
                                line.number("persons_below_norm")),
                        Collectors.toList()))));
  }
}
