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
 * @param welfare brede welvaart
 * @param goals goals of the regions
 */
public record Layout(
    String layout,
    List<Region> regions,
    Levels levels,
    Barriers barriers,
    Places places,
    Forecasts forecasts,
    Welfare welfare,
    Goals goals) {

  /**
   * Reads a layout.
   *
   * @param pairs service and mode that indicators are put beside, as huisarts/lopen
   */
  public static Layout read(
      StoredTables tables, Country country, String layout, List<String> pairs) {
    var scope = country.scope();
    return new Layout(
        layout,
        Regions.read(tables, country.zones(), layout),
        Levels.read(tables, scope, layout),
        Barriers.read(tables, scope, layout),
        Places.read(tables, scope, layout),
        Forecasts.read(tables, scope, layout),
        Welfare.read(tables, scope, layout, pairs),
        Goals.read(tables, layout));
  }
}
