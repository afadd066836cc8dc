package nl.peil.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The zones of the delivery. At least one of points and polygons is there; points, when given, are
 * the zone set.
 *
 * @param system which zones these are, for example {@code pc4}
 * @param points table with a point per zone
 * @param pointsCrs coordinate system of the points
 * @param polygons polygons of the zones
 * @param border line of the national border
 * @param borderKm zones within this distance of the border are border zones, km
 * @param snapMetres a point in no polygon belongs to the nearest zone within this distance, metres
 */
public record ZonesConfig(
    String system,
    @Nullable SourceFile points,
    String pointsCrs,
    @Nullable GeoFile polygons,
    @Nullable GeoFile border,
    double borderKm,
    double snapMetres) {

  /** Reads the section {@code zones}. */
  static ZonesConfig read(Section section) {
    SourceFile points = null;
    String crs = "EPSG:28992";
    var pointsSection = section.optionalChild("points");
    if (pointsSection != null) {
      points =
          SourceSections.file(
              pointsSection, List.of("zone", "x", "y"), List.of("name", "area_km2"));
      crs = pointsSection.text("crs", crs);
      pointsSection.done();
    }
    GeoFile polygons = null;
    var polygonsSection = section.optionalChild("polygons");
    if (polygonsSection != null) {
      polygons = SourceSections.geo(polygonsSection, List.of("zone"), List.of("name", "area_km2"));
      polygonsSection.done();
    }
    GeoFile border = null;
    double borderKm = 10;
    var borderSection = section.optionalChild("border");
    if (borderSection != null) {
      border = SourceSections.geo(borderSection, List.of(), List.of());
      borderKm = borderSection.number("within_km", 10, 0, 500);
      borderSection.done();
    }
    if (points == null && polygons == null) {
      section.problem("points", "zones need points, polygons or both");
    }
    var zones =
        new ZonesConfig(
            section.text("system", "pc4"),
            points,
            crs,
            polygons,
            border,
            borderKm,
            section.number("snap_metres", 1000, 0, 100_000));
    section.done();
    return zones;
  }
}
