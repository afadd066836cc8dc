package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nl.peil.SparkExtension;
import nl.peil.table.BarrierTables;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From tables of barriers to regions, on a delivery that can be computed by hand. */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
class BarriersTest {

  private static final String ONLY = "barrier_source,barriers,barrier_risk,region_barriers";

  private static TinyDelivery tiny;
  private static Command run;

  private static final String CONF =
      """
      quality { max_bad_share = 0.6 }
      scenarios = [ { scenario = erft, year = 2022, inherit = basis/2022 } ]
      barriers {
        sources = [
          { path = "landelijk.csv", decimal_comma = true, scenario = basis, year = 2022
            columns { area = zone }, supplied_by = CBS, peildatum = "2022-01-01"
            indicators = [ autos, huishoudens,
              { indicator = winkel_km, unit = km, aggregate = mean },
              { indicator = perc_arm, aggregate = mean } ] }
          { path = "regio.csv", scenario = basis, year = 2022, level = regional
            columns { area = gebied, indicator = wat, value = waarde, peildatum = van, supplied_by = wie }, withheld = [geheim] }
          { path = "streek.parquet", area = streek, scenario = basis, year = 2022
            columns { area = streek }, supplied_by = CBS, peildatum = "2021-01-01", indicators = [ autos, huishoudens ] }
          { path = "cellen.csv", area = cell, cell_size_m = 500, scenario = basis, year = 2022
            columns { area = cel }, supplied_by = CBS, peildatum = "2021-01-01", indicators = [ ouderen ] }
        ]
        indicators = [
          { indicator = geen_auto, numerator = [autos], denominator = [huishoudens], complement = true }
          { indicator = arm, numerator = [perc_arm], percent = true }
        ]
        joint = [[geen_auto, arm]]
        risk_score {
          version = "proef 1"
          variables = [
            { variable = afstand_voorzieningen, indicator = winkel_km, cuts = [0.4, 0.8] }
            { variable = motorvoertuig, two = [geen_auto] }
          ]
        }
      }
      """;

  @BeforeAll
  static void supply(TinyDelivery finished, @TempDir Path folder, SparkSession spark)
      throws IOException {
    tiny = finished.copy(folder);
    tiny.configure(CONF);
    tiny.write(
        "landelijk.csv",
        "zone;autos;huishoudens;winkel_km;perc_arm",
        "1001;30;40;0,3;40",
        "1002;-99997;32;0,5;20",
        "1003;50;20;1,0;",
        "1004;.;4;;10",
        "7777;1;1;1;1", // 6: beyond the zones
        "1003;51;20;1,0;5"); // 7: told already
    tiny.write(
        "regio.csv",
        "gebied,wat,waarde,van,wie",
        "1001,autos,20,31-12-2021,Streek",
        "1002,autos,geheim,2023-01-01,Streek",
        "1003,autos,-4,2023-01-01,Streek", // 4: less than nothing
        "1003,autos,10,eens,Streek"); // 5: no date
    tiny.write(
        "cellen.csv",
        "cel,ouderen",
        "E1000N4500,25",
        "E1005N4500,-99997", // nobody is known to live there
        "E1010N4500,10",
        "E1010N4505,5",
        "E1015N4500,-99997", // 20 of the 80 people of 1002
        "E1020N4500,5");
    spark
        .sql("SELECT 'L2' AS streek, 30 AS autos, 40D AS huishoudens")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("los").toString());
    try (var files = java.nio.file.Files.list(folder.resolve("los"))) {
      var part =
          files.filter(file -> file.getFileName().toString().startsWith("part-")).findFirst().get();
      java.nio.file.Files.copy(part, tiny.file("streek.parquet"));
    }
    run = tiny.command("run", "--only", ONLY);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private static List<Row> rows(SparkSession spark, TableSpec table, String where, String order) {
    return tiny.table(spark, table)
        .where("scenario = 'basis' AND (" + where + ")")
        .orderBy(order)
        .collectAsList();
  }

  @Test
  void theValueThatCountsAndTheNationalOneBesideIt(SparkSession spark) {
    assertThat(rows(spark, BarrierTables.BARRIERS, "indicator = 'geen_auto'", "zone"))
        .extracting(
            row ->
                "%s share %s of %s: %s from %s %s by %s, else %s by %s"
                    .formatted(
                        row.getAs("zone"),
                        row.getAs("share"),
                        row.getAs("denominator"),
                        row.<Boolean>getAs("known")
                            ? (row.<Boolean>getAs("clamped") ? "clamped" : "known")
                            : row.getAs("reason"),
                        row.getAs("level"),
                        row.getAs("basis"),
                        row.getAs("supplied_by"),
                        row.getAs("national_value"),
                        row.getAs("national_supplied_by")))
        .containsExactly(
            "1001 share 0.5 of 40.0: known from regional zone by CBS, Streek, else 0.25 by CBS",
            "1002 share 0.25 of null: known from national streek by CBS, else null by null",
            "1003 share 0.0 of 20.0: clamped from national zone by CBS, else null by null",
            "1004 share null of null: suppressed from national zone by CBS, else null by null",
            "1005 share null of null: absent from null null by null, else null by null");
  }

  @Test
  void cellsAreAddedUpUnlessTooManyPeopleLiveInThoseThatAreWithheld(SparkSession spark) {
    assertThat(rows(spark, BarrierTables.BARRIERS, "indicator = 'ouderen'", "zone"))
        .extracting(row -> row.getAs("value") + " " + row.getAs("reason"))
        .containsExactly("25.0 null", "null suppressed", "5.0 null", "null absent", "null absent");
  }

  @Test
  void theScoreOfEachZone(SparkSession spark) {
    assertThat(
            rows(spark, BarrierTables.BARRIER_RISK, "share > 0 OR share IS NULL", "zone").stream()
                .filter(row -> !row.isNullAt(4) || row.getAs("risk_class").equals("high")))
        .extracting(
            row ->
                row.getAs("zone")
                    + " "
                    + row.getAs("risk_class")
                    + " "
                    + row.getAs("share")
                    + " mean "
                    + row.getAs("score_mean")
                    + " of "
                    + row.getAs("variables_known"))
        .containsExactlyInAnyOrder(
            "1001 very_low 0.5 mean 0.5 of 2",
            "1001 high 0.5 mean 0.5 of 2",
            "1002 low 0.75 mean 0.75 of 2",
            "1002 very_high 0.25 mean 0.75 of 2",
            "1003 high 1.0 mean 1.0 of 2",
            "1004 high null mean null of 0",
            "1005 high null mean null of 0");
  }

  @Test
  void regionsCountPeopleAndSayOfHowManyItIsKnown(SparkSession spark) {
    // 160 people in W: 100 of 1001 and 60 of 1002; 80 in E: 20 of 1002, 50 and 10
    expect(spark, "W", "geen_auto", 160, 160, 50 + 15, 50 + 15, 50 + 15);
    expect(spark, "E", "geen_auto", 80, 70, 5, 5, 5);
    expect(spark, "W", "geen_auto+arm", 160, 160, 20 + 3, 0, 40 + 12);
    expect(spark, "E", "geen_auto+arm", 80, 20, 1, 0, 4);
    expect(spark, "W", "high", 160, 160, 50, 50, 50);
    var cars = region(spark, "W", "geen_auto");
    // Only 1001 is counted: 1002 has the share of its streek
    assertThat(cars.<Double>getAs("value")).isEqualTo(20);
    assertThat(cars.<Double>getAs("denominator")).isEqualTo(40);
    assertThat(cars.<String>getAs("assumption")).isEqualTo("zone_share");
    assertThat(region(spark, "W", "geen_auto+arm").<String>getAs("assumption"))
        .isEqualTo("independence");
    // Persons of 1001 and of 1002 by their score
    assertThat(region(spark, "W", "mean").<Double>getAs("value"))
        .isEqualTo((100 * 0.5 + 60 * 0.75) / 160, within(1e-12));
    assertThat(region(spark, "W", "ouderen").<Double>getAs("value")).isEqualTo(25);
  }

  private static Row region(SparkSession spark, String region, String indicator) {
    return rows(
            spark,
            BarrierTables.REGION_BARRIERS,
            "layout = 'helft' AND region = '%s' AND indicator = '%s'".formatted(region, indicator),
            "region")
        .get(0);
  }

  private static void expect(
      SparkSession spark,
      String region,
      String indicator,
      double population,
      double known,
      double persons,
      double low,
      double high) {
    var row = region(spark, region, indicator);
    assertThat(row.<Double>getAs("population")).isEqualTo(population, within(1e-9));
    assertThat(row.<Double>getAs("population_known")).isEqualTo(known, within(1e-9));
    assertThat(row.<Double>getAs("share_known")).isEqualTo(known / population, within(1e-12));
    assertThat(row.<Double>getAs("persons")).isEqualTo(persons, within(1e-9));
    assertThat(row.<Double>getAs("share")).isEqualTo(persons / known, within(1e-12));
    assertThat(row.<Double>getAs("share_low")).isEqualTo(low / known, within(1e-12));
    assertThat(row.<Double>getAs("share_high")).isEqualTo(high / known, within(1e-12));
  }

  @Test
  void whatIsWrongIsSetAsideWithItsLineAndWhatIsDoubtfulIsTold(SparkSession spark) {
    assertThat(
            tiny.table(spark, RunTables.QUARANTINE)
                .where("table_name = 'barrier_source'")
                .orderBy("file", "line")
                .collectAsList())
        .extracting(
            row -> row.getAs("file") + ":" + row.getAs("line") + " " + row.<String>getAs("rule"))
        .containsExactly(
            "landelijk.csv:6 unknown_zone",
            "landelijk.csv:7 duplicate_figure",
            "regio.csv:4 negative_count",
            "regio.csv:5 bad_date");
    assertThat(run.out())
        .contains("[share_clamped] 1 zones have a share of geen_auto")
        .contains("[open_risk_variables]", "[withheld_values]");
  }

  @Test
  void aScenarioThatInheritsHasTheSameBarriers(SparkSession spark) {
    var columns = new String[] {"zone", "indicator", "share", "value", "reason"};
    var barriers = tiny.table(spark, BarrierTables.BARRIERS);
    var own = barriers.where("scenario = 'basis'").selectExpr(columns);
    var inherited = barriers.where("scenario = 'erft'").selectExpr(columns);
    assertThat(inherited.count()).isPositive().isEqualTo(own.count());
    assertThat(own.except(inherited).count()).isZero();
    assertThat(tiny.command("plan", "--only", ONLY).out()).doesNotContain("to make");
  }
}
