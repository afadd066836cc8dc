package nl.peil.jobs.sample;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes the folder voorzieningen, every file in its own habits, as the real ones have. */
final class ServiceFiles {

  private static final int LETTERS = 611;

  private static final List<String> SCHOOL_NAMES =
      List.of(
          "De Meeuwenvlucht",
          "Het Kompas",
          "Prinses Máxima",
          "De Coöperatie",
          "Frère Roger",
          "De Zandloper",
          "'t Vlot",
          "Sint-Jozef",
          "De Reünie",
          "Willem van Oranje",
          "Daltonschool De Iep",
          "Montessorischool Zoë",
          "De Branding",
          "Het Palet",
          "Basisschool Chloé",
          "De Wilgenroos",
          "CBS Sjaloom",
          "De Boomgaard",
          "Naïmaschool",
          "De Vuurtoren",
          "IKC Het Wad",
          "Jenaplan De Klaver",
          "De Ark",
          "O.b.s. Süderpoort");

  private final DeliveryFolder folder;
  private final Region region;

  private ServiceFiles(DeliveryFolder folder, Region region) {
    this.folder = folder;
    this.region = region;
  }

  /** Writes all services. */
  static void write(DeliveryFolder folder, Region region, Services services) throws IOException {
    var files = new ServiceFiles(folder, region);
    files.primarySchools(services.of("bo"));
    files.points("vo", services.of("vo"), "capaciteit in leerlingen");
    files.points("mbo", services.of("mbo"), "capaciteit in studenten");
    files.points("hbo", services.of("hbo"), "capaciteit in studenten");
    files.points("wo", services.of("wo"), "capaciteit in studenten");
    files.points("huisarts", services.of("huisarts"), "capaciteit in patiënten");
    files.points("supermarkt", services.of("supermarkt"), "capaciteit in m2 vloer");
    files.emergency(services.of("eerstehulp"), services.closedEmergency());
  }

  private void primarySchools(List<Site> schools) throws IOException {
    var note =
        note("bo", "primary schools, located by POSTCODE (PC6, with a blank); CRLF; no coordinates")
            .written("windows-1252", ";");
    try (var file = folder.open(note)) {
      file.text("VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;PLAATSNAAM\r");
      for (int i = 0; i < schools.size(); i++) {
        var school = schools.get(i);
        var code =
            String.format(
                Locale.ROOT, "%02d%c%c00", i % 100, letter(i / 100 % 26), letter(i / 2600));
        var name = SCHOOL_NAMES.get(i % SCHOOL_NAMES.size());
        var postcode =
            postcode4(region.zones().zones(), school.zone())
                + " "
                + letter(Noise.index(26, LETTERS, i, 0))
                + letter(Noise.index(26, LETTERS, i, 1));
        var town = school.place().name().toUpperCase(Locale.ROOT);
        file.row(code + ";" + name + ";" + postcode + ";" + town + "\r");
      }
    }
  }

  /**
   * The digits of the postcodes in a zone. There are 9,000 such numbers: a zone beyond them has
   * those of the nearest zone that has its own.
   */
  static String postcode4(List<Zone> zones, int zone) {
    var here = zones.get(zone);
    return here.code().length() == 4
        ? here.code()
        : zones.stream()
            .filter(other -> other.code().length() == 4)
            .min(
                Comparator.comparingDouble(
                    other -> Math.hypot(other.x() - here.x(), other.y() - here.y())))
            .orElseThrow()
            .code();
  }

  private void points(String service, List<Site> sites, String note) throws IOException {
    try (var file = folder.open(note(service, note).in("EPSG:28992"))) {
      file.text("id,x,y,capaciteit");
      for (int i = 0; i < sites.size(); i++) {
        var site = sites.get(i);
        file.row(
            String.format(
                Locale.ROOT,
                "%s%05d,%.1f,%.1f,%d",
                service.toUpperCase(Locale.ROOT),
                i + 1,
                site.x(),
                site.y(),
                site.capacity()));
      }
    }
  }

  private void emergency(List<Site> open, List<Site> closed) throws IOException {
    var crs = new SampleCrs();
    var note =
        note(
                "eerstehulp",
                "longitude and latitude; volledige_seh = full-time emergency department; "
                    + "actief = nee does not count")
            .in("EPSG:4326");
    try (var file = folder.open(note)) {
      file.text("id,naam,lon,lat,volledige_seh,actief");
      int id = 1;
      for (var site : open) {
        file.row(hospital(crs, id++, "Ziekenhuis ", site, "ja,ja"));
      }
      for (var site : closed) {
        file.row(hospital(crs, id++, "Voormalig Ziekenhuis ", site, "nee,nee"));
      }
    }
  }

  private static String hospital(SampleCrs crs, int id, String kind, Site site, String flags) {
    var degrees = crs.toDegrees(site.x(), site.y());
    return String.format(
        Locale.ROOT,
        "EH%03d,%s,%.6f,%.6f,%s",
        id,
        kind + site.place().name(),
        degrees.x,
        degrees.y,
        flags);
  }

  private static FileNote note(String service, String note) {
    return FileNote.csv("voorzieningen/" + service + ".csv", "voorzieningen", null, 2022, note);
  }

  private static char letter(int number) {
    return (char) ('A' + Math.floorMod(number, 26));
  }
}
