package nl.peil.jobs.sample;

import java.io.IOException;
import java.util.Locale;

/** Writes the population per cell as CBS publishes it: rounded to 5, below 5 suppressed. */
final class PopulationFiles {

  private static final int SUPPRESSED = -99_997;
  private static final int AGE = 411;

  /** Shares of the ages 0-15, 15-25, 25-45, 45-65 and 65 up, in a village and in a city. */
  private static final double[] VILLAGE = {0.15, 0.11, 0.22, 0.29, 0.23};

  private static final double[] CITY = {0.15, 0.15, 0.32, 0.23, 0.15};

  /** What 18 years of ageing add to each share. */
  private static final double[] AGEING = {-0.01, -0.01, -0.02, -0.02, 0.06};

  private PopulationFiles() {}

  /** Writes both years. */
  static void write(DeliveryFolder folder, Region region) throws IOException {
    write(folder, region, "bevolking/vierkant500_2022.csv", "basis", SampleYears.BASE);
    write(folder, region, "bevolking/hoog/vierkant500_2040.csv", "hoog", SampleYears.FUTURE);
  }

  private static void write(
      DeliveryFolder folder, Region region, String path, String scenario, int year)
      throws IOException {
    var note =
        FileNote.csv(
                path,
                "bevolking",
                scenario,
                year,
                "cells of 500 m with inhabitants; -99997 = below 5; the code is the lower left"
                    + " corner in hundreds of metres")
            .in("EPSG:28992");
    var population = region.population();
    try (var file = folder.open(note)) {
      file.text(
          "crs28992res500m,aantal_inwoners,aantal_inwoners_0_tot_15_jaar,"
              + "aantal_inwoners_15_tot_25_jaar,aantal_inwoners_25_tot_45_jaar,"
              + "aantal_inwoners_45_tot_65_jaar,aantal_inwoners_65_jaar_en_ouder");
      for (int cell = 0; cell < population.cells(); cell++) {
        int people = population.people(cell, year);
        if (people > 0) {
          file.row(row(region, cell, people, year));
        }
      }
    }
  }

  private static String row(Region region, int cell, int people, int year) {
    int east = region.population().eastM(cell);
    int north = region.population().northM(cell);
    boolean city = region.settlements().nearest(east, north).city() && people > 150;
    var row = new StringBuilder(code(east, north)).append(',').append(published(people));
    for (int age = 0; age < VILLAGE.length; age++) {
      double share = (city ? CITY : VILLAGE)[age] + (year == SampleYears.FUTURE ? AGEING[age] : 0);
      long cellKey = (long) east * 10_000_000 + north;
      double some = people * share * Noise.between(0.85, 1.15, AGE, cellKey, age);
      row.append(',').append(published((int) Math.rint(some)));
    }
    return row.toString();
  }

  /** The name of a cell: E and N with four digits each, in hundreds of metres. */
  static String code(int eastM, int northM) {
    return String.format(Locale.ROOT, "E%04dN%04d", eastM / 100, northM / 100);
  }

  private static int published(int people) {
    return people < 5 ? SUPPRESSED : (int) (Math.rint(people / 5.0) * 5);
  }
}
