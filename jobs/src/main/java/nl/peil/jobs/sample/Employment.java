package nl.peil.jobs.sample;

import java.io.IOException;

/** Jobs per zone: near home, in the centres, and on business parks; multiples of 5. */
final class Employment {

  private static final int LOCAL = 701;
  private static final int PARK = 702;
  private static final int PARK_JOBS = 703;
  private static final int GROWTH = 704;

  /** One zone in twelve has a business park. */
  private static final double PARK_SHARE = 1.0 / 12;

  private final Region region;
  private final int[] jobs2022;
  private final int[] jobs2040;
  private final double[] central;

  private Employment(Region region) {
    this.region = region;
    int n = region.zones().zones().size();
    this.jobs2022 = new int[n];
    this.jobs2040 = new int[n];
    this.central = new double[n];
  }

  /** The jobs of a region. */
  static Employment in(Region region) {
    var employment = new Employment(region);
    var population = region.population();
    double half = Extent.CELL_M / 2.0;
    for (int cell = 0; cell < population.cells(); cell++) {
      employment.central[population.zone(cell)] +=
          Extent.CELL_M
              * Extent.CELL_M
              * region
                  .settlements()
                  .centralJobs(population.eastM(cell) + half, population.northM(cell) + half);
    }
    for (int zone = 0; zone < employment.central.length; zone++) {
      employment.fill(zone);
    }
    return employment;
  }

  private void fill(int zone) {
    if (zone == region.zones().nature()) {
      return;
    }
    int people = region.population().zonePeople(zone, SampleYears.BASE);
    int later = region.population().zonePeople(zone, SampleYears.FUTURE);
    double local = people * Noise.between(0.14, 0.24, LOCAL, zone, 0);
    double park =
        Noise.unit(PARK, zone, 0) < PARK_SHARE ? Noise.between(800, 3500, PARK_JOBS, zone, 0) : 0;
    jobs2022[zone] = inFives(local + central[zone] + park);
    double growth = people == 0 ? 1 : Math.min(1.5, later / (double) people);
    jobs2040[zone] =
        inFives(
            local * growth
                + central[zone] * 1.1
                + park * Noise.between(0.9, 1.35, GROWTH, zone, 0));
  }

  /** Jobs in a zone in the base year. */
  int base(int zone) {
    return jobs2022[zone];
  }

  /** Writes both years. */
  void write(DeliveryFolder folder) throws IOException {
    write(folder, "banen/banen_pc4.csv", "basis", SampleYears.BASE, jobs2022);
    write(folder, "banen/hoog/banen_pc4_2040.csv", "hoog", SampleYears.FUTURE, jobs2040);
  }

  private void write(DeliveryFolder folder, String path, String scenario, int year, int[] jobs)
      throws IOException {
    var note =
        FileNote.csv(
            path, "banen", scenario, year, "jobs; the split by income class sums to banen");
    try (var file = folder.open(note)) {
      file.text("pc4,banen,laag,middellaag,middelhoog,hoog");
      for (int zone = 0; zone < jobs.length; zone++) {
        // The more central the jobs, the more of them pay well.
        double centrality = jobs[zone] == 0 ? 0 : Math.min(1, central[zone] / jobs[zone]);
        int low = (int) (jobs[zone] * (0.26 - 0.08 * centrality));
        int lower = (int) (jobs[zone] * (0.29 - 0.05 * centrality));
        int upper = (int) (jobs[zone] * 0.25);
        file.row(
            region.zones().zones().get(zone).code()
                + ","
                + jobs[zone]
                + ","
                + low
                + ","
                + lower
                + ","
                + upper
                + ","
                + (jobs[zone] - low - lower - upper));
      }
    }
  }

  private static int inFives(double jobs) {
    return (int) Math.rint(jobs / 5) * 5;
  }
}
