package nl.peil.jobs.report.facts;

import java.util.List;

/**
 * What the tables say of the regions of a layout.
 *
 * @param layout name of the layout
 * @param regions its regions, by name
 * @param levels access
 * @param barriers who is left out
 * @param places where one place more would help
 * @param forecasts what changes
 */
public record Layout(
    String layout,
    List<Region> regions,
    Levels levels,
    Barriers barriers,
    Places places,
    Forecasts forecasts) {

  /** Reads a layout. */
  public static Layout read(StoredTables tables, Country country, String layout) {
    var scope = country.scope();
    return new Layout(
        layout,
        Regions.read(tables, country.zones(), layout),
        Levels.read(tables, scope, layout),
        Barriers.read(tables, scope, layout),
        Places.read(tables, scope, layout),
        Forecasts.read(tables, scope, layout));
  }
}
