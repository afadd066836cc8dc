package nl.peil.jobs.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.LayoutConfig;
import nl.peil.model.ScenarioYear;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are asked for: of a layout or a region of it and the zones in it, and of a scenario
 * and year. A table that knows no regions, zones or scenarios is given whole.
 */
final class Selection {

  private final @Nullable String layout;
  private final Regions.@Nullable Region region;
  private final @Nullable Object[] zones;
  private final boolean someZones;
  private final @Nullable String scenario;
  private final @Nullable Integer year;
  private final Regions regions;
  private final List<ScenarioYear> computed;

  private Selection(
      ExportRequest request,
      Regions regions,
      Regions.@Nullable Region region,
      Object @Nullable [] zones,
      List<ScenarioYear> computed) {
    this.layout = request.layout();
    this.region = region;
    this.someZones = zones != null;
    this.zones = zones == null ? new Object[0] : zones;
    this.scenario = request.scenario();
    this.year = request.year();
    this.regions = regions;
    this.computed = computed;
  }

  /**
   * Finds what is asked for in the tables.
   *
   * @throws ConfigProblemException when the layout, region, scenario or year is not there
   */
  static Selection of(ExportRequest request, Snapshot snapshot) throws ConfigProblemException {
    var regions = Regions.in(snapshot);
    var layout = request.layout();
    Regions.Region region = null;
    Object[] zones = null;
    if (layout != null) {
      regions.check(layout);
      var name = request.region();
      if (name != null) {
        region = regions.find(layout, name);
      }
      if (!layout.equals(LayoutConfig.DELIVERY)) {
        zones = zones(snapshot, layout, region);
      }
    }
    return new Selection(request, regions, region, zones, computed(request, snapshot));
  }

  private static Object[] zones(Snapshot snapshot, String layout, Regions.@Nullable Region region) {
    var members = snapshot.read(InputTables.REGION_MEMBERSHIP);
    if (members.isEmpty()) {
      return new Object[0];
    }
    var chosen = members.get().where(col("layout").equalTo(layout));
    if (region != null) {
      chosen = chosen.where(col("region").equalTo(region.code()));
    }
    return chosen.select("zone").distinct().collectAsList().stream()
        .map(row -> (Object) row.getInt(0))
        .toArray();
  }

  private static List<ScenarioYear> computed(ExportRequest request, Snapshot snapshot)
      throws ConfigProblemException {
    var years =
        snapshot.read(AccessTables.ACCESSIBILITY_LEVEL).stream()
            .flatMap(
                rows ->
                    rows
                        .select("scenario", "year")
                        .distinct()
                        .orderBy("year", "scenario")
                        .collectAsList()
                        .stream())
            .map(row -> new ScenarioYear(row.getString(0), row.getInt(1)))
            .toList();
    var scenario = request.scenario();
    var year = request.year();
    boolean fits =
        years.stream()
            .anyMatch(
                known ->
                    (scenario == null || known.scenario().equals(scenario))
                        && (year == null || known.year() == year));
    if ((scenario != null || year != null) && !fits) {
      throw new ConfigProblemException(
          List.of(
              "--scenario, --year: nothing is computed of "
                  + (scenario == null ? "" : "scenario " + scenario)
                  + (scenario != null && year != null ? ", " : "")
                  + (year == null ? "" : "year " + year)
                  + "; scenario-years: "
                  + String.join(", ", years.stream().map(ScenarioYear::toString).toList())));
    }
    return years;
  }

  /** The layout asked for; null: all. */
  @Nullable String layout() {
    return layout;
  }

  /** The region asked for; null: all. */
  Regions.@Nullable Region region() {
    return region;
  }

  /** Names of regions. */
  Regions regions() {
    return regions;
  }

  /** The layouts that are asked for. */
  List<String> layouts() {
    return layout == null ? regions.layouts() : List.of(layout);
  }

  /** How many zones are asked for; empty: all. */
  Optional<Integer> zoneCount() {
    return someZones ? Optional.of(zones.length) : Optional.empty();
  }

  /**
   * The one scenario-year that a map is about: the one asked for, else the base when it is computed
   * and fits, else the first that fits.
   */
  Optional<ScenarioYear> forMaps(ScenarioYear base) {
    var fitting =
        computed.stream()
            .filter(known -> scenario == null || known.scenario().equals(scenario))
            .filter(known -> year == null || known.year() == year)
            .toList();
    return fitting.contains(base) ? Optional.of(base) : fitting.stream().findFirst();
  }

  /** The rows of a table that are asked for. */
  Dataset<Row> of(TableSpec table, Dataset<Row> rows) {
    var columns = table.columnNames();
    var conditions = new ArrayList<Column>();
    if (layout != null && columns.contains("layout")) {
      conditions.add(col("layout").equalTo(layout));
      if (region != null && columns.contains("region")) {
        conditions.add(col("region").equalTo(region.code()));
      }
    } else if (someZones) {
      for (var name : List.of("zone", "origin")) {
        if (columns.contains(name)) {
          var inside = col(name).isin(zones);
          conditions.add(table.column(name).nullable() ? col(name).isNull().or(inside) : inside);
        }
      }
    }
    if (columns.contains("scenario") && (scenario != null || year != null)) {
      var self = at("scenario", "year");
      conditions.add(
          columns.contains("base_scenario") ? self.or(at("base_scenario", "base_year")) : self);
    }
    return conditions.stream().reduce(Column::and).map(rows::where).orElse(rows);
  }

  private Column at(String scenarioColumn, String yearColumn) {
    var both = lit(true);
    if (scenario != null) {
      both = both.and(col(scenarioColumn).equalTo(scenario));
    }
    if (year != null) {
      both = both.and(col(yearColumn).equalTo(year));
    }
    return both;
  }
}
