package nl.peil.jobs.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.peil.config.PublishedForecastConfig;
import nl.peil.table.InputTables;
import nl.peil.table.PublishedTables;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * The places that a publication may be about.
 *
 * @param kind region, zone or model_zone
 * @param codes the code of each place, by what may stand in a file: the code, or the name of a
 *     region when no other has it
 * @param zones zone key by code, when the places are zones of Peil
 */
record PublishedPlaces(String kind, Map<String, String> codes, Map<String, Integer> zones) {

  /** Those of the layout, the zones or the model zones of a publication. */
  static PublishedPlaces of(IngestContext context, PublishedForecastConfig published) {
    var layout = published.layout();
    if (layout != null) {
      return new PublishedPlaces("region", regions(context, layout), Map.of());
    }
    var codes = new HashMap<String, String>();
    if (published.zoneWeights() == null) {
      var zones = context.zoneByCode();
      zones.keySet().forEach(code -> codes.put(code, code));
      return new PublishedPlaces("zone", codes, zones);
    }
    context
        .store()
        .read(PublishedTables.FORECAST_ZONE_WEIGHTS)
        .where(functions.col("publication").equalTo(published.publication()))
        .select("model_zone")
        .distinct()
        .collectAsList()
        .forEach(row -> codes.put(row.getString(0), row.getString(0)));
    return new PublishedPlaces("model_zone", codes, Map.of());
  }

  /** The code of each region of a layout, by code and by name. */
  static Map<String, String> regions(IngestContext context, String layout) {
    var rows =
        context
            .store()
            .read(InputTables.REGION_MEMBERSHIP)
            .where(functions.col("layout").equalTo(layout))
            .select("region", "region_name")
            .distinct()
            .collectAsList();
    var codes = new HashMap<String, String>();
    Set<String> shared = new HashSet<>();
    for (var row : rows) {
      var name = row.isNullAt(1) ? "" : row.getString(1).strip();
      if (codes.putIfAbsent(name, row.getString(0)) != null) {
        shared.add(name);
      }
    }
    shared.forEach(codes::remove);
    codes.remove("");
    rows.forEach(row -> codes.put(row.getString(0), row.getString(0)));
    return codes;
  }

  /** The code of the place that a file names; null when there is none. */
  @Nullable String code(String text) {
    return codes.get(text);
  }

  /** The rule that a row with an unknown place breaks. */
  String unknown() {
    return kind.equals("region") ? "unknown_region" : "unknown_zone";
  }
}
