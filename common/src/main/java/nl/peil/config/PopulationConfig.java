package nl.peil.config;

import java.util.List;
import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * A population grid of CBS cells.
 *
 * @param file the table; columns: cell, population and optionally age_0_15 ... age_65_plus
 * @param scenarioYear what it describes; null: from the path
 * @param cellSize side of the cells in metres
 */
public record PopulationConfig(SourceFile file, @Nullable ScenarioYear scenarioYear, int cellSize) {

  /** Reads an entry of {@code population}. */
  static PopulationConfig read(Section section) {
    var file =
        SourceSections.file(
            section,
            List.of("cell", "population"),
            List.of("age_0_15", "age_15_25", "age_25_45", "age_45_65", "age_65_plus"));
    var size = section.optionalInteger("cell_size_m");
    if (size == null || size <= 0) {
      section.problem("cell_size_m", "the side of a cell in metres is required, e.g. 500");
    }
    var population = new PopulationConfig(file, needed(section, file), size == null ? 1 : size);
    section.done();
    return population;
  }

  private static @Nullable ScenarioYear needed(Section section, SourceFile file) {
    var scenarioYear = SourceSections.scenarioYear(section, file.path());
    if (scenarioYear == null && !file.path().names().contains("scenario")) {
      section.problem(
          "scenario", "give scenario and year, or name {scenario} and {year} in the path");
    }
    return scenarioYear;
  }
}
