package nl.peil.jobs.ingest;

import nl.peil.geo.ZoneAssignment;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What is known of a zone while files are read, in RD metres. */
final class ZoneDraft {

  private static final double M2_PER_KM2 = 1e6;

  @Nullable String name;
  @Nullable Double areaKm2;
  @Nullable Coordinate point;
  @Nullable Geometry polygon;
  boolean delivered;

  /** Parts of one zone that come as features of their own are one polygon. */
  void covers(Geometry part) {
    polygon = polygon == null ? part : polygon.union(part);
  }

  /** The point that was given, or one inside the polygon; null when there is neither. */
  @Nullable Coordinate place() {
    if (point != null) {
      return point;
    }
    return polygon == null ? null : polygon.getInteriorPoint().getCoordinate();
  }

  /** The area that was given, or that of the polygon; null when there is neither. */
  @Nullable Double squareKilometres() {
    if (areaKm2 != null) {
      return areaKm2;
    }
    return polygon == null ? null : (Double) (polygon.getArea() / M2_PER_KM2);
  }

  /** True when the polygon is a remnant: it covers hardly anything of the area that was given. */
  boolean sliver() {
    return delivered
        && polygon != null
        && areaKm2 != null
        && polygon.getArea() < ZoneAssignment.SLIVER_SHARE * areaKm2 * M2_PER_KM2;
  }

  /** True when it lies within so many metres of a border. */
  boolean within(double metres, Geometry border) {
    return border.isWithinDistance(
        polygon != null ? polygon : border.getFactory().createPoint(point), metres);
  }
}
