package nl.peil.jobs.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * The zones: Voronoi cells of their points, cut to the land, numbered from the centre of the large
 * city outwards as postcodes are. One zone on the coast keeps its water (a harbour), one zone is a
 * nature area without inhabitants.
 */
final class ZoneMap {

  private static final int FIRST_CODE = 1001;
  private static final double INDEX_BUCKET_M = 3000;
  private static final double CLIP_MARGIN_M = 50_000;

  /** How far the zone across the coast reaches into the sea, metres. */
  private static final double HARBOUR_SEA_M = 2000;

  private static final String[] WINDS = {"Oost", "Noord", "West", "Zuid"};

  private final List<Zone> zones;
  private final PointIndex index;
  private final int nature;
  private final int harbour;

  private ZoneMap(List<Zone> zones, PointIndex index, int nature, int harbour) {
    this.zones = List.copyOf(zones);
    this.index = index;
    this.nature = nature;
    this.harbour = harbour;
  }

  /** Draws a number of zones. */
  static ZoneMap draw(
      Extent extent, Land land, Settlements settlements, int zones, GeometryFactory factory) {
    var seeds = new ArrayList<>(ZoneSeeds.place(extent, land, settlements, zones));
    seeds.sort(
        Comparator.comparingInt(
                (Coordinate seed) -> {
                  var place = settlements.nearest(seed.x, seed.y);
                  return place.block() * 100 + place.rank();
                })
            .thenComparingDouble(seed -> distance(settlements.nearest(seed.x, seed.y), seed))
            .thenComparing(Comparator.naturalOrder()));
    var index = new PointIndex(extent, INDEX_BUCKET_M);
    seeds.forEach(seed -> index.add(seed.x, seed.y));

    var cells = Voronoi.cells(seeds, extent.envelope(CLIP_MARGIN_M), factory);
    var cutter = Voronoi.cutter(land.polygon(factory, 0));
    var withSea = Voronoi.cutter(land.polygon(factory, HARBOUR_SEA_M));
    int harbour = harbour(extent, land, seeds, index);
    int nature = nature(settlements, seeds, harbour);
    var drawn = new ArrayList<Zone>();
    var counts = new HashMap<String, Integer>();
    for (int i = 0; i < seeds.size(); i++) {
      var seed = seeds.get(i);
      var place = settlements.nearest(seed.x, seed.y);
      MultiPolygon area = (i == harbour ? withSea : cutter).inside(cells.get(i));
      var name = name(i, nature, harbour, place, seed, counts);
      drawn.add(new Zone(String.valueOf(FIRST_CODE + i), name, place, seed.x, seed.y, area));
    }
    return new ZoneMap(drawn, index, nature, harbour);
  }

  /** The zones by code. */
  List<Zone> zones() {
    return zones;
  }

  /** Number of the zone (its place in {@link #zones()}) that holds a point on land. */
  int at(double x, double y) {
    return index.nearest(x, y);
  }

  /** Number of the zone without inhabitants. */
  int nature() {
    return nature;
  }

  /** Number of the zone that lies across the coast. */
  int harbour() {
    return harbour;
  }

  /** The zone on the shore halfway the coast. */
  private static int harbour(Extent extent, Land land, List<Coordinate> seeds, PointIndex index) {
    double y = extent.y0() + extent.height() / 2;
    int harbour = index.nearest(land.coastX(y), y);
    if (harbour < 0 || harbour >= seeds.size()) {
      throw new IllegalStateException("expected a zone on the coast at y " + y);
    }
    return harbour;
  }

  /** The zone farthest from any settlement in the first block. */
  private static int nature(Settlements settlements, List<Coordinate> seeds, int harbour) {
    int best = -1;
    double farthest = -1;
    for (int i = 0; i < seeds.size(); i++) {
      var seed = seeds.get(i);
      var place = settlements.nearest(seed.x, seed.y);
      double distance = distance(place, seed);
      if (i != harbour && place.block() == 0 && distance > farthest) {
        farthest = distance;
        best = i;
      }
    }
    return best;
  }

  private static String name(
      int zone,
      int nature,
      int harbour,
      Settlement place,
      Coordinate seed,
      Map<String, Integer> counts) {
    if (zone == nature) {
      return "Natuurgebied De Wijde Heide";
    }
    if (zone == harbour) {
      return place.name() + " Haven en Strand";
    }
    double distance = distance(place, seed);
    String base;
    if (distance < 0.6 * place.spreadM()) {
      base = place.city() ? place.name() + " Centrum" : place.name();
    } else {
      double angle = StrictMath.atan2(seed.y - place.y(), seed.x - place.x());
      int wind = (int) Math.rint(angle / (StrictMath.PI / 2)) & 3;
      base = place.name() + (distance < 2.2 * place.spreadM() ? " " : " Buiten-") + WINDS[wind];
    }
    int count = counts.merge(base, 1, Integer::sum);
    return count == 1 ? base : base + " " + count;
  }

  private static double distance(Settlement place, Coordinate point) {
    return StrictMath.hypot(point.x - place.x(), point.y - place.y());
  }
}
