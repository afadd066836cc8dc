package nl.peil.jobs.sample;

import java.io.IOException;

/** Writes the README of a delivery. */
final class ReadmeText {

  private static final String TEXT =
      """
      # A fictional delivery

      Written by `peil sample`: %d zones of a region that **does not exist**. People, places, schools,
      jobs and travel times are made up by formulas and hash functions; draw no conclusion about a real
      place. The coordinates lie off the coast of Holland so that no real place can be mistaken for one
      of these%s.

      Licence: CC0 1.0 (https://creativecommons.org/publicdomain/zero/1.0/). `levering.json` gives for
      each file its kind, year, rows, encoding, delimiter, coordinate system and checksum.

      | file | what it holds |
      | --- | --- |
      | zones/zones.gpkg | zones with a code like a PC4 (text), EPSG:28992, layer `zones`; %s is a nature area without inhabitants, %s lies across the coast |
      | zones/landsgrens.geojson | the land border in the east, a line, EPSG:4326 |
      | bevolking/vierkant500_2022.csv, bevolking/hoog/vierkant500_2040.csv | inhabitants per cell of 500 m as CBS publishes them: rounded to 5, -99997 below 5; the code is the lower left corner in hundreds of metres |
      | reistijden/{scenario}/{year}/{mode}_spits.csv.gz | minutes between the points of the zones, sorted; basis 2022 and hoog 2040 |
      | voorzieningen/bo.csv | primary schools by postcode; Windows-1252, `;`, CRLF |
      | voorzieningen/vo, mbo, hbo, wo, huisarts, supermarkt .csv | sites with x and y in EPSG:28992 and a capacity |
      | voorzieningen/eerstehulp.csv | emergency departments in longitude and latitude; `actief` = nee does not count |
      | banen/banen_pc4.csv, banen/hoog/banen_pc4_2040.csv | jobs per zone; four income classes that sum to `banen` |
      | barrieres/huishoudens_inkomen_pc4_2022.csv | mean income of the households of a zone in thousands of euros; -99997 where few people live |
      | barrieres/auto_rijbewijs_pc4.csv | households, cars, licences, adults, older people and low incomes per zone, as national tables have them |
      | barrieres/regio_aanvulling.csv | cars in five zones as the region counted them: it corrects the national table |
      | barrieres/beroepsbevolking_inkomen_pc4.csv | labour force per zone and income class (made-up shares of the people), and grade of urbanisation |
      | niveaus/bereikbaarheidspeil_2022.csv | a supplied level: acceptable minutes (made up) and realised minutes (nearest site; for banen the time within which %d jobs are reached), empty when not reached |
      | welvaart/kerncijfers_gemeente_2022.csv | indicators of brede welvaart per municipality, one to a column; -99997 = withheld |
      | welvaart/doelen.csv | goals of regions with how binding they are, `;`; two plans contradict each other, one region is unknown |
      | regio/gemeenten.geojson | municipalities, EPSG:4326; together they cover the land; two have a second feature, of water, with the same code |
      | regio/indeling_stadsregio.csv | municipalities in regions that overlap and leave gaps |
      | regio/indeling_kustzone.csv | zones in one region |
      | regio/landschap.shp | landscapes in EPSG:3857 that overlap, cut through zones and reach outside the land |

      ## Travel times

      Scenario hoog has more congestion, faster trains, shorter waiting and faster bicycles. The formulas
      stand in the class TravelModel. A pair that is absent is beyond the reach of the mode:

      - auto: %s
      - ov_lopen, ov_fiets: %s; ov_lopen is written with `;` and a decimal comma
      - fiets: 180 minutes, and the file says **9999** for %s
      - lopen: 120 minutes
      """;

  private ReadmeText() {}

  /** Writes README.md. */
  static void write(DeliveryFolder folder, Region region) throws IOException {
    var map = region.zones();
    int zones = map.zones().size();
    boolean large = zones > TravelModel.LARGE;
    // The first 200 zones fill the sea; a larger region lies over the land as well.
    boolean ashore = region.extent().x1() > 85_000;
    var text =
        TEXT.formatted(
            zones,
            ashore ? ", though a region as large as this one lies over real land as well" : "",
            map.zones().get(map.nature()).code(),
            map.zones().get(map.harbour()).code(),
            SuppliedLevel.JOBS,
            large ? "120 minutes (a sample of this size is cut there)" : "every pair is there",
            large ? "120 minutes (a sample of this size is cut there)" : "240 minutes",
            large
                ? "pairs up to a fifth beyond that; farther pairs are absent"
                : "every pair beyond that");
    var note = FileNote.text("README.md", "toelichting", null, "about this delivery");
    try (var file = folder.open(note)) {
      file.text(text.stripTrailing());
    }
  }
}
