package nl.peil.jobs.report.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.peil.jobs.report.facts.Region;
import nl.peil.jobs.report.facts.Zones;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The shapes of all zones, read once and simplified together, so that neighbours keep the border
 * that they share. Regions of many zones are drawn coarser: their pages would become too large, and
 * on paper or on a screen nobody would see it.
 */
public final class ZoneShapes {

  /** Zones around a region that a map shows at most. */
  private static final int NEIGHBOURS = 150;

  /** How far around a region zones are shown, as a share of its width and height. */
  private static final double AROUND = 0.08;

  /** Metres by which borders may move, by the number of zones from which it holds. */
  private static final List<int[]> TOLERANCES =
      List.of(new int[] {0, 40}, new int[] {120, 80}, new int[] {400, 160}, new int[] {900, 250});

  private static final int COARSEST = 250;

  private final Zones zones;
  private final Geometry[] original;
  private final STRtree index = new STRtree();
  private final Map<Integer, Geometry[]> simplified = new ConcurrentHashMap<>();
  private final Map<Integer, Shape[]> shapes = new ConcurrentHashMap<>();

  /** Reads the shapes of the zones. */
  public ZoneShapes(Zones zones) {
    this.zones = zones;
    var nothing = new GeometryFactory().createPolygon();
    this.original =
        zones.zones().stream()
            .parallel()
            .map(zone -> zone.wkb() == null ? nothing : geometry(zone.wkb()))
            .toArray(Geometry[]::new);
    for (int i = 0; i < original.length; i++) {
      var zone = zones.zones().get(i);
      index.insert(
          original[i].isEmpty()
              ? new Envelope(zone.x(), zone.x(), zone.y(), zone.y())
              : original[i].getEnvelopeInternal(),
          i);
    }
    index.build();
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(
          "a geometry in the tables is no WKB; run with --force --only zones to make it anew", e);
    }
  }

  /**
   * The map of a region.
   *
   * @param shapes shapes of its zones, in the order of its members; null where none was delivered
   * @param around shapes of zones around it
   * @param outline its border
   * @param toleranceMetres how far borders may have moved
   */
  public record RegionMap(
      List<@Nullable Shape> shapes, List<Shape> around, Shape outline, int toleranceMetres) {}

  /** Draws a region. */
  public RegionMap map(Region region) {
    int[] places = region.members().places();
    int tolerance = tolerance(places.length);
    var own = shapes.computeIfAbsent(tolerance, this::write);
    var inside = new HashSet<Integer>();
    var list = new ArrayList<@Nullable Shape>();
    for (int place : places) {
      inside.add(place);
      list.add(own[place].empty() ? null : own[place]);
    }
    var coarse = shapes.computeIfAbsent(Math.min(COARSEST, tolerance * 2), this::write);
    return new RegionMap(
        list, around(places, inside, coarse), outline(region, tolerance), tolerance);
  }

  private static int tolerance(int zones) {
    return TOLERANCES.stream()
        .filter(step -> zones >= step[0])
        .reduce((first, second) -> second)
        .orElseThrow()[1];
  }

  private Shape[] write(int tolerance) {
    return java.util.Arrays.stream(simplified(tolerance)).map(Shape::of).toArray(Shape[]::new);
  }

  private Geometry[] simplified(int tolerance) {
    return simplified.computeIfAbsent(
        tolerance,
        metres -> original.length == 0 ? original : CoverageSimplifier.simplify(original, metres));
  }

  private List<Shape> around(int[] places, HashSet<Integer> inside, Shape[] shapes) {
    var box = new Envelope();
    for (int place : places) {
      box.expandToInclude(original[place].getEnvelopeInternal());
    }
    if (box.isNull()) {
      return List.of();
    }
    box.expandBy(box.getWidth() * AROUND, box.getHeight() * AROUND);
    var centre = box.centre();
    @SuppressWarnings("unchecked")
    List<Integer> found = index.query(box);
    return found.stream()
        .filter(place -> !inside.contains(place) && !shapes[place].empty())
        .sorted(
            Comparator.comparingDouble(
                place -> original[place].getEnvelopeInternal().centre().distance(centre)))
        .limit(NEIGHBOURS)
        .map(place -> shapes[place])
        .toList();
  }

  /** The border as delivered, or that of the zones that lie in the region in full. */
  private Shape outline(Region region, int tolerance) {
    var wkb = region.wkb();
    if (wkb != null) {
      return Shape.of(TopologyPreservingSimplifier.simplify(geometry(wkb), tolerance));
    }
    var parts = new ArrayList<Geometry>();
    var zoneShapes = simplified(tolerance);
    for (int place : region.members().places()) {
      if (!zoneShapes[place].isEmpty()) {
        parts.add(zoneShapes[place]);
      }
    }
    if (parts.isEmpty()) {
      return new Shape(List.of());
    }
    var all = new GeometryFactory().buildGeometry(parts);
    try {
      return Shape.of(CoverageUnion.union(all));
    } catch (RuntimeException e) {
      // Polygons that overlap or leave slivers are no coverage; then the slow way, which takes all
      return Shape.of(GeometryFixer.fix(all).buffer(0));
    }
  }

  /** Number of zones that have a shape. */
  public long drawn() {
    return java.util.Arrays.stream(original).filter(shape -> !shape.isEmpty()).count();
  }

  /** The zones that the shapes are of. */
  public Zones zones() {
    return zones;
  }
}
