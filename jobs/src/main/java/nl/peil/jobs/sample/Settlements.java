package nl.peil.jobs.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The cities and villages. A block of 150 zones has one large city, one middle-sized city and ten
 * villages; a larger region repeats the block, with other sizes and places shifted a little.
 */
final class Settlements {

  private static final int ZONES_PER_BLOCK = 150;
  private static final int SHIFT = 201;
  private static final int SIZE = 202;

  /** Across and up in the block (0-1), inhabitants, spread in metres; the large city first. */
  private static final double[][] BLOCK = {
    {0.38, 0.46, 182_000, 2300},
    {0.80, 0.72, 71_000, 1600},
    {0.03, 0.75, 12_500, 700},
    {0.08, 0.20, 6_200, 600},
    {0.25, 0.90, 8_400, 600},
    {0.52, 0.12, 9_800, 650},
    {0.62, 0.50, 11_200, 650},
    {0.95, 0.35, 7_300, 600},
    {0.97, 0.95, 3_800, 450},
    {0.55, 0.86, 4_600, 500},
    {0.18, 0.62, 3_100, 420},
    {0.78, 0.08, 2_600, 400},
  };

  private static final double MOST_SPREAD_M = 2300;

  private final List<Settlement> places;
  private final List<Settlement> all;
  private final PointIndex index;

  private Settlements(Extent extent, List<Settlement> places, List<Settlement> extensions) {
    this.places = List.copyOf(places);
    var all = new ArrayList<Settlement>(places);
    all.addAll(extensions);
    this.all = List.copyOf(all);
    this.index = new PointIndex(extent, 5000);
    this.all.forEach(place -> index.add(place.x(), place.y()));
  }

  /** The settlements for a number of zones. */
  static Settlements in(Extent extent, int zones) {
    int blocks = Math.max(1, (int) Math.rint(zones / (double) ZONES_PER_BLOCK));
    double scale = zones / (double) (blocks * ZONES_PER_BLOCK);
    double west = extent.x0() + 8500;
    double south = extent.y0() + 2000;
    double width = extent.width() - 16_500;
    double height = extent.height() - 4000;
    int bands = Math.max(1, (int) Math.rint(Math.sqrt(blocks * height / width)));
    var places = new ArrayList<Settlement>();
    var extensions = new ArrayList<Settlement>();
    int block = 0;
    for (int band = 0; band < bands; band++) {
      int inBand = (blocks - block) / (bands - band);
      for (int i = 0; i < inBand; i++) {
        double blockWidth = width / inBand;
        double blockHeight = height / bands;
        addBlock(
            block++,
            west + i * blockWidth,
            south + band * blockHeight,
            blockWidth,
            blockHeight,
            scale,
            places,
            extensions);
      }
    }
    return new Settlements(extent, places, extensions);
  }

  private static void addBlock(
      int block,
      double west,
      double south,
      double width,
      double height,
      double scale,
      List<Settlement> places,
      List<Settlement> extensions) {
    for (int rank = 0; rank < BLOCK.length; rank++) {
      double shift = block == 0 ? 0 : 0.04;
      double size = scale * (block == 0 ? 1 : Noise.between(0.6, 1.3, SIZE, block, rank));
      double across = BLOCK[rank][0] + shift * Noise.between(-1, 1, SHIFT, block, 2L * rank);
      double up = BLOCK[rank][1] + shift * Noise.between(-1, 1, SHIFT, block, 2L * rank + 1);
      double people = BLOCK[rank][2] * size;
      double growth = rank == 0 ? 1.12 : rank == 1 ? 1.09 : 0.99;
      var place =
          new Settlement(
              block,
              rank,
              PlaceNames.of(block, rank),
              Math.rint(west + across * width),
              Math.rint(south + up * height),
              people,
              people * growth,
              BLOCK[rank][3]);
      places.add(place);
      if (rank == 1) {
        extensions.add(extension(place));
      }
    }
  }

  /** A new quarter east of the middle-sized city, built between the two years. */
  private static Settlement extension(Settlement city) {
    return new Settlement(
        city.block(),
        BLOCK.length,
        city.name(),
        city.x() + 1.8 * city.spreadM(),
        city.y() - 800,
        0,
        city.people2022() * 0.12,
        600);
  }

  /** Cities and villages by block and rank; without the quarters to come. */
  List<Settlement> places() {
    return places;
  }

  /** Inhabitants of settlements per square metre in a year. */
  double people(double x, double y, int year) {
    return sum(x, y, place -> place.people(year) * place.density(x, y, 1));
  }

  /** Jobs of centres per square metre in the base year: 28 in 100 inhabitants of the settlement. */
  double centralJobs(double x, double y) {
    return sum(x, y, place -> 0.28 * place.people2022() * place.density(x, y, 0.6));
  }

  /** Inhabitants per square metre in the base year, spread 1.2 times as wide. */
  double surroundings(double x, double y) {
    return sum(x, y, place -> place.people2022() * place.density(x, y, 1.2));
  }

  /** The settlement whose centre is nearest; a quarter to come counts as its city. */
  Settlement nearest(double x, double y) {
    var place = all.get(index.nearest(x, y));
    return place.rank() < BLOCK.length ? place : places.get(place.block() * BLOCK.length + 1);
  }

  private double sum(double x, double y, ToDoubleFunction<Settlement> part) {
    var total = new double[1];
    index.around(x, y, MOST_SPREAD_M * 4.2, i -> total[0] += part.applyAsDouble(all.get(i)));
    return total[0];
  }
}
