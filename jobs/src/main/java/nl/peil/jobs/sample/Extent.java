package nl.peil.jobs.sample;

import org.locationtech.jts.geom.Envelope;

/**
 * The study area: a rectangle in RD (EPSG:28992).
 *
 * @param x0 west side, metres
 * @param y0 south side, metres
 * @param width metres, a multiple of the grid cell
 * @param height metres, a multiple of the grid cell
 */
record Extent(double x0, double y0, double width, double height) {

  /** Side of a population cell in metres. */
  static final int CELL_M = 500;

  /** Mean area per zone, sea included, in square metres: 150 zones fill 60 by 45 km. */
  private static final double AREA_PER_ZONE = 18e6;

  /** Off the coast of Holland, where no real place can be mistaken for one of the sample. */
  private static final double WEST = 20_000;

  private static final double MIDDLE_Y = 463_000;

  /** Beyond these RD coordinates would leave the area where they are valid. */
  private static final double WIDEST = 275_000;

  private static final double HIGHEST = 310_000;

  /** The area for a number of zones: it grows with the zones, up to the size that RD allows. */
  static Extent forZones(int zones) {
    double area = zones * AREA_PER_ZONE;
    double width = Math.min(WIDEST, onGrid(Math.sqrt(area * 4 / 3)));
    double height = Math.min(HIGHEST, onGrid(area / width));
    return new Extent(WEST, MIDDLE_Y - onGrid(height / 2), width, height);
  }

  /** East side, metres. */
  double x1() {
    return x0 + width;
  }

  /** North side, metres. */
  double y1() {
    return y0 + height;
  }

  /** The rectangle, larger by a margin in metres on every side. */
  Envelope envelope(double margin) {
    return new Envelope(x0 - margin, x1() + margin, y0 - margin, y1() + margin);
  }

  private static double onGrid(double metres) {
    return Math.max(1, Math.rint(metres / CELL_M)) * CELL_M;
  }
}
