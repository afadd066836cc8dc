package nl.peil.jobs.sample;

import java.io.IOException;
import java.util.Locale;

/**
 * Income per zone as CBS publishes it: the mean of the households in thousands of euros, withheld
 * where few people live. Low in the centre of a city, highest in the villages round it, lower again
 * in the countryside.
 */
final class Incomes {

  private static final int MEAN = 801;

  /** Fewer people than this: the income is not published. */
  private static final int WITHHELD_BELOW = 350;

  private static final int WITHHELD = -99_997;

  /** From the centre of a city or village outwards, in thousands of euros a year. */
  private static final double CITY_CENTRE = 27;

  private static final double CITY_EDGE = 38;
  private static final double VILLAGE = 37;
  private static final double COUNTRYSIDE = 33;

  private Incomes() {}

  /** Writes the base year. */
  static void write(DeliveryFolder folder, Region region) throws IOException {
    var note =
        FileNote.csv(
            "barrieres/huishoudens_inkomen_pc4_2022.csv",
            "barrieres",
            null,
            SampleYears.BASE,
            "mean income of households in thousands of euros; -99997 = withheld, where few people"
                + " live");
    try (var file = folder.open(note)) {
      file.text("pc4,aantal_inwoners,gemiddeld_huishoudinkomen_x1000_euro");
      var zones = region.zones().zones();
      for (int i = 0; i < zones.size(); i++) {
        int people = region.population().zonePeople(i, SampleYears.BASE);
        var income =
            people < WITHHELD_BELOW
                ? Integer.toString(WITHHELD)
                : String.format(Locale.ROOT, "%.1f", income(zones.get(i), i));
        file.row(zones.get(i).code() + "," + (int) (Math.rint(people / 5.0) * 5) + "," + income);
      }
    }
  }

  /** 0 in the centre, 1 where a city ends and 2 in the countryside. */
  static double outwards(Zone zone) {
    var place = zone.place();
    return Math.min(
        2, StrictMath.hypot(zone.x() - place.x(), zone.y() - place.y()) / (2 * place.spreadM()));
  }

  private static double income(Zone zone, int number) {
    var place = zone.place();
    double outwards = outwards(zone);
    double centre = place.city() ? CITY_CENTRE : VILLAGE;
    double edge = place.city() ? CITY_EDGE : VILLAGE;
    double mean =
        outwards < 1
            ? centre + (edge - centre) * outwards
            : edge + (COUNTRYSIDE - edge) * (outwards - 1);
    return mean * Noise.between(0.9, 1.1, MEAN, number, 0);
  }
}
