package nl.peil.jobs.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The land of the study area: between an irregular coast in the west and an irregular land border
 * in the east, cut straight in the north and south.
 */
final class Land {

  /** Distance between the vertices of coast and border in metres. */
  private static final double STEP_M = 500;

  private static final int COAST = 101;
  private static final int BORDER = 102;

  private final Extent extent;
  private final double[] coast;
  private final double[] border;

  private Land(Extent extent, double[] coast, double[] border) {
    this.extent = extent;
    this.coast = coast;
    this.border = border;
  }

  /** The land in a study area. */
  static Land in(Extent extent) {
    int vertices = (int) (extent.height() / STEP_M) + 1;
    var coast = new double[vertices];
    var border = new double[vertices];
    for (int i = 0; i < vertices; i++) {
      double y = i * STEP_M;
      coast[i] =
          decimetre(
              extent.x0()
                  + 5200
                  + 1400 * wave(y, 17_000, 0)
                  + 900 * wave(y, 6100, 1)
                  + Noise.between(-250, 250, COAST, i, 0));
      border[i] =
          decimetre(
              extent.x1()
                  - 4500
                  + 1800 * wave(y, 13_000, 2)
                  + 700 * wave(y, 4700, 0)
                  + Noise.between(-300, 300, BORDER, i, 0));
    }
    return new Land(extent, coast, border);
  }

  /** X of the coast at a height. */
  double coastX(double y) {
    return at(coast, y);
  }

  /** X of the land border at a height. */
  double borderX(double y) {
    return at(border, y);
  }

  /** True on land, at least a margin in metres (measured west-east) from coast and border. */
  boolean contains(double x, double y, double margin) {
    return y >= extent.y0() + margin
        && y <= extent.y1() - margin
        && x >= coastX(y) + margin
        && x <= borderX(y) - margin;
  }

  /**
   * The land as one polygon in RD.
   *
   * @param sea width of a strip of sea to include, metres
   */
  Polygon polygon(GeometryFactory factory, double sea) {
    var ring = new ArrayList<Coordinate>();
    vertices(coast).forEach(at -> ring.add(new Coordinate(at.x - sea, at.y)));
    var east = vertices(border);
    for (int i = east.size() - 1; i >= 0; i--) {
      ring.add(east.get(i));
    }
    ring.add(ring.get(0).copy());
    return factory.createPolygon(ring.toArray(new Coordinate[0]));
  }

  /** The land border as a line in RD, south to north. */
  LineString borderLine(GeometryFactory factory) {
    return factory.createLineString(vertices(border).toArray(new Coordinate[0]));
  }

  private List<Coordinate> vertices(double[] line) {
    var vertices = new ArrayList<Coordinate>();
    for (int i = 0; i < line.length; i++) {
      vertices.add(new Coordinate(line[i], extent.y0() + i * STEP_M));
    }
    return vertices;
  }

  private double at(double[] line, double y) {
    double position = Math.max(0, Math.min(line.length - 1, (y - extent.y0()) / STEP_M));
    int below = Math.min(line.length - 2, (int) position);
    double part = position - below;
    return line[below] * (1 - part) + line[below + 1] * part;
  }

  private static double wave(double y, double length, double phase) {
    return StrictMath.sin(2 * StrictMath.PI * y / length + phase);
  }

  private static double decimetre(double metres) {
    return Math.rint(metres * 10) / 10;
  }
}
