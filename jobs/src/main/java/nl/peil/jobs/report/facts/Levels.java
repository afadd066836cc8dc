package nl.peil.jobs.report.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Access of the regions of a layout.
 *
 * @param byRegion rows by code of the region
 */
public record Levels(Map<String, List<Level>> byRegion) {

  private record Key(String region, String mode, String service) {}

  /** Reads a layout. */
  static Levels read(StoredTables tables, Scope scope, String layout) {
    var norms = new HashMap<Key, Line>();
    for (var line :
        tables.rows(
            "region_level",
            scope.slice(layout),
            "region",
            "mode",
            "period",
            "service",
            "norm_min",
            "population",
            "persons_meeting_norm",
            "persons_below_norm",
            "persons_unreachable",
            "share_meeting_norm",
            "share_no_choice",
            "share_one_choice",
            "share_more_choice",
            "national_share_meeting_norm",
            "gap_to_national")) {
      if (scope.about(line)) {
        norms.put(key(line), line);
      }
    }
    var minutes = new HashMap<Key, Line>();
    for (var line :
        tables.select(
            "region_accessibility",
            scope.slice(layout),
            "measure = 'nearest_1' AND period = '%s'".formatted(scope.period()),
            "region",
            "mode",
            "period",
            "service",
            "population",
            "population_covered",
            "mean",
            "p10",
            "p50",
            "p90")) {
      if (scope.about(line)) {
        minutes.put(key(line), line);
      }
    }
    var keys = new LinkedHashSet<>(norms.keySet());
    keys.addAll(minutes.keySet());
    var byRegion = new HashMap<String, List<Level>>();
    for (var key : keys) {
      byRegion
          .computeIfAbsent(key.region(), region -> new ArrayList<>())
          .add(level(key, norms.get(key), minutes.get(key)));
    }
    return new Levels(byRegion);
  }

  private static Key key(Line line) {
    return new Key(line.text("region"), line.text("mode"), line.text("service"));
  }

  private static Level level(Key key, @Nullable Line norm, @Nullable Line minutes) {
    var either = norm == null ? minutes : norm;
    return new Level(
        key.mode(),
        key.service(),
        number(norm, "norm_min"),
        either == null ? 0 : either.number("population"),
        number(norm, "persons_meeting_norm"),
        number(norm, "persons_below_norm"),
        number(norm, "persons_unreachable"),
        number(norm, "share_meeting_norm"),
        number(norm, "share_no_choice"),
        number(norm, "share_one_choice"),
        number(norm, "share_more_choice"),
        number(norm, "national_share_meeting_norm"),
        number(norm, "gap_to_national"),
        number(minutes, "p10"),
        number(minutes, "p50"),
        number(minutes, "p90"),
        number(minutes, "mean"),
        number(minutes, "population_covered"));
  }

  private static @Nullable Double number(@Nullable Line line, String column) {
    return line == null ? null : line.optional(column);
  }

  /** Rows of a region; none when there are none. */
  public List<Level> of(String region) {
    return byRegion.getOrDefault(region, List.of());
  }

  /** A row of a list by mode and service. */
  public static Optional<Level> find(List<Level> levels, String mode, String service) {
    return levels.stream().filter(level -> level.is(mode, service)).findFirst();
  }
}
