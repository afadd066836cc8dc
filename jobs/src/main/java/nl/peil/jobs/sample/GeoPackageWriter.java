package nl.peil.jobs.sample;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import nl.peil.source.write.Field;
import nl.peil.source.write.GeoPackageOut;
import nl.peil.source.write.Sheet;

/** Writes the zones as a GeoPackage. The same zones give the same bytes with the same SQLite. */
final class GeoPackageWriter {

  private static final Instant CHANGED = Instant.parse("2022-01-01T00:00:00Z");

  private static final Sheet ZONES =
      new Sheet(
          "zones",
          "zones",
          "zones of a fictional region",
          List.of(
              new Field("geom", "geom", Field.Kind.SHAPE, "", ""),
              Field.text("pc4", "pc4", ""),
              Field.text("naam", "naam", ""),
              new Field("oppervlakte_km2", "oppervlakte_km2", Field.Kind.NUMBER, "", "")));

  private GeoPackageWriter() {}

  /** Writes zones/zones.gpkg. */
  static void write(DeliveryFolder folder, List<Zone> zones) throws IOException {
    var path = "zones/zones.gpkg";
    try (var file = new GeoPackageOut(folder.place(path), CHANGED)) {
      try (var rows = file.layer(ZONES, GeoPackageOut.Shapes.MULTIPOLYGON)) {
        for (var zone : zones) {
          rows.row(
              new Object[] {
                zone.area(), zone.code(), zone.name(), Math.rint(zone.km2() * 10_000) / 10_000
              });
        }
      }
      file.finish();
    }
    folder.register(
        FileNote.binary(
            path,
            "zones_vlakken",
            "EPSG:28992",
            "layer zones; one zone has no inhabitants, one lies across the coast"),
        zones.size());
  }
}
