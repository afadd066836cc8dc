package nl.peil.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project folder of IKOB with the three zones of the worked example of its method. */
final class IkobProject {

  private static final String JSON =
      """
      {"TVOM": {"werk": {"laag": 12.0, "middellaag": 9.0, "middelhoog": 6.0, "hoog": 4.0}},
       "project": {"naam": "Drie zones", "verstedelijkingsscenario": "2023", "motieven": ["werk"],
         "paden": {"segs_directory": "SEGS", "skims_directory": "skims", "output_directory": "out"},
         "fiets of E-fiets": ["Fiets"],
         "welke_inkomensgroepen": ["laag", "middellaag", "middelhoog", "hoog"]},
       "verdeling": {"GratisOVpercentage": 0.03,
         "Percelektrisch": {"laag": 0, "middellaag": 10, "middelhoog": 20, "hoog": 50}},
       "skims": {"dagsoort": ["Restdag"], "parkeerzoektijden_bestand": "SEGS/Parkeerzoektijd.csv",
         "Kosten auto fossiele brandstof": {"variabele kosten": 16.0, "kmheffing": 0.0},
         "Kosten elektrische auto": {"variabele kosten": 5.0, "kmheffing": 0.0},
         "varkostenga": {"GeenAuto": 0.33, "GeenRijbewijs": 2.4},
         "tijdkostenga": {"GeenAuto": 0.05, "GeenRijbewijs": 0.4},
         "pricecap": {"gebruiken": false, "getal": 9999.0}, "OV kostenbestand": {"gebruiken": false},
         "OV kosten": {"kmkosten": 12.0, "starttarief": 75.0}},
       "geavanceerd": {"welke_groepen": ["alleen autobezitters", "alle groepen"],
         "kunstmab": {"gebruiken": false, "bestand": ""},
         "additionele_kosten": {"gebruiken": false, "bestand": ""},
         "parkeerkosten": {"gebruiken": false, "bestand": ""}},
       "ketens": {"chains": {"gebruiken": false}}}
      """;

  private final Path folder;

  /** Writes the project. */
  IkobProject(Path folder) throws IOException {
    this.folder = folder;
    write("project.json", JSON);
    write(
        "SEGS/2023/Beroepsbevolking_inkomensklasse.csv",
        "laag,middellaag,middelhoog,hoog\n40,60,80,20\n30,50,70,50\n0,0,0,0\n");
    write(
        "SEGS/2023/Arbeidsplaatsen_inkomensklasse.csv",
        "\uFEFFLaag,Middellaag,Middelhoog,Hoog\r\n10,20,30,40\r\n50,60,70,80\r\n20,20,20,20\r\n");
    write("SEGS/CBS_autos_per_huishouden.csv", "40,110,120\n");
    write("SEGS/Stedelijkheidsgraad.csv", "1\n2\n4\n");
    write("SEGS/WelAuto.csv", five("33,59,78,94", "49,74,91,97"));
    write("SEGS/GeenAuto.csv", five("29,20,14,4", "21,12,5,2"));
    write("SEGS/GeenRijbewijs.csv", five("38,21,9,2", "29,14,4,1"));
    write("SEGS/Voorkeuren.csv", five("25,25,30,20", "35,25,30,10"));
    write("SEGS/VoorkeurenGeenAuto.csv", five("33,40,27", "38,46,15"));
    write("SEGS/Parkeerzoektijd.csv", "Zone,AankomstZT,VertrekZT\n1,12,3\n2,8,2\n3,0,0\n");
    write("skims/Restdag/Auto_Tijd.csv", "2,15,30\n14,3,20\n32,22,2\n");
    write("skims/Restdag/Auto_Afstand.csv", "1,12,40\n12,2,25\n40,25,1\n");
    write("skims/Restdag/Fiets_Tijd.csv", "5,40,190\n40,6,75\n190,75,4\n");
    write("skims/Restdag/OV_Tijd.csv", "0,25,60\n25,0,45\n60,999,0\n");
    write("skims/Restdag/OV_Afstand.csv", "0,12,42\n12,0,26\n42,26,0\n");
  }

  /** A table by grade of which only the first two rows matter. */
  private static String five(String first, String second) {
    return first + "\n" + (second + "\n").repeat(4);
  }

  /** The JSON. */
  Path json() {
    return folder.resolve("project.json");
  }

  /** Writes a file of the project anew. */
  Path write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  /** Replaces a part of the JSON, which must be there. */
  void change(String from, String to) throws IOException {
    var before = Files.readString(json());
    if (!before.contains(from)) {
      throw new IllegalArgumentException("the project has no " + from);
    }
    Files.writeString(json(), before.replace(from, to));
  }
}
