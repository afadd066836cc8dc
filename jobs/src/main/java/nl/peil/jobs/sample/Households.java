package nl.peil.jobs.sample;

import java.io.IOException;
import java.util.Locale;

/**
 * Cars, licences, low incomes and older people per zone, as national tables have them, and the
 * counts of a region that corrects some of them. Few cars in the centre of a city, more than one to
 * a household in the countryside.
 */
final class Households {

  private static final int CARS = 811;
  private static final int LICENCES = 812;
  private static final int LOW_INCOMES = 813;
  private static final int OLDER = 814;

  /** Fewer people than this: nothing is published. */
  private static final int WITHHELD_BELOW = 350;

  private static final double PEOPLE_PER_HOUSEHOLD = 2.2;
  private static final double ADULTS = 0.84;

  /** As many zones as the region counted itself. */
  private static final int CORRECTED = 5;

  private Households() {}

  /** Writes the base year. */
  static void write(DeliveryFolder folder, Region region) throws IOException {
    var national =
        FileNote.csv(
            "barrieres/auto_rijbewijs_pc4.csv",
            "barrieres",
            null,
            SampleYears.BASE,
            "households, cars, licences, people of 15 and of 65 and older, and the percentage of"
                + " households with a low income; -99997 = withheld, where few people live");
    try (var file = folder.open(national)) {
      file.text(
          "pc4,aantal_huishoudens,personenautos,autorijbewijzen,inwoners_15_plus,inwoners_65_plus,"
              + "perc_lage_inkomens");
      var zones = region.zones().zones();
      for (int i = 0; i < zones.size(); i++) {
        int people = region.population().zonePeople(i, SampleYears.BASE);
        file.row(zones.get(i).code() + "," + row(zones.get(i), i, people));
      }
    }
    var regional =
        FileNote.csv(
            "barrieres/regio_aanvulling.csv",
            "barrieres",
            null,
            SampleYears.BASE,
            "cars as the region counted them in some zones, a figure to a row");
    try (var file = folder.open(regional)) {
      file.text("pc4,indicator,waarde,peildatum");
      for (int i = 0; i < CORRECTED; i++) {
        var zone = region.zones().zones().get(i);
        int people = region.population().zonePeople(i, SampleYears.BASE);
        double counted = 0.9 * cars(zone, i) * people / PEOPLE_PER_HOUSEHOLD;
        file.row(zone.code() + ",personenautos," + Math.round(counted) + ",2022-06-01");
      }
    }
  }

  private static String row(Zone zone, int number, int people) {
    if (people < WITHHELD_BELOW) {
      return "-99997,-99997,-99997,-99997,-99997,-99997";
    }
    double households = people / PEOPLE_PER_HOUSEHOLD;
    double outwards = Incomes.outwards(zone);
    double adults = ADULTS * people;
    double licences = (0.65 + 0.1 * outwards) * Noise.between(0.95, 1.05, LICENCES, number, 0);
    double low = (48 - 9 * outwards) * Noise.between(0.85, 1.15, LOW_INCOMES, number, 0);
    return String.format(
        Locale.ROOT,
        "%d,%d,%d,%d,%d,%.1f",
        five(households),
        Math.round(cars(zone, number) * households),
        Math.round(licences * adults),
        five(adults),
        five(Noise.between(0.12, 0.28, OLDER, number, 0) * people),
        low);
  }

  /** Cars to a household. */
  private static double cars(Zone zone, int number) {
    return (0.55 + 0.28 * Incomes.outwards(zone)) * Noise.between(0.9, 1.1, CARS, number, 0);
  }

  /** Rounded to five, as CBS does. */
  private static long five(double number) {
    return 5 * Math.round(number / 5);
  }
}
