package nl.peil.jobs.sample;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * A zone of the sample.
 *
 * @param code PC4-like number, text
 * @param name name, after the settlement nearest to it
 * @param place settlement nearest to its point
 * @param x RD of the point that travel times are measured from, metres
 * @param y RD of that point, metres
 * @param area the zone in RD
 */
record Zone(String code, String name, Settlement place, double x, double y, MultiPolygon area) {

  /** Area in square kilometres, water inside the polygon included. */
  double km2() {
    return area.getArea() / 1e6;
  }
}
