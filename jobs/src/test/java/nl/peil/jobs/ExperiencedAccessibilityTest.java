package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.table.IkobTables;
import nl.peil.table.RunTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worked example of IKOB's method as a delivery: zones 1001 to 1003 are its three zones. Of the
 * people of 1004 nothing is known, and in 1005 lives nobody; there are no jobs and no journeys.
 */
@Tag("thorough")
@ExtendWith(SparkExtension.class)
class ExperiencedAccessibilityTest {

  private static final String ONLY =
      "scenarios,zones,population_grid,travel_times,opportunities,region_membership,time_changes,"
          + "barrier_source,barriers,experienced_accessibility,region_experienced_accessibility";

  private static final String CONF =
      """
      travel_times = [
        { path = "ikob/auto.csv", scenario = basis, year = 2022, mode = auto, period = spits
          columns { origin = van, destination = naar, minutes = minuten, km = km } }
        { path = "ikob/fiets.csv", scenario = basis, year = 2022, mode = fiets, period = spits
          columns { origin = van, destination = naar, minutes = minuten } }
        { path = "ikob/ov_lopen.csv", scenario = basis, year = 2022, mode = ov_lopen, period = spits
          columns { origin = van, destination = naar, minutes = minuten, km = km } }
      ]
      opportunities = [
        { service = banen, kind = counts, path = "ikob/banen.csv", scenario = basis, year = 2022
          columns { zone = zone, count = banen
            count_laag = laag, count_middellaag = middellaag, count_middelhoog = middelhoog, count_hoog = hoog } }
        { service = huisarts, kind = points, path = "huisarts.csv", columns { id = id, x = x, y = y } }
      ]
      barriers {
        risk_score { version = none, variables = [] }
        sources = [
          { path = "ikob/bevolking.csv", scenario = basis, year = 2022, columns { area = zone }
            supplied_by = hand, peildatum = "2022-01-01", unit = personen
            indicators = [ laag, middellaag, middelhoog, hoog, autos,
              { indicator = stedelijkheid, aggregate = mean } ] }
        ]
      }
      ikob {
        indicators {
          labour_force { laag = laag, middellaag = middellaag, middelhoog = middelhoog, hoog = hoog }
          cars = autos, urbanisation = stedelijkheid
        }
        tables {
          WelAuto = WelAuto.csv, GeenAuto = GeenAuto.csv, GeenRijbewijs = GeenRijbewijs.csv
          Voorkeuren = Voorkeuren.csv, VoorkeurenGeenAuto = VoorkeurenGeenAuto.csv
        }
        parking = "parking.csv"
        electric_percent { laag = 0, middellaag = 10, middelhoog = 20, hoog = 50 }
      }
      """;

  private static TinyDelivery tiny;
  private static Command run;

  @BeforeAll
  static void run(@TempDir Path folder, SparkSession spark) throws IOException {
    QuickPlans.in(spark);
    tiny = TinyDelivery.in(folder);
    tiny.configure(CONF);
    matrix("auto", ",km", "2,1 15,12 30,40", "14,12 3,2 20,25", "32,40 22,25 2,1");
    matrix("fiets", "", "5 40 190", "40 6 75", "190 75 4");
    matrix("ov_lopen", ",km", "0,0 25,12 60,42", "25,12 0,0 45,26", "60,42 999,26 0,0");
    tiny.write(
        "ikob/banen.csv",
        "zone,banen,laag,middellaag,middelhoog,hoog",
        "1001,100,10,20,30,40",
        "1002,260,50,60,70,80",
        "1003,80,20,20,20,20",
        "1004,0,0,0,0,0",
        "1005,0,0,0,0,0");
    tiny.write(
        "ikob/bevolking.csv",
        "zone,laag,middellaag,middelhoog,hoog,autos,stedelijkheid",
        "1001,40,60,80,20,40,1",
        "1002,30,50,70,50,110,2",
        "1003,0,0,0,0,120,4",
        "1004,5,-99997,5,5,100,5",
        "1005,0,0,0,0,,");
    table("WelAuto", "33,59,78,94", "49,74,91,97");
    table("GeenAuto", "29,20,14,4", "21,12,5,2");
    table("GeenRijbewijs", "38,21,9,2", "29,14,4,1");
    table("Voorkeuren", "25,25,30,20", "35,25,30,10");
    table("VoorkeurenGeenAuto", "33,40,27", "38,46,15");
    Files.writeString(beside("parking.csv"), "zone,arrival,departure\n1001,12,3\n1002,8,2\n");
    run = tiny.command("run", "--only", ONLY);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  /** Rows of three zones, a text for each: minutes, and kilometres after a comma. */
  private static void matrix(String mode, String header, String... rows) throws IOException {
    var text = new StringBuilder("van,naar,minuten" + header + "\n");
    for (int i = 0; i < rows.length; i++) {
      var pairs = rows[i].split(" ");
      for (int j = 0; j < pairs.length; j++) {
        text.append(1001 + i).append(',').append(1001 + j).append(',').append(pairs[j]);
        text.append('\n');
      }
    }
    tiny.write("ikob/" + mode + ".csv", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A file beside the configuration. */
  private static Path beside(String name) {
    return tiny.conf().resolveSibling(name);
  }

  /** A table of which only the first two grades matter. */
  private static void table(String name, String first, String second) throws IOException {
    Files.writeString(
        beside(name + ".csv"), String.join("\n", first, second, second, second, second, ""));
  }

  private static List<Row> zones(SparkSession spark, String where) {
    return tiny.table(spark, IkobTables.EXPERIENCED_ACCESSIBILITY)
        .where(where)
        .orderBy("zone")
        .collectAsList();
  }

  private static void close(double found, double expected) {
    // The example gives six digits
    assertThat(found).isCloseTo(expected, within(6e-6 * Math.max(1, Math.abs(expected))));
  }

  @Test
  void theExampleOfTheMethodComesOut(SparkSession spark) {
    var example =
        """
        Fiets 38.7576 72.1329 88.1804 78.6357 0 0.450993 0.913151 2.20899 1.1658
        Auto 41.9563 89.318 85.4285 89.6247 38.6091 0.500707 1.14205 1.13631 2.0318
        OV 53.1577 21.8749 45.548 60.2688 9.92987 0.917542 0.665666 2.41076 0.979254
        Auto_Fiets 62.7285 100.138 132.2 104.139 38.6091 0.568409 1.06468 1.59886 1.62125
        OV_Fiets 83.5848 90.9901 126.687 129.384 9.92987 0.690304 0.925367 1.55031 1.38237
        Auto_OV 71.6896 92.7597 92.5137 123.226 41.355 0.650064 0.971355 1.09672 1.54988
        Auto_OV_Fiets 89.0184 103.339 138.724 133.805 41.355 0.691543 0.92395 1.45859 1.40886
        """;
    for (var line : example.lines().toList()) {
      var words = line.split(" ");
      var middelhoog = "income_class = 'middelhoog' AND modes = '" + words[0] + "' AND measure = ";
      int word = 1;
      for (var measure :
          List.of(
              "reachable_jobs", "reachable_workforce", "job_competition", "worker_competition")) {
        var found = zones(spark, middelhoog + "'" + measure + "'");
        boolean ofPlaces = measure.equals("reachable_workforce");
        for (int zone = 0; zone < (ofPlaces ? 3 : 2); zone++) {
          close(found.get(zone).<Double>getAs("value"), Double.parseDouble(words[word++]));
        }
      }
    }
    var hoog =
        zones(
            spark,
            "income_class = 'hoog' AND modes = 'Auto_OV_Fiets' AND measure = 'reachable_jobs'");
    close(hoog.get(0).<Double>getAs("value"), 113.535);
    close(hoog.get(1).<Double>getAs("value"), 129.565);
  }

  @Test
  void whatIsNotKnownIsNotNought(SparkSession spark) {
    var jobs =
        zones(
            spark, "income_class = 'middelhoog' AND modes = 'Auto' AND measure = 'reachable_jobs'");
    assertThat(jobs)
        .extracting(row -> row.<String>getAs("reason"))
        .containsExactly(null, null, "no_labour_force", "unknown_labour_force", "no_labour_force");
    assertThat(jobs)
        .extracting(row -> row.<Double>getAs("value") == null)
        .containsExactly(false, false, true, true, true);
    assertThat(jobs)
        .extracting(row -> row.<Double>getAs("labour_force"))
        .containsExactly(80.0, 70.0, 0.0, null, 0.0);
    assertThat(
            tiny.table(spark, RunTables.FINDINGS)
                .where("rule = 'ikob_unknown_labour_force'")
                .collectAsList())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<String>getAs("message")).startsWith("of 1 of 5 zones");
              assertThat(row.<String>getAs("table_name")).isEqualTo("experienced_accessibility");
            });
    assertThat(tiny.table(spark, IkobTables.EXPERIENCED_ACCESSIBILITY).count())
        .isEqualTo(5 * 4 * 7 * 4);
  }

  @Test
  void regionsAreMeansOfTheirPeopleAndJobs(SparkSession spark) {
    // The cut goes through 1002: three quarters of its people live west of it
    var halves =
        tiny.table(spark, IkobTables.REGION_EXPERIENCED_ACCESSIBILITY)
            .where("layout = 'helft' AND income_class = 'middelhoog' AND modes = 'Auto_OV_Fiets'")
            .orderBy("region")
            .collectAsList();
    assertThat(halves).extracting(row -> row.<String>getAs("region")).containsExactly("E", "W");
    var east = halves.get(0);
    assertThat(east.<Integer>getAs("zones_unknown")).isEqualTo(1);
    close(east.<Double>getAs("labour_force"), 17.5);
    close(east.<Double>getAs("jobs"), 17.5 + 20);
    close(east.<Double>getAs("jobs_compared"), 17.5);
    close(east.<Double>getAs("reachable_jobs"), 103.339);
    close(east.<Double>getAs("reachable_workforce"), (17.5 * 133.805 + 20 * 41.355) / (17.5 + 20));
    close(east.<Double>getAs("worker_competition"), 1.40886);
    var west = halves.get(1);
    assertThat(west.<Integer>getAs("zones_unknown")).isZero();
    close(west.<Double>getAs("labour_force"), 80 + 52.5);
    close(west.<Double>getAs("reachable_jobs"), (80 * 89.0184 + 52.5 * 103.339) / 132.5);
    assertThat(west.<Double>getAs("reachable_jobs_sum"))
        .isCloseTo(80 * 89.0184 + 52.5 * 103.339, within(0.1));
    close(west.<Double>getAs("job_competition"), (80 * 0.691543 + 52.5 * 0.92395) / 132.5);
    close(west.<Double>getAs("worker_competition"), (30 * 1.45859 + 52.5 * 1.40886) / 82.5);
    // Nobody lives in L3, so that nothing is a mean of anybody
    var nobody =
        tiny.table(spark, IkobTables.REGION_EXPERIENCED_ACCESSIBILITY)
            .where("region = 'L3' AND income_class = 'laag' AND modes = 'Auto'")
            .collectAsList();
    assertThat(nobody)
        .allSatisfy(
            row -> {
              assertThat(row.<Double>getAs("reachable_jobs")).isNull();
              assertThat(row.<Double>getAs("labour_force")).isZero();
            });
  }

  @Test
  void anotherPercentageMakesItStale() throws IOException {
    var again = tiny.command("run", "--only", ONLY, "--dry-run");
    assertThat(again.out()).containsPattern(" experienced_accessibility +up to date");
    var file = beside("GeenAuto.csv");
    var before = Files.readString(file);
    Files.writeString(file, before.replaceFirst("29", "30"));
    var changed = tiny.command("run", "--only", ONLY, "--dry-run");
    Files.writeString(file, before);
    assertThat(changed.out())
        .containsPattern(" experienced_accessibility +1 of 1 to make")
        .containsPattern(" barriers +up to date");
  }

  @Test
  void aTableOfAnotherSizeIsRefused() throws IOException {
    var file = beside("Voorkeuren.csv");
    var before = Files.readString(file);
    Files.writeString(file, before + "1,2,3,4\n");
    var refused = tiny.command("run", "--only", ONLY, "--dry-run");
    Files.writeString(file, before);
    assertThat(refused.code()).isNotZero();
    assertThat(refused.out() + refused.err())
        .contains("Voorkeuren.csv: expected 5 rows (grade of urbanisation) of 4 numbers, came 6");
  }
}
