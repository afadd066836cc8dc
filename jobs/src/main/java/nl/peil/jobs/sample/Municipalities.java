package nl.peil.jobs.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Nine municipalities in a block: round both cities and the villages of rank 2 to 8. They are made
 * of a mesh of their own, so their boundaries are irregular, share every vertex, cover all land and
 * do not follow the zones.
 */
final class Municipalities {

  /** Municipalities in a block of 150 zones. */
  static final int PER_BLOCK = 9;

  private static final int FIRST_CODE = 9001;
  private static final double MESH_M = 1500;
  private static final int MESH_X = 801;
  private static final int MESH_Y = 802;

  /** How far a large city, a middle-sized city and a village draw their surroundings. */
  private static final double[] PULL = {1.5, 1.25, 1};

  private Municipalities() {}

  /** Divides the land. */
  static List<Municipality> of(Region region) {
    var seats =
        region.settlements().places().stream().filter(place -> place.rank() < PER_BLOCK).toList();
    var index = new PointIndex(region.extent(), 10_000);
    seats.forEach(seat -> index.add(seat.x(), seat.y()));

    var parts = new HashMap<Integer, List<Geometry>>();
    var mesh = mesh(region.extent());
    var cells = Voronoi.cells(mesh, region.extent().envelope(20 * MESH_M), region.factory());
    var within = region.extent().envelope(0);
    for (int i = 0; i < mesh.size(); i++) {
      // The outermost cells of the mesh are ragged; they lie outside the study area.
      if (within.intersects(cells.get(i).getEnvelopeInternal())) {
        parts
            .computeIfAbsent(seat(seats, index, mesh.get(i)), seat -> new ArrayList<>())
            .add(cells.get(i));
      }
    }
    var land = Voronoi.cutter(region.land().polygon(region.factory(), 0));
    var studyArea = Voronoi.cutter((Polygon) region.factory().toGeometry(within));
    var municipalities = new ArrayList<Municipality>();
    for (int i = 0; i < seats.size(); i++) {
      var cellsOfSeat = parts.getOrDefault(i, List.of());
      var whole = CoverageUnion.union(cellsOfSeat.toArray(new Geometry[0]));
      var sea = studyArea.inside(land.outside(whole));
      municipalities.add(
          new Municipality(
              "GM" + (FIRST_CODE + i), seats.get(i).name(), land.inside(whole), west(region, sea)));
    }
    return municipalities;
  }

  private static List<Coordinate> mesh(Extent extent) {
    var points = new ArrayList<Coordinate>();
    int columns = (int) (extent.width() / MESH_M) + 1;
    int rows = (int) (extent.height() / MESH_M) + 1;
    for (int column = -3; column <= columns + 2; column++) {
      for (int row = -3; row <= rows + 2; row++) {
        double x = column + Noise.between(0.1, 0.9, MESH_X, column, row);
        double y = row + Noise.between(0.1, 0.9, MESH_Y, column, row);
        points.add(
            new Coordinate(
                Math.rint(extent.x0() + x * MESH_M), Math.rint(extent.y0() + y * MESH_M)));
      }
    }
    return points;
  }

  private static int seat(List<Settlement> seats, PointIndex index, Coordinate at) {
    // No seat beyond this reach can draw harder than the nearest one.
    double nearest = index.distance(at.x, at.y);
    var best = new int[] {index.nearest(at.x, at.y)};
    var least = new double[] {drawn(seats.get(best[0]), at)};
    index.around(
        at.x,
        at.y,
        nearest * PULL[0],
        i -> {
          double distance = drawn(seats.get(i), at);
          if (distance < least[0] || (distance == least[0] && i < best[0])) {
            least[0] = distance;
            best[0] = i;
          }
        });
    return best[0];
  }

  private static double drawn(Settlement seat, Coordinate at) {
    return StrictMath.hypot(seat.x() - at.x, seat.y() - at.y) / PULL[Math.min(2, seat.rank())];
  }

  /** The polygons on the side of the coast; what lies beyond the land border is no sea. */
  private static MultiPolygon west(Region region, MultiPolygon outside) {
    var sea = new ArrayList<Polygon>();
    double middle = region.extent().x0() + region.extent().width() / 2;
    for (int i = 0; i < outside.getNumGeometries(); i++) {
      var polygon = (Polygon) outside.getGeometryN(i);
      if (polygon.getEnvelopeInternal().getMaxX() < middle) {
        sea.add(polygon);
      }
    }
    return region.factory().createMultiPolygon(sea.toArray(new Polygon[0]));
  }
}
