package nl.peil.jobs.ingest;

import java.util.HashMap;
import java.util.Map;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.geo.GridCell;
import nl.peil.table.InputTables;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * The areas that a table of indicators may be about.
 *
 * @param kind zone, cell, or the name of a region layout
 * @param cellSize side of the cells in metres; null when the areas are no cells
 * @param codes the code of each area by what may stand in a file
 * @param zones zone key by code, when the areas are zones
 */
record IndicatorAreas(
    String kind,
    @Nullable Integer cellSize,
    Map<String, String> codes,
    Map<String, Integer> zones) {

  /** The zones, the cells with inhabitants, or the regions of a layout. */
  static IndicatorAreas of(IngestContext context, String kind, @Nullable Integer cellSize) {
    var codes = new HashMap<String, String>();
    switch (kind) {
      case BarrierSourceConfig.ZONE -> {
        var zones = context.zoneByCode();
        zones.keySet().forEach(code -> codes.put(code, code));
        return new IndicatorAreas(kind, cellSize, codes, zones);
      }
      case BarrierSourceConfig.CELL ->
          context
              .store()
              .read(InputTables.POPULATION_GRID)
              .where(functions.col("cell_size_m").equalTo(cellSize))
              .select("cell_code")
              .distinct()
              .collectAsList()
              .forEach(row -> codes.put(row.getString(0), row.getString(0)));
      default -> codes.putAll(PublishedPlaces.regions(context, kind));
    }
    return new IndicatorAreas(kind, cellSize, codes, Map.of());
  }

  /**
   * The code of the area that a file names; null when there is none.
   *
   * @throws IllegalArgumentException when it is no code of a cell
   */
  @Nullable String code(String text) {
    var size = cellSize;
    return codes.get(size == null ? text : GridCell.of(text, size).code());
  }

  /** The rule that a row with an unknown area breaks. */
  String unknown() {
    return switch (kind) {
      case BarrierSourceConfig.ZONE -> "unknown_zone";
      case BarrierSourceConfig.CELL -> "unknown_cell";
      default -> "unknown_region";
    };
  }
}
