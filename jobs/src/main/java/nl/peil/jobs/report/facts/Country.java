package nl.peil.jobs.report.facts;

import java.util.List;
import nl.peil.config.LayoutConfig;

/**
 * What all pages share, read once.
 *
 * @param scope what all pages are about
 * @param zones the zones with their values
 * @param levels access of all people together
 * @param neighbours regions of the layout that regions are compared with; none: no comparison
 * @param neighbourLevels access of these regions
 * @param method what the facts rest on
 */
public record Country(
    Scope scope,
    Zones zones,
    List<Level> levels,
    List<Region> neighbours,
    Levels neighbourLevels,
    Method method) {

  /** The one region of the whole delivery. */
  private static final String ALL = "all";

  /**
   * Reads it.
   *
   * @param compareWith layout to compare with; empty: none
   */
  public static Country read(StoredTables tables, Scope scope, String compareWith) {
    var zones = Zones.read(tables, scope);
    return new Country(
        scope,
        zones,
        Levels.read(tables, scope, LayoutConfig.DELIVERY).of(ALL),
        compareWith.isEmpty() ? List.of() : Regions.read(tables, zones, compareWith),
        compareWith.isEmpty()
            ? new Levels(java.util.Map.of())
            : Levels.read(tables, scope, compareWith),
        Method.read(tables, scope));
  }
}
