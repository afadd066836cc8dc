package nl.peil.config;

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
}
