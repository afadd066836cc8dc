package nl.peil.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Levels as the state supplies them.
 *
 * @param file the table; columns: zone, service, mode, acceptable, realised
 * @param year what it describes; null: from the path
 */
public record SuppliedLevelConfig(SourceFile file, @Nullable Integer year) {

  /** Reads an entry of {@code supplied_levels}. */
  static SuppliedLevelConfig read(Section section) {
    var file =
        SourceSections.file(
            section, List.of("zone", "service", "mode"), List.of("acceptable", "realised"));
    var year = section.optionalInteger("year");
    boolean named = file.path().names().contains("year");
    SourceSections.inPathToo(section, "year", year != null && named);
    if (year == null && !named) {
      section.problem("year", "give it, or name {year} in the path");
    }
    section.done();
    return new SuppliedLevelConfig(file, year);
  }
}
