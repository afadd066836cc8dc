package nl.peil.jobs.derive;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.peil.barrier.Basis;
import nl.peil.barrier.Chosen;
import nl.peil.barrier.Supplied;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.BarrierTables;
import nl.peil.table.Derived;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What is supplied of barriers in a scenario-year, by zone and by region. Cells are added up to
 * zones; of regions, values that hold for every part are given to their zones, and counts stay
 * where they are.
 */
final class SuppliedBarriers {

  private static final String[] COLUMNS = {
    "scenario",
    "year",
    "indicator",
    "area_kind",
    "area",
    "zone",
    "cell_size_m",
    "value",
    "unit",
    "aggregate",
    "suppressed",
    "supplied_by",
    "level",
    "peildatum"
  };

  /** One indicator of one supplier, of one kind of area and date: its rows belong together. */
  private record Supply(
      String indicator, Basis basis, String suppliedBy, boolean regional, LocalDate peildatum) {

    private static Supply of(Row row) {
      return new Supply(
          row.getString(2),
          new Basis(row.getString(3)),
          row.getString(11),
          row.getString(12).equals("regional"),
          row.<Date>getAs(13).toLocalDate());
    }

    private Supplied row(@Nullable Double value, boolean suppressed) {
      return new Supplied(value, suppressed, basis, suppliedBy, regional, peildatum);
    }
  }

  /** What is known of a zone of what lies in it or around it. */
  private static final class Parts {
    private double sum;
    private double weight;
    private int known;
    private double withheldPeople;
    private boolean suppressed;
  }

  private final ZoneIndex zones;
  private final double[] population;
  private final double maxWithheld;
  private final BarrierPlaces places;
  private final Map<String, Map<Integer, List<Supplied>>> byZone = new TreeMap<>();
  private final Map<String, Map<String, Map<String, List<Supplied>>>> byRegion = new TreeMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, String> aggregates = new HashMap<>();

  /**
   * For a scenario-year.
   *
   * @param population people per zone
   * @param maxWithheld see BarriersConfig
   */
  SuppliedBarriers(ZoneIndex zones, double[] population, BarrierPlaces places, double maxWithheld) {
    this.zones = zones;
    this.population = population;
    this.places = places;
    this.maxWithheld = maxWithheld;
  }

  /** Rows of barrier_source by scenario and year, in one order however files come. */
  static Map<List<Object>, List<Row>> read(Derived.Inputs inputs) {
    var rows = new HashMap<List<Object>, List<Row>>();
    for (var row : inputs.rows(BarrierTables.BARRIER_SOURCE, COLUMNS)) {
      rows.computeIfAbsent(List.of(row.get(0), row.get(1)), key -> new ArrayList<>()).add(row);
    }
    rows.values().forEach(some -> some.sort(Comparator.comparing(row -> row.getString(4))));
    return rows;
  }

  /** Takes the rows of the scenario-year. */
  SuppliedBarriers with(List<Row> rows) {
    var together = new HashMap<Supply, Map<Integer, Parts>>();
    for (var row : rows) {
      var supply = Supply.of(row);
      units.putIfAbsent(supply.indicator(), row.getString(8));
      aggregates.putIfAbsent(supply.indicator(), row.getString(9));
      if (supply.basis().equals(Basis.ZONE)) {
        int zone = row.isNullAt(5) ? -1 : zones.find(row.getInt(5));
        if (zone >= 0) {
          add(zone, supply, row.isNullAt(7) ? null : row.getDouble(7), row.getBoolean(10));
        }
      } else if (supply.basis().equals(Basis.CELL)) {
        addCell(row, together.computeIfAbsent(supply, key -> new HashMap<>()));
      } else {
        addRegion(row, supply, together);
      }
    }
    together.forEach(
        (supply, parts) -> parts.forEach((zone, part) -> addParts(zone, supply, part)));
    return this;
  }

  private void add(int zone, Supply supply, @Nullable Double value, boolean suppressed) {
    byZone
        .computeIfAbsent(supply.indicator(), key -> new HashMap<>())
        .computeIfAbsent(zone, key -> new ArrayList<>())
        .add(supply.row(value, suppressed));
  }

  private void addCell(Row row, Map<Integer, Parts> byPlace) {
    var cell = places.cell(row.getString(4), row.getInt(6));
    int zone = cell == null ? -1 : zones.find(cell.zone());
    if (cell == null || zone < 0) {
      return;
    }
    var parts = byPlace.computeIfAbsent(zone, key -> new Parts());
    if (row.isNullAt(7)) {
      parts.suppressed |= row.getBoolean(10);
      parts.withheldPeople += cell.population();
    } else {
      parts.sum += row.getDouble(7);
      parts.known++;
    }
  }

  private void addRegion(Row row, Supply supply, Map<Supply, Map<Integer, Parts>> together) {
    var layout = supply.basis().name();
    var value = row.isNullAt(7) ? null : (Double) row.getDouble(7);
    byRegion
        .computeIfAbsent(layout, key -> new HashMap<>())
        .computeIfAbsent(row.getString(4), key -> new HashMap<>())
        .computeIfAbsent(supply.indicator(), key -> new ArrayList<>())
        .add(supply.row(value, row.getBoolean(10)));
    if (!row.getString(9).equals("mean")) {
      return;
    }
    var byPlace = together.computeIfAbsent(supply, key -> new HashMap<>());
    for (var member : places.members(layout, row.getString(4))) {
      int zone = zones.find(member.zone());
      if (zone >= 0) {
        var parts = byPlace.computeIfAbsent(zone, key -> new Parts());
        if (value == null) {
          parts.suppressed |= row.getBoolean(10);
        } else {
          parts.sum += member.weight() * value;
          parts.weight += member.weight();
          parts.known++;
        }
      }
    }
  }

  private void addParts(int zone, Supply supply, Parts parts) {
    Double value = null;
    if (parts.known > 0 && supply.basis().isLayout()) {
      value = parts.sum / parts.weight;
    } else if (parts.known > 0 && parts.withheldPeople <= maxWithheld * population[zone]) {
      value = parts.sum;
    }
    add(zone, supply, value, value == null && parts.suppressed);
  }

  /** The indicators that any zone has a row of, in order. */
  Set<String> indicators() {
    return byZone.keySet();
  }

  /** The layouts that something is supplied for, in order. */
  Set<String> layouts() {
    return byRegion.keySet();
  }

  /** The unit of an indicator. */
  String unit(String indicator) {
    return units.getOrDefault(indicator, "");
  }

  /** How an indicator is put together: sum or mean. */
  String aggregate(String indicator) {
    return aggregates.getOrDefault(indicator, "sum");
  }

  /** What counts in the zone at a place. */
  Chosen inZone(String indicator, int place) {
    return Chosen.of(byZone.getOrDefault(indicator, Map.of()).getOrDefault(place, List.of()));
  }

  /** What counts in a region. */
  Chosen inRegion(String layout, String region, String indicator) {
    return Chosen.of(
        byRegion
            .getOrDefault(layout, Map.of())
            .getOrDefault(region, Map.of())
            .getOrDefault(indicator, List.of()));
  }
}
