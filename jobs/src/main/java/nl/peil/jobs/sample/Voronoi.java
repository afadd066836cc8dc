package nl.peil.jobs.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Voronoi cells, and cutting areas to the land. */
final class Voronoi {

  private Voronoi() {}

  /**
   * The cell of every site, in the order of the sites.
   *
   * @param sites points, no two equal
   * @param within cells are cut to this rectangle
   */
  static List<Polygon> cells(List<Coordinate> sites, Envelope within, GeometryFactory factory) {
    var builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    builder.setClipEnvelope(within);
    var diagram = builder.getDiagram(factory);
    var bySite = new HashMap<Coordinate, Polygon>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      var cell = (Polygon) diagram.getGeometryN(i);
      bySite.put((Coordinate) cell.getUserData(), cell);
    }
    var cells = new ArrayList<Polygon>(sites.size());
    for (var site : sites) {
      var cell = bySite.get(site);
      if (cell == null) {
        throw new IllegalStateException("expected a Voronoi cell for every site, none for " + site);
      }
      cells.add(cell);
    }
    return cells;
  }

  /** A knife that cuts areas to one polygon. */
  static Cutter cutter(Polygon land) {
    return new Cutter(land, PreparedGeometryFactory.prepare(land));
  }

  /**
   * Cuts areas to a polygon.
   *
   * @param land the polygon that is kept
   * @param prepared the same, indexed
   */
  record Cutter(Polygon land, PreparedGeometry prepared) {

    /** The part of an area that lies in the polygon, in normal form; may be empty. */
    MultiPolygon inside(Geometry area) {
      return prepared.contains(area)
          ? polygons(area)
          : polygons(OverlayNGRobust.overlay(area, land, OverlayNG.INTERSECTION));
    }

    /** The part of an area that lies outside the polygon, in normal form; may be empty. */
    MultiPolygon outside(Geometry area) {
      return polygons(OverlayNGRobust.overlay(area, land, OverlayNG.DIFFERENCE));
    }

    /** True when the polygon holds the area whole. */
    boolean holds(Geometry area) {
      return prepared.contains(area);
    }
  }

  /** The polygons of a geometry as one multipolygon in normal form, lines and points left out. */
  static MultiPolygon polygons(Geometry geometry) {
    var polygons = new ArrayList<Polygon>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add((Polygon) polygon.copy());
      }
    }
    var multi = geometry.getFactory().createMultiPolygon(polygons.toArray(new Polygon[0]));
    multi.normalize();
    return multi;
  }
}
