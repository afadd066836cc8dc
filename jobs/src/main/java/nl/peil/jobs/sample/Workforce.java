package nl.peil.jobs.sample;

import java.io.IOException;
import java.util.Locale;

/**
 * The labour force of each zone by income class, and its grade of urbanisation: what IKOB asks.
 * Both are made up: a fixed part of the people, with more high incomes at the edge of a city, and a
 * grade by distance from the centre.
 */
final class Workforce {

  private static final int CLASSES = 821;

  /** Fewer people than this: nothing is published. */
  private static final int WITHHELD_BELOW = 350;

  private static final double WORKING = 0.55;
  private static final double[] IN_THE_CENTRE = {0.30, 0.28, 0.24, 0.18};
  private static final double[] OUTSIDE = {0.18, 0.27, 0.31, 0.24};

  /** From the centre outwards, where a grade ends and the next begins. */
  private static final double[] GRADES = {0.35, 0.7, 1.1, 1.6};

  private Workforce() {}

  /** Writes the base year. */
  static void write(DeliveryFolder folder, Region region) throws IOException {
    var note =
        FileNote.csv(
            "barrieres/beroepsbevolking_inkomen_pc4.csv",
            "barrieres",
            null,
            SampleYears.BASE,
            "labour force by income class, persons, and grade of urbanisation (1 most urban);"
                + " -99997 = withheld, where few people live");
    try (var file = folder.open(note)) {
      file.text("pc4,laag,middellaag,middelhoog,hoog,stedelijkheid");
      var zones = region.zones().zones();
      for (int i = 0; i < zones.size(); i++) {
        int people = region.population().zonePeople(i, SampleYears.BASE);
        file.row(zones.get(i).code() + "," + row(zones.get(i), i, people));
      }
    }
  }

  private static String row(Zone zone, int number, int people) {
    double outwards = Incomes.outwards(zone);
    int grade = 1;
    while (grade <= GRADES.length && outwards >= GRADES[grade - 1]) {
      grade++;
    }
    if (people > 0 && people < WITHHELD_BELOW) {
      return "-99997,-99997,-99997,-99997," + grade;
    }
    var row = new StringBuilder();
    double out = Math.min(1, outwards) * Noise.between(0.8, 1, CLASSES, number, 0);
    for (int k = 0; k < OUTSIDE.length; k++) {
      double share = IN_THE_CENTRE[k] + (OUTSIDE[k] - IN_THE_CENTRE[k]) * out;
      row.append(String.format(Locale.ROOT, "%d,", 5 * Math.round(share * WORKING * people / 5)));
    }
    return row.append(grade).toString();
  }
}
