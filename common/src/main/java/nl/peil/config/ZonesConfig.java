package nl.peil.config;

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
    double snapMetres) {}
