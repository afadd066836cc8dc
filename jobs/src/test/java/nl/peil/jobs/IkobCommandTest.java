package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project of IKOB, run as it is; the numbers are those of the worked example of its method. */
class IkobCommandTest {

  @TempDir private Path folder;
  private IkobProject project;

  @BeforeEach
  void project() throws IOException {
    project = new IkobProject(folder.resolve("deep/project"));
  }

  private Command ikob(String... more) {
    var words =
        new ArrayList<>(
            List.of("ikob", project.json().toString(), "--out", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return Command.run(words.toArray(String[]::new));
  }

  private void done(String... more) {
    var command = ikob(more);
    assertThat(command.code()).as(command.err()).isEqualTo(ExitCode.DONE.code());
    assertThat(command.out()).isEmpty();
  }

  private Path result(String file) {
    return folder.resolve("out/Drie zones").resolve(file);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(result(file));
  }

  private double[] vector(String file) throws IOException {
    var lines = lines(file);
    assertThat(lines).hasSize(1);
    return Arrays.stream(lines.get(0).split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[] of(double... numbers) {
    return numbers;
  }

  @Test
  void resultsHaveTheNamesAndNumbersThatUsersKnow() throws IOException {
    done();
    var work = "resultaten/werk/";
    assertThat(vector(work + "alle groepen/bestemmingen/restdag/Totaal_Fiets_middelhoog.csv"))
        .containsExactly(of(38.7576, 72.1329, 0), within(5e-5));
    assertThat(
            vector(work + "alleen autobezitters/bestemmingen/restdag/Totaal_Auto_middelhoog.csv"))
        .containsExactly(of(79.6567, 97.756, 0), within(5e-4));
    var h = of(138.724, 133.805, 41.355);
    for (var category : List.of("alle groepen", "alleen autobezitters")) {
      assertThat(
              vector(work + category + "/herkomsten/restdag/Totaal_Auto_OV_Fiets_middelhoog.csv"))
          .containsExactly(h, within(5e-4));
    }
    assertThat(vector(work + "concurrentie/arbeidsplaatsen/restdag/Totaal_OV_middelhoog.csv"))
        .containsExactly(of(0.917542, 0.665666, 0), within(5e-7));
    assertThat(vector(work + "concurrentie/inwoners/restdag/Totaal_OV_middelhoog.csv"))
        .containsExactly(of(2.41076, 0.979254, 0), within(5e-6));
  }

  @Test
  void tablesAreRoundedAndMultipliedAsIkobDoes() throws IOException {
    done();
    var reach = "resultaten/werk/alle groepen/";
    assertThat(lines(reach + "bestemmingen/restdag/Ontpl_totaal_middelhoog.csv"))
        .containsExactly(
            "Fiets,Auto,OV,Auto_Fiets,OV_Fiets,Auto_OV,Auto_OV_Fiets",
            "39,42,53,63,84,72,89",
            "72,89,22,100,91,93,103",
            "0,0,0,0,0,0,0");
    assertThat(lines(reach + "bestemmingen/restdag/Ontpl_totaal_Auto_OV_Fiets.csv"))
        .containsExactly(
            "Zone,laag,middellaag,middelhoog,hoog",
            "1,32,58,89,114",
            "2,54,75,103,130",
            "3,0,0,0,0");
    // T times labour force, then rounded: 32.4804 x 40, 57.7945 x 60, 89.0184 x 80, 113.535 x 20
    assertThat(lines(reach + "bestemmingen/restdag/Ontpl_totaalproduct_Auto_OV_Fiets.csv").get(1))
        .isEqualTo("1,1299,3468,7121,2271");
    var workforce =
        lines(reach + "herkomsten/restdag/Pot_totaalproduct_Auto_OV_Fiets.csv")
            .get(3)
            .split(",", -1);
    // H times jobs of zone 3, not rounded: 41.355 x 20
    assertThat(Double.parseDouble(workforce[3])).isCloseTo(827.1, within(0.01));
    assertThat(lines("resultaten/werk/concurrentie/inwoners/restdag/Ontpl_concproduct_OV.csv"))
        .hasSize(4);
  }

  @Test
  void groupsAndATidyTableStandBesideThem() throws IOException {
    done();
    var groups =
        lines("tussenresultaten/groepenverdeling/2023/Verdeling_over_groepen_Beroepsbevolking.csv");
    assertThat(groups).hasSize(4);
    assertThat(groups.get(0)).startsWith("GratisAuto_laag,GratisAuto_GratisOV_laag,");
    assertThat(Double.parseDouble(groups.get(1).split(",", -1)[30]))
        .isCloseTo(3264.222e-5, within(1e-8));
    assertThat(
            result(
                "tussenresultaten/groepenverdeling/2023/Verdeling_over_groepen_Beroepsbevolking_alleen_autobezit.csv"))
        .exists();
    var tidy = lines("ikob.csv");
    assertThat(tidy.get(0))
        .isEqualTo("motive,part_of_day,category,zone,income_class,modes,measure,value,unit");
    // Zones x classes x sets of modes x (jobs of two categories, workforce, two of competition)
    assertThat(tidy).hasSize(1 + 3 * 4 * 7 * 5);
    assertThat(tidy)
        .contains("werk,Restdag,alle groepen,3,middelhoog,OV,reachable_jobs,0,jobs")
        .anyMatch(line -> line.startsWith("werk,Restdag,,1,middelhoog,OV,job_competition,0.91754"));
  }

  @Test
  void headersAreAsIkobHasThemUnlessAskedOtherwise() throws IOException {
    var pot = "resultaten/werk/alle groepen/herkomsten/restdag/Pot_totaal_laag.csv";
    done();
    assertThat(lines(pot).get(0))
        .isEqualTo(
            "Fiets,EFiets,Auto,OV,Auto_Fiets,OV_Fiets,Auto_EFiets,OV_EFiets,Auto_OV,"
                + "Auto_OV_Fiets,Auto_OV_EFiets");
    var before = lines(pot).get(1);
    done("--variant", "headers");
    assertThat(lines(pot).get(0))
        .isEqualTo("Fiets,Auto,OV,Auto_Fiets,OV_Fiets,Auto_OV,Auto_OV_Fiets");
    assertThat(lines(pot).get(1)).isEqualTo(before);
  }

  @Test
  void zoneWithoutPeopleHasWorkersInTheConsistentVariant() throws IOException {
    done("--variant", "competition");
    assertThat(
            vector("resultaten/werk/concurrentie/inwoners/restdag/Totaal_Auto_middelhoog.csv")[2])
        .isPositive();
  }

  @Test
  void parkingCostFaresAndOtherFilesCount() throws IOException {
    var before = "resultaten/werk/alle groepen/bestemmingen/restdag/Totaal_%s_hoog.csv";
    done();
    double[] car = vector(before.formatted("Auto"));
    double[] publicTransport = vector(before.formatted("OV"));
    double[] bicycle = vector(before.formatted("Fiets"));
    project.write("SEGS/Parkeerkosten.csv", "100,200.5,300\n");
    project.change(
        "\"parkeerkosten\": {\"gebruiken\": false, \"bestand\": \"\"}",
        "\"parkeerkosten\": {\"gebruiken\": true, \"bestand\": \"SEGS/Parkeerkosten.csv\"}");
    // Free of charge to everybody
    project.write("skims/Restdag/OV_Kosten.csv", "0,0,0\n0,0,0\n0,0,0\n");
    project.change(
        "\"OV kostenbestand\": {\"gebruiken\": false}",
        "\"OV kostenbestand\": {\"gebruiken\": true}");
    done();
    assertThat(vector(before.formatted("Auto"))[0]).isLessThan(car[0]);
    assertThat(vector(before.formatted("OV"))[0]).isGreaterThan(publicTransport[0]);
    assertThat(vector(before.formatted("Fiets"))).isEqualTo(bicycle);
  }

  @Test
  void pathsAreFoundAboveTheProjectAndInTheBase() throws IOException {
    // As if written from two folders up
    project.change("\"SEGS\"", "\"project/SEGS\"");
    project.change("\"skims\",", "\"deep/project/skims\",");
    done();
    var command = ikob("--base", folder.resolve("elsewhere").toString());
    assertThat(command.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(command.err())
        .contains("'segs_directory': expected 'project/SEGS'")
        .contains("looked in [" + folder.resolve("elsewhere"));
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.move(folder.resolve("deep/project/SEGS"), folder.resolve("elsewhere/SEGS"));
    Files.move(folder.resolve("deep/project/skims"), folder.resolve("elsewhere/skims"));
    command = ikob("--base", folder.resolve("elsewhere").toString());
    assertThat(command.code()).as(command.err()).isEqualTo(ExitCode.DONE.code());
    assertThat(command.err()).contains("found as " + folder.resolve("elsewhere/SEGS"));
  }

  @Test
  void otherMotivesTakeTheirOwnDestinationsAndCurves() throws IOException {
    project.change("[\"werk\"]", "[\"werk\", \"onderwijs\"]");
    var without = ikob();
    assertThat(without.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(without.err()).contains("expected --destinations onderwijs=FILE");
    assertThat(ikob("--destinations", "sport=a.csv").err())
        .contains("--destinations takes MOTIVE=FILE for a motive other than werk");
    // One number for all classes; places in the second zone only
    var schools = project.write("schools.csv", "0\n1000\n0\n");
    done("--destinations", "onderwijs=" + schools);
    // By bicycle 40 minutes: too far; within zone 2 it takes 6, and for those who prefer it
    // 1 / (1 + exp(0.225 (6 - 12.5))), for others 1 / (1 + exp(0.225 (6 - 10)))
    double usual = 1000 / (1 + Math.exp(0.225 * (6 - 10)));
    double preferring = 1000 / (1 + Math.exp(0.225 * (6 - 12.5)));
    double[] found =
        vector(
            "resultaten/onderwijs/alle groepen/bestemmingen/restdag/Totaal_Fiets_middelhoog.csv");
    double cyclists = 0.07646389 + 0.0078085 + 0.0062468;
    double f = 0.35;
    double all = 0.34969445;
    assertThat(found)
        .containsExactly(
            of(
                1000
                        / (1 + Math.exp(0.225 * (40 - 12.5)))
                        * (0.04616542 + 0.05128405 + 0.03296831)
                        / 0.4
                    + 1000 / (1 + Math.exp(0.225 * (40 - 10))) * 0.27902332 / 0.4,
                (preferring * cyclists + usual * (all - cyclists)) / f,
                0),
            within(1e-4));
    assertThat(result("resultaten/werk/concurrentie")).exists();
    assertThat(lines("ikob.csv")).hasSize(1 + 2 * 3 * 4 * 7 * 5);
  }

  @Test
  void decimalsAreTakenWhenAskedFor() throws IOException {
    project.write("SEGS/CBS_autos_per_huishouden.csv", "40.0,110.5,1\n");
    assertThat(ikob().code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    done("--variant", "decimals");
  }

  @Test
  void aSettingThatIsNotThereHasIkobsDefaultAndThatIsTold() throws IOException {
    project.change("\"GeenAuto\": 0.33, ", "");
    var command = ikob();
    assertThat(command.code()).isEqualTo(ExitCode.DONE.code());
    assertThat(command.err())
        .contains("not there, so IKOB's default: 'skims' > 'varkostenga' > 'GeenAuto' = 0.33");
    assertThat(
            vector("resultaten/werk/alle groepen/bestemmingen/restdag/Totaal_Auto_middelhoog.csv"))
        .containsExactly(of(41.9563, 89.318, 0), within(5e-4));
  }
}
