package nl.peil.jobs.sample;

import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The fictional region: ground, places, zones and people.
 *
 * @param extent study area
 * @param land land in it
 * @param settlements cities and villages
 * @param zones zones
 * @param population people
 * @param factory makes geometries in RD
 */
record Region(
    Extent extent,
    Land land,
    Settlements settlements,
    ZoneMap zones,
    Population population,
    GeometryFactory factory) {

  /** EPSG code of the Dutch national grid. */
  static final int RD = 28992;

  /** The region with a number of zones; the same number gives the same region. */
  static Region of(int zones) {
    var factory = new GeometryFactory(new PrecisionModel(), RD);
    var extent = Extent.forZones(zones);
    var land = Land.in(extent);
    var settlements = Settlements.in(extent, zones);
    var map = ZoneMap.draw(extent, land, settlements, zones, factory);
    return new Region(
        extent, land, settlements, map, Population.settle(extent, land, settlements, map), factory);
  }
}
