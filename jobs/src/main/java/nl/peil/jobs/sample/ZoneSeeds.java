package nl.peil.jobs.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where the zones are: as many points as zones, dense where people live, and nowhere two on top of
 * each other. Every point is the best of a few candidates: the one farthest from the points so far,
 * measured in the spacing that suits the place (Mitchell's best candidate, 1991, with a varying
 * density).
 */
final class ZoneSeeds {

  private static final int CANDIDATES = 6;
  private static final int CHOICE = 301;
  private static final int ACROSS = 302;
  private static final int UP = 303;

  /** Half of the zones lies evenly over the land, half follows the inhabitants. */
  private static final double EVEN_SHARE = 0.5;

  /** Points stay this far from coast and border, in metres. */
  private static final double MARGIN_M = 400;

  private static final double INDEX_BUCKET_M = 3000;

  private final Extent extent;
  private final Land land;
  private final Settlements settlements;
  private final double[] cumulatedPeople;

  private ZoneSeeds(Extent extent, Land land, Settlements settlements) {
    this.extent = extent;
    this.land = land;
    this.settlements = settlements;
    var places = settlements.places();
    this.cumulatedPeople = new double[places.size()];
    double sum = 0;
    for (int i = 0; i < places.size(); i++) {
      sum += places.get(i).people2022();
      cumulatedPeople[i] = sum;
    }
  }

  /** The points of the zones, in RD. */
  static List<Coordinate> place(Extent extent, Land land, Settlements settlements, int zones) {
    return new ZoneSeeds(extent, land, settlements).place(zones);
  }

  private List<Coordinate> place(int zones) {
    var taken = new PointIndex(extent, INDEX_BUCKET_M);
    var seeds = new ArrayList<Coordinate>(zones);
    for (int i = 0; i < zones; i++) {
      Coordinate best = new Coordinate();
      double bestSpacing = -1;
      for (int c = 0; c < CANDIDATES; c++) {
        var candidate = candidate(i, c);
        double spacing =
            Math.min(1e9, taken.distance(candidate.x, candidate.y))
                * Math.sqrt(density(candidate.x, candidate.y));
        if (spacing > bestSpacing) {
          bestSpacing = spacing;
          best = candidate;
        }
      }
      taken.add(best.x, best.y);
      seeds.add(best);
    }
    return seeds;
  }

  private Coordinate candidate(int zone, int candidate) {
    for (int attempt = 0; attempt < 1000; attempt++) {
      long draw = candidate * 1000L + attempt;
      double u = Noise.unit(ACROSS, zone, draw);
      double v = Noise.unit(UP, zone, draw);
      double choice = Noise.unit(CHOICE, zone, draw);
      double x = extent.x0() + u * extent.width();
      double y = extent.y0() + v * extent.height();
      if (choice >= EVEN_SHARE) {
        var place = settlement((choice - EVEN_SHARE) / (1 - EVEN_SHARE));
        // Box and Muller (1958): two even draws give a point of a two-dimensional normal
        double radius = place.spreadM() * 1.2 * Math.sqrt(-2 * StrictMath.log(1 - u));
        x = place.x() + radius * StrictMath.cos(2 * StrictMath.PI * v);
        y = place.y() + radius * StrictMath.sin(2 * StrictMath.PI * v);
      }
      x = Math.rint(x * 10) / 10;
      y = Math.rint(y * 10) / 10;
      if (land.contains(x, y, MARGIN_M)) {
        return new Coordinate(x, y);
      }
    }
    throw new IllegalStateException("expected land within 1000 draws for zone " + zone);
  }

  private Settlement settlement(double share) {
    double people = share * cumulatedPeople[cumulatedPeople.length - 1];
    int at = Arrays.binarySearch(cumulatedPeople, people);
    int insertion = at < 0 ? -at - 1 : at;
    return settlements.places().get(Math.min(insertion, cumulatedPeople.length - 1));
  }

  /** Zones per square metre that suit a place, up to a constant. */
  private double density(double x, double y) {
    double total = cumulatedPeople[cumulatedPeople.length - 1];
    return EVEN_SHARE / (extent.width() * extent.height())
        + (1 - EVEN_SHARE) * settlements.surroundings(x, y) / total;
  }
}
