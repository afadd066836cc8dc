package nl.peil.jobs.report.map;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A shape written small: polygons of rings of whole numbers in units of {@link #UNIT} metres. A
 * ring is x and y of its first point, then for each next point the steps from the one before; the
 * last point, which is the first again, is left out.
 *
 * @param polygons rings of each polygon, the outer one first
 */
public record Shape(List<List<int[]>> polygons) {

  /** Metres of one unit. */
  public static final int UNIT = 10;

  /** The fewest corners that enclose anything. */
  private static final int CORNERS = 3;

  /** Writes a geometry in RD metres; lines and points in it are left out. */
  static Shape of(Geometry geometry) {
    var polygons = new ArrayList<List<int[]>>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        var rings = new ArrayList<int[]>();
        var outer = ring(polygon.getExteriorRing());
        if (outer.length == 0) {
          continue;
        }
        rings.add(outer);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          var inner = ring(polygon.getInteriorRingN(hole));
          if (inner.length > 0) {
            rings.add(inner);
          }
        }
        polygons.add(rings);
      }
    }
    return new Shape(polygons);
  }

  /** True when nothing is left of it. */
  public boolean empty() {
    return polygons.isEmpty();
  }

  private static int[] ring(LineString line) {
    int[] steps = new int[line.getNumPoints() * 2];
    int corners = 0;
    int x = 0;
    int y = 0;
    for (int i = 0; i < line.getNumPoints() - 1; i++) {
      int nextX = (int) Math.round(line.getCoordinateN(i).x / UNIT);
      int nextY = (int) Math.round(line.getCoordinateN(i).y / UNIT);
      if (corners == 0 || nextX != x || nextY != y) {
        steps[2 * corners] = nextX - x;
        steps[2 * corners + 1] = nextY - y;
        x = nextX;
        y = nextY;
        corners++;
      }
    }
    return corners < CORNERS ? new int[0] : java.util.Arrays.copyOf(steps, 2 * corners);
  }
}
