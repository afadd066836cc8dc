package nl.peil.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Two regions of one layout that share ground.
 *
 * @param region code of the one, the lower
 * @param other code of the other
 * @param areaM2 area they share, m2
 * @param share that area as a share of the smaller of the two, 0 to 1
 */
public record RegionOverlap(String region, String other, double areaM2, double share) {

  /**
   * What neighbours may share, as a share of the smaller one's area. Published municipal borders
   * are simplified one by one for maps: neighbours in the national file of 2024 share up to 2.4 %,
   * where they have a dozen vertices. A region that was delivered twice, or drawn over another,
   * shares far more than this.
   */
  public static final double TOLERATED_SHARE = 0.05;

  /**
   * A polygon of a region; several of one region are one region.
   *
   * @param region code of the region
   * @param geometry metres in EPSG:28992
   */
  public record Part(String region, Geometry geometry) {}

  /**
   * The pairs of regions that share more than {@link #TOLERATED_SHARE} of the smaller one's area,
   * which no layout that claims to be a partition may have.
   *
   * @param parts polygons of one layout
   * @return the pairs, ordered by code; empty when there are none
   */
  public static List<RegionOverlap> find(List<Part> parts) {
    var tree = new STRtree();
    var regions = new ArrayList<Part>();
    RegionShapes.of(parts).forEach((code, outline) -> regions.add(new Part(code, outline)));
    regions.forEach(region -> tree.insert(region.geometry().getEnvelopeInternal(), region));
    var found = new ArrayList<RegionOverlap>();
    for (var region : regions) {
      for (Object candidate : tree.query(region.geometry().getEnvelopeInternal())) {
        if (candidate instanceof Part other && region.region().compareTo(other.region()) < 0) {
          var overlap = of(region, other);
          if (overlap.share > TOLERATED_SHARE) {
            found.add(overlap);
          }
        }
      }
    }
    found.sort(Comparator.comparing(RegionOverlap::region).thenComparing(RegionOverlap::other));
    return found;
  }

  private static RegionOverlap of(Part a, Part b) {
    double shared =
        OverlayNGRobust.overlay(a.geometry(), b.geometry(), OverlayNG.INTERSECTION).getArea();
    double smaller = Math.min(a.geometry().getArea(), b.geometry().getArea());
    return new RegionOverlap(
        a.region(), b.region(), shared, smaller > 0 ? Math.min(1, shared / smaller) : 0);
  }
}
