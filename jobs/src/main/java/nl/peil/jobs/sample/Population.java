package nl.peil.jobs.sample;

import java.util.Arrays;

/**
 * Who lives where, per cell of 500 m, in both years; whole people, before rounding and suppression.
 * Cells belong to the zone that holds their centre. Only cells with people in either year are kept.
 */
final class Population {

  private static final int SETTLED = 401;
  private static final int PARK = 402;
  private static final int FARMS = 403;
  private static final int FARM_PEOPLE = 404;

  /** Share of the cells of the countryside with a house. */
  private static final double FARMED_SHARE = 0.42;

  /** Share of the cells of a settlement that are a park, water or a business park. */
  private static final double PARK_SHARE = 0.05;

  /** People in the countryside of 2040 for one in 2022. */
  private static final double SHRINKAGE = 0.92;

  private final int[] eastM;
  private final int[] northM;
  private final int[] zones;
  private final int[] people2022;
  private final int[] people2040;
  private final int[] zonePeople2022;
  private final int[] zonePeople2040;

  private Population(Columns cells, int zoneCount) {
    this.eastM = cells.of(0);
    this.northM = cells.of(1);
    this.zones = cells.of(2);
    this.people2022 = cells.of(3);
    this.people2040 = cells.of(4);
    this.zonePeople2022 = new int[zoneCount];
    this.zonePeople2040 = new int[zoneCount];
    for (int i = 0; i < zones.length; i++) {
      zonePeople2022[zones[i]] += people2022[i];
      zonePeople2040[zones[i]] += people2040[i];
    }
  }

  /** Settles the land. */
  static Population settle(Extent extent, Land land, Settlements settlements, ZoneMap zones) {
    var cells = new Columns(5);
    int columns = (int) (extent.width() / Extent.CELL_M);
    int rows = (int) (extent.height() / Extent.CELL_M);
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        double east = extent.x0() + column * Extent.CELL_M;
        double north = extent.y0() + row * Extent.CELL_M;
        double x = east + Extent.CELL_M / 2.0;
        double y = north + Extent.CELL_M / 2.0;
        if (!land.contains(x, y, 0)) {
          continue;
        }
        int zone = zones.at(x, y);
        int now = people(settlements, x, y, SampleYears.BASE);
        int later = people(settlements, x, y, SampleYears.FUTURE);
        if (zone != zones.nature() && now + later > 0) {
          cells.add((int) east, (int) north, zone, now, later);
        }
      }
    }
    return new Population(cells, zones.zones().size());
  }

  private static int people(Settlements settlements, double x, double y, int year) {
    long east = (long) x;
    long north = (long) y;
    double settled =
        Noise.unit(PARK, east, north) < PARK_SHARE
            ? 0
            : settlements.people(x, y, year)
                * Extent.CELL_M
                * Extent.CELL_M
                * Noise.between(0.6, 1.4, SETTLED, east, north);
    double farms = 0;
    if (Noise.unit(FARMS, east, north) < FARMED_SHARE) {
      double draw = Noise.unit(FARM_PEOPLE, east, north);
      farms = (2 + 38 * draw * draw) * (year == SampleYears.BASE ? 1 : SHRINKAGE);
    }
    return (int) Math.rint(settled + farms);
  }

  /** Number of cells with people in either year, ordered by x, then y. */
  int cells() {
    return zones.length;
  }

  /** RD x of the lower left corner of a cell, metres. */
  int eastM(int cell) {
    return eastM[cell];
  }

  /** RD y of the lower left corner of a cell, metres. */
  int northM(int cell) {
    return northM[cell];
  }

  /** Number of the zone of a cell. */
  int zone(int cell) {
    return zones[cell];
  }

  /** People in a cell in a year. */
  int people(int cell, int year) {
    return year == SampleYears.BASE ? people2022[cell] : people2040[cell];
  }

  /** People in a zone in a year. */
  int zonePeople(int zone, int year) {
    return year == SampleYears.BASE ? zonePeople2022[zone] : zonePeople2040[zone];
  }

  /** All people in a year. */
  long total(int year) {
    return Arrays.stream(year == SampleYears.BASE ? zonePeople2022 : zonePeople2040)
        .asLongStream()
        .sum();
  }

  /** Columns of whole numbers that grow together. */
  private static final class Columns {
    private final int[][] values;
    private int size;

    private Columns(int columns) {
      this.values = new int[columns][64];
    }

    private void add(int... row) {
      for (int i = 0; i < values.length; i++) {
        if (size == values[i].length) {
          values[i] = Arrays.copyOf(values[i], size * 2);
        }
        values[i][size] = row[i];
      }
      size++;
    }

    private int[] of(int column) {
      return Arrays.copyOf(values[column], size);
    }
  }
}
