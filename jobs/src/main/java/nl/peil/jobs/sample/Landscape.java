package nl.peil.jobs.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A landscape: an area that follows neither zones nor municipalities.
 *
 * @param code code of the region
 * @param name name of the region
 * @param ring outline in RD, clockwise and closed
 */
record Landscape(String code, String name, List<Coordinate> ring) {

  private static final int HEATH = 811;
  private static final double STEP_M = 1000;

  /** Dunes, a river valley and a heath: each overlaps the others and part of it is no land. */
  static List<Landscape> of(Region region) {
    return List.of(
        new Landscape("LS01", "Zeeduinen", dunes(region)),
        new Landscape("LS02", "Dal van de Wiére", valley(region)),
        new Landscape("LS03", "Wijde Heide", heath(region)));
  }

  /** From 1.5 km in the sea to 4 km inland, over the middle 80 percent of the coast. */
  private static List<Coordinate> dunes(Region region) {
    var extent = region.extent();
    var west = new ArrayList<Coordinate>();
    var east = new ArrayList<Coordinate>();
    double to = extent.y1() - 0.1 * extent.height();
    for (double y = extent.y0() + 0.1 * extent.height(); y <= to; y += STEP_M) {
      west.add(new Coordinate(region.land().coastX(y) - 1500, y));
      east.add(new Coordinate(region.land().coastX(y) + 4000 + 500 * wave(y, 5000), y));
    }
    return closed(west, east);
  }

  /** A winding band of 4 km from the sea to 3 km beyond the study area. */
  private static List<Coordinate> valley(Region region) {
    var extent = region.extent();
    double middle = extent.y0() + 0.42 * extent.height();
    var north = new ArrayList<Coordinate>();
    var south = new ArrayList<Coordinate>();
    for (double x = extent.x0() + 1000; x <= extent.x1() + 3000; x += STEP_M) {
      double y = middle + 2500 * wave(x, 21_000) + 600 * wave(x, 6000);
      north.add(new Coordinate(x, y + 2000));
      south.add(new Coordinate(x, y - 2000));
    }
    return closed(north, south);
  }

  /** A ragged round of 9 km near the coast, across dunes and valley. */
  private static List<Coordinate> heath(Region region) {
    var extent = region.extent();
    double y0 = extent.y0() + 0.42 * extent.height() + 4000;
    double x0 = region.land().coastX(y0) + 8000;
    var ring = new ArrayList<Coordinate>();
    int steps = 48;
    for (int i = 0; i < steps; i++) {
      double angle = -2 * StrictMath.PI * i / steps;
      double radius = Noise.between(7500, 9500, HEATH, i, 0);
      ring.add(
          new Coordinate(
              x0 + radius * StrictMath.cos(angle), y0 + 0.7 * radius * StrictMath.sin(angle)));
    }
    ring.add(ring.get(0).copy());
    return List.copyOf(ring);
  }

  private static List<Coordinate> closed(List<Coordinate> there, List<Coordinate> other) {
    var ring = new ArrayList<>(there);
    for (int i = other.size() - 1; i >= 0; i--) {
      ring.add(other.get(i));
    }
    ring.add(ring.get(0).copy());
    return List.copyOf(ring);
  }

  private static double wave(double along, double length) {
    return StrictMath.sin(2 * StrictMath.PI * along / length);
  }
}
