package nl.peil.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * Opportunities of one service.
 *
 * @param service what there is to reach
 * @param kind how the table tells where
 * @param file the table
 * @param crs coordinate system of points
 * @param scenarioYear what it describes; null: from the path, or when the path names none, every
 *     scenario and year of the delivery
 * @param where only rows with these values, by header
 */
public record OpportunitiesConfig(
    String service,
    Kind kind,
    SourceFile file,
    String crs,
    @Nullable ScenarioYear scenarioYear,
    Map<String, String> where) {

  /** How a table of opportunities tells where they are. */
  public enum Kind {
    /** Columns x and y. */
    POINTS,
    /** A postcode of four digits, or of four digits and two letters. */
    POSTCODES,
    /** Numbers per zone. */
    COUNTS
  }

  /** Reads an entry of {@code opportunities}. */
  static OpportunitiesConfig read(Section section) {
    var kind =
        section.parsed(
            "kind",
            text -> {
              for (var known : OpportunitiesConfig.Kind.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(text)) {
                  return known;
                }
              }
              throw new IllegalArgumentException(
                  "kind '" + text + "' is not one of points, postcodes, counts");
            });
    var service =
        section.parsed(
            "service",
            text -> {
              if (!text.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException(
                    "service '" + text + "' must be small letters, digits and '_'");
              }
              return text;
            });
    var shape = kind == null ? OpportunitiesConfig.Kind.COUNTS : kind;
    var file =
        switch (shape) {
          case POINTS ->
              SourceSections.file(section, List.of("x", "y"), List.of("id", "count", "capacity"));
          case POSTCODES ->
              SourceSections.file(section, List.of("postcode"), List.of("id", "count", "capacity"));
          case COUNTS ->
              SourceSections.file(
                  section,
                  List.of("zone", "count"),
                  List.of(
                      "capacity",
                      "count_laag",
                      "count_middellaag",
                      "count_middelhoog",
                      "count_hoog"));
        };
    var opportunities =
        new OpportunitiesConfig(
            service == null ? "" : service,
            shape,
            file,
            section.text("crs", "EPSG:28992"),
            SourceSections.scenarioYear(section, file.path()),
            section.map("where"));
    section.done();
    return opportunities;
  }
}
