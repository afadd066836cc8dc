package nl.peil.config;

import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * A population grid of CBS cells.
 *
 * @param file the table; columns: cell, population and optionally age_0_15 ... age_65_plus
 * @param scenarioYear what it describes; null: from the path
 * @param cellSize side of the cells in metres
 */
public record PopulationConfig(
    SourceFile file, @Nullable ScenarioYear scenarioYear, int cellSize) {}
