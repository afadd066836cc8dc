package nl.peil.jobs.sample;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Brede welvaart per municipality, an indicator to a column as CBS publishes them, and goals of
 * regions as plans state them: with a value that is withheld, two plans that contradict each other,
 * and a region that no layout has.
 */
final class WelfareFiles {

  private static final int HOMES = 821;
  private static final int OWNED = 822;
  private static final int GAS = 823;
  private static final int HEALTHY = 824;
  private static final int NOISE = 825;
  private static final int THEFTS = 826;

  private static final double SQUARE_KM = 1e6;

  /** The last municipality of a block, by the land border, is small: its thefts are withheld. */
  private static final int WITHHELD = Municipalities.PER_BLOCK - 1;

  private WelfareFiles() {}

  /** Writes both tables. */
  static void write(DeliveryFolder folder, List<Municipality> municipalities) throws IOException {
    indicators(folder, municipalities);
    goals(folder, municipalities);
  }

  private static void indicators(DeliveryFolder folder, List<Municipality> municipalities)
      throws IOException {
    var note =
        FileNote.csv(
            "welvaart/kerncijfers_gemeente_2022.csv",
            "welvaart",
            null,
            SampleYears.BASE,
            "indicators of brede welvaart per municipality, one to a column; -99997 = withheld");
    try (var file = folder.open(note)) {
      file.text(
          "gemeentecode,gemeentenaam,jaar,woningvoorraad,percentage_koopwoningen,"
              + "gemiddeld_aardgasverbruik,perc_goede_gezondheid,perc_geluidhinder,"
              + "diefstallen_per_1000_inwoners");
      for (int i = 0; i < municipalities.size(); i++) {
        file.row(row(municipalities.get(i), i));
      }
    }
  }

  /** Fewer homes of their own, more noise and more thefts in the two cities of a block. */
  private static String row(Municipality municipality, int number) {
    int place = number % Municipalities.PER_BLOCK;
    double city = place == 0 ? 1 : place == 1 ? 0.6 : 0;
    double area = municipality.land().getArea() / SQUARE_KM;
    double homes = area * (25 + 200 * city * city) * Noise.between(0.8, 1.2, HOMES, number, 0);
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%d,%d,%d,%.1f,%.1f,%s",
        municipality.code(),
        municipality.name(),
        SampleYears.BASE,
        Math.round(homes),
        Math.round(72 - 28 * city + Noise.between(-6, 6, OWNED, number, 0)),
        10 * Math.round((1150 - 250 * city) / 10 + Noise.between(-12, 12, GAS, number, 0)),
        77 - 4 * city + Noise.between(-3, 3, HEALTHY, number, 0),
        6 + 9 * city + Noise.between(-2, 2, NOISE, number, 0),
        place == WITHHELD
            ? "-99997"
            : String.format(
                Locale.ROOT, "%.1f", 8 + 22 * city + Noise.between(-3, 3, THEFTS, number, 0)));
  }

  private static void goals(DeliveryFolder folder, List<Municipality> municipalities)
      throws IOException {
    var note =
        FileNote.text(
                "welvaart/doelen.csv",
                "welvaart",
                null,
                "goals of regions; two plans contradict each other, and one region is open")
            .written("UTF-8", ";");
    var city = "Stadsregio " + municipalities.get(0).name();
    var coast = municipalities.get(2).name() + "|" + municipalities.get(3).name();
    try (var file = folder.open(note)) {
      file.text(
          "goal_id;theme;programme;region;goal;value_min;value_max;unit;base_year;target_year;hardheid;"
              + "hardheid_source;status;peildatum;relation_to_accessibility;trade_off;responsible;"
              + "instrument;source;source_place;supplied_by;contradiction");
      file.row(
          "woningen-stad;wonen;woondeal;"
              + city
              + ";nieuwe woningen;9000;9000;woningen;2022;2030;bestuurlijke afspraak;woondeal, artikel 2;"
              + "4.100 gebouwd;2025-01-01;meer mensen om te bedienen;ruimte voor natuur;gemeenten;woondeal;"
              + "Woondeal (fictief);p. 4;regio;");
      file.row(
          "woningen-stad;wonen;omgevingsvisie;"
              + city
              + ";nieuwe woningen;9000;12000;woningen;2022;2035;ambitie;;;;;;gemeenten;omgevingsvisie;"
              + "Omgevingsvisie (fictief);p. 31;provincie;");
      file.row(
          "voorzieningen-nabij;bereikbaarheid;regiovisie;alle stadsregio-regio's;"
              + "supermarkt en huisarts binnen een kwartier fietsen;15;15;minuten;;2030;doel;;plannen in de"
              + " maak;2025-03-01;het doel zelf;;regio's;;Regiovisie (fictief);p. 9;regio;");
      file.row(
          "kust-groen;leefomgeving;kustpact;"
              + coast
              + ";natuur erbij;120;;hectare;2022;2032;bod;;;;;woningbouw;waterschap;;"
              + "Kustpact (fictief);p. 2;regio;");
      file.row(
          "co2;duurzaamheid;klimaat;Nederland;minder CO2;55;;%;1990;2030;wettelijk;klimaatwet (fictief);;;"
              + "minder autoverkeer;;Rijk;;Klimaatplan (fictief);p. 1;rijk;");
      file.row(
          "veerdienst;bereikbaarheid;vaarplan;Eiland Noorderhaak;veer elk half uur;30;30;minuten;;2028;"
              + "indicatief;;;;een nieuwe verbinding;;;;Vaarplan (fictief);p. 7;regio;");
    }
  }
}
