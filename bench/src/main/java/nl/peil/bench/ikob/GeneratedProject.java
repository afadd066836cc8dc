package nl.peil.bench.ikob;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import nl.peil.bench.setting.Folders;

/**
 * An IKOB project of any size: half of the zones in cities on 70 by 70 km, the others on 200 by 300
 * km, with minutes and kilometres that follow from their distances. The same every time.
 */
final class GeneratedProject {

  private static final String JSON =
      """
      {"project": {"naam": "Bench", "verstedelijkingsscenario": "2023", "motieven": ["werk"],
         "paden": {"segs_directory": "SEGS", "skims_directory": "skims", "output_directory": "out"},
         "fiets of E-fiets": ["Fiets"],
         "welke_inkomensgroepen": ["laag", "middellaag", "middelhoog", "hoog"]},
       "verdeling": {"GratisOVpercentage": 0.03,
         "Percelektrisch": {"laag": 5, "middellaag": 10, "middelhoog": 20, "hoog": 40}},
       "skims": {"dagsoort": ["Restdag"], "parkeerzoektijden_bestand": "SEGS/Parkeerzoektijd.csv"},
       "geavanceerd": {"welke_groepen": ["alle groepen"]}}
      """;

  private static final String[] SKIMS = {
    "Auto_Tijd", "Auto_Afstand", "Fiets_Tijd", "OV_Tijd", "OV_Afstand"
  };

  private final Path folder;
  private final double[] x;
  private final double[] y;
  private final SplittableRandom random = new SplittableRandom(4070);

  private GeneratedProject(Path folder, int zones) {
    this.folder = folder;
    this.x = new double[zones];
    this.y = new double[zones];
    for (int zone = 0; zone < zones; zone++) {
      boolean city = urban(zone);
      x[zone] = city ? 20 + 70 * random.nextDouble() : 200 * random.nextDouble();
      y[zone] = city ? 60 + 70 * random.nextDouble() : 300 * random.nextDouble();
    }
  }

  private static boolean urban(int zone) {
    return zone % 2 == 0;
  }

  /**
   * The project, written when it is not there yet.
   *
   * @return its JSON
   */
  static Path of(Path folder, int zones) throws IOException {
    var json = folder.resolve("project.json");
    if (!Files.exists(json)) {
      Folders.delete(folder);
      new GeneratedProject(folder, zones).write();
      Files.writeString(json, JSON);
    }
    return json;
  }

  private void write() throws IOException {
    lines("SEGS/2023/Beroepsbevolking_inkomensklasse.csv", x.length, zone -> four(zone, 900));
    lines("SEGS/2023/Arbeidsplaatsen_inkomensklasse.csv", x.length, zone -> four(zone, 1000));
    lines("SEGS/CBS_autos_per_huishouden.csv", x.length, zone -> "" + random.nextInt(40, 150));
    lines(
        "SEGS/Stedelijkheidsgraad.csv",
        x.length,
        zone -> "" + (urban(zone) ? random.nextInt(1, 4) : random.nextInt(3, 6)));
    lines("SEGS/WelAuto.csv", 5, grade -> grade == 0 ? "33,59,78,94" : "60,80,94,97");
    lines("SEGS/GeenAuto.csv", 5, grade -> grade == 0 ? "29,20,14,4" : "15,8,3,1");
    lines("SEGS/GeenRijbewijs.csv", 5, grade -> grade == 0 ? "38,21,9,2" : "25,12,3,2");
    lines("SEGS/Voorkeuren.csv", 5, grade -> grade == 0 ? "25,25,30,20" : "50,20,25,5");
    lines("SEGS/VoorkeurenGeenAuto.csv", 5, grade -> grade == 0 ? "33,40,27" : "40,50,10");
    lines(
        "SEGS/Parkeerzoektijd.csv", x.length, zone -> (zone + 1) + (urban(zone) ? ",8,2" : ",0,0"));
    for (var skim : SKIMS) {
      lines("skims/Restdag/" + skim + ".csv", x.length, zone -> row(skim, zone));
    }
  }

  /** Four numbers of people or jobs; of one zone in fifty nobody. */
  private String four(int zone, int most) {
    int size = zone % 50 == 7 ? 1 : most;
    return random.nextInt(size)
        + ","
        + random.nextInt(size)
        + ","
        + random.nextInt(size)
        + ","
        + random.nextInt(size);
  }

  private String row(String skim, int origin) {
    var row = new StringBuilder(6 * x.length);
    for (int zone = 0; zone < x.length; zone++) {
      double straight = Math.hypot(x[origin] - x[zone], y[origin] - y[zone]);
      double km = 0.5 + 1.25 * straight;
      double tenths = 10 * value(skim, km);
      long number = Math.round(tenths * (0.95 + 0.1 * random.nextDouble()));
      row.append(zone == 0 ? "" : ",").append(number / 10).append('.').append(number % 10);
    }
    return row.toString();
  }

  /** Faster as one goes further; by public transport one trip in eight cannot be made. */
  private double value(String skim, double km) {
    return switch (skim) {
      case "Auto_Tijd" -> 2 + km / (0.5 + km / (km + 20));
      case "Fiets_Tijd" -> km * 4;
      case "OV_Tijd" -> random.nextInt(8) == 0 ? 999 : 8 + km / (0.35 + 0.6 * km / (km + 30));
      default -> km;
    };
  }

  private void lines(String file, int rows, IntFunction<String> line) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    try (BufferedWriter out = Files.newBufferedWriter(path)) {
      for (int row = 0; row < rows; row++) {
        out.write(line.apply(row));
        out.write('\n');
      }
    }
  }
}
