package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/** Where cells and regions lie among the zones, in a scenario-year. */
final class BarrierPlaces {

  /**
   * A grid cell.
   *
   * @param zone the zone that it lies in
   * @param population its people, as far as their number was not withheld
   */
  record Cell(int zone, double population) {}

  /**
   * A zone of a region, or a region of a zone.
   *
   * @param region code of the region
   * @param zone the zone
   * @param weight share of the zone's people, above 0
   */
  record Member(String region, int zone, double weight) {}

  private final Map<String, Cell> cells;
  private final Map<String, Map<String, List<Member>>> byRegion = new HashMap<>();
  private final Map<String, Map<Integer, List<Member>>> byZone = new HashMap<>();

  private BarrierPlaces(Map<String, Cell> cells) {
    this.cells = cells;
  }

  /** Reads the cells of a scenario-year and the layouts that barriers are supplied for. */
  static BarrierPlaces of(Derived.Inputs inputs, Slice scenarioYear) {
    var cells = new HashMap<String, Cell>();
    for (var row :
        inputs.rows(
            InputTables.POPULATION_GRID,
            "scenario",
            "year",
            "cell_code",
            "cell_size_m",
            "zone",
            "population")) {
      if (row.getString(0).equals(scenarioYear.get("scenario"))
          && Integer.toString(row.getInt(1)).equals(scenarioYear.get("year"))
          && !row.isNullAt(4)) {
        cells.put(
            key(row.getString(2), row.getInt(3)),
            new Cell(row.getInt(4), row.isNullAt(5) ? 0 : row.getDouble(5)));
      }
    }
    var places = new BarrierPlaces(cells);
    inputs.rows(InputTables.REGION_MEMBERSHIP, "layout", "region", "zone", "weight").stream()
        .sorted(Comparator.comparing(row -> row.getString(1)))
        .forEach(
            row ->
                places.add(
                    row.getString(0),
                    new Member(row.getString(1), row.getInt(2), row.getDouble(3))));
    return places;
  }

  private void add(String layout, Member member) {
    byRegion
        .computeIfAbsent(layout, key -> new HashMap<>())
        .computeIfAbsent(member.region(), key -> new ArrayList<>())
        .add(member);
    byZone
        .computeIfAbsent(layout, key -> new HashMap<>())
        .computeIfAbsent(member.zone(), key -> new ArrayList<>())
        .add(member);
  }

  private static String key(String code, int size) {
    return size + code;
  }

  /** A cell; null when it lies in no zone. */
  @Nullable Cell cell(String code, int size) {
    return cells.get(key(code, size));
  }

  /** The zones of a region. */
  List<Member> members(String layout, String region) {
    return byRegion.getOrDefault(layout, Map.of()).getOrDefault(region, List.of());
  }

  /** The regions of a zone, by code. */
  List<Member> regionsOf(String layout, int zone) {
    return byZone.getOrDefault(layout, Map.of()).getOrDefault(zone, List.of());
  }
}
