package nl.peil.jobs.report.map;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/** The border of a region that is drawn around its zones. */
final class Outline {

  /**
   * Holes that are nowhere so many times the tolerance across are slivers between zones or members,
   * and no part of a map; these can be kilometres long.
   */
  private static final int SLIVER = 8;

  private Outline() {}

  /** The border of zones together; slivers between them are closed. */
  static Geometry of(List<Geometry> zones, int tolerance) {
    var factory = new GeometryFactory();
    var all = factory.buildGeometry(zones);
    Geometry united;
    try {
      united = CoverageUnion.union(all);
    } catch (RuntimeException e) {
      // Polygons that overlap are no coverage; growing them below takes all
      united = all;
    }
    return whole(buffered(buffered(united, tolerance / 2.0), -tolerance / 2.0), tolerance);
  }

  private static Geometry buffered(Geometry geometry, double metres) {
    var corners =
        new BufferParameters(
            1,
            BufferParameters.CAP_FLAT,
            BufferParameters.JOIN_MITRE,
            BufferParameters.DEFAULT_MITRE_LIMIT);
    return BufferOp.bufferOp(geometry, metres, corners);
  }

  /** The same without holes that are slivers. */
  static Geometry whole(Geometry geometry, int tolerance) {
    double half = SLIVER * tolerance / 2.0;
    var factory = geometry.getFactory();
    var polygons = new ArrayList<Geometry>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        var holes = new ArrayList<LinearRing>();
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          if (!buffered(factory.createPolygon(polygon.getInteriorRingN(hole)), -half).isEmpty()) {
            holes.add(polygon.getInteriorRingN(hole));
          }
        }
        polygons.add(
            factory.createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new)));
      }
    }
    return factory.buildGeometry(polygons);
  }
}
