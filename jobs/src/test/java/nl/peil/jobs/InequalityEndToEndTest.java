package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inequality per region and per layout, every number by hand; see {@link TinyDelivery}. By rising
 * income: 1005 (nobody), 1003 (50 people), 1002 (80), 1004 (10); that of 1001 (100) is withheld.
 */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class InequalityEndToEndTest {

  private static final double EXACT = 1e-12;

  private static final Map<String, Row> REGION = new HashMap<>();
  private static final Map<String, Row> LAYOUT = new HashMap<>();

  @BeforeAll
  static void collect(SparkSession spark, TinyDelivery tiny) {
    collect(
        REGION,
        tiny,
        spark,
        AccessTables.REGION_ACCESSIBILITY,
        "layout",
        "region",
        "service",
        "measure");
    collect(LAYOUT, tiny, spark, AccessTables.LAYOUT_INEQUALITY, "layout", "service", "measure");
  }

  private static void collect(
      Map<String, Row> rows,
      TinyDelivery tiny,
      SparkSession spark,
      TableSpec table,
      String... more) {
    for (var row : tiny.table(spark, table).where("period = 'spits'").collectAsList()) {
      var key = new StringBuilder(row.<String>getAs("scenario") + " " + row.getAs("mode"));
      for (var column : more) {
        key.append(' ').append(row.<String>getAs(column));
      }
      assertThat(rows.put(key.toString(), row)).as("key of " + table + ": " + key).isNull();
    }
  }

  private static Double number(Map<String, Row> rows, String key, String column) {
    return Objects.requireNonNull(rows.get(key), "no row " + key).getAs(column);
  }

  private static void assertRegion(String key, String column, double expected) {
    assertThat(number(REGION, key, column))
        .as(key + " " + column)
        .isCloseTo(expected, within(EXACT));
  }

  private static void assertNothing(String key, String... columns) {
    for (var column : columns) {
      assertThat(number(REGION, key, column)).as(key + " " + column).isNull();
    }
  }

  private static void assertLayout(String key, String column, double expected) {
    assertThat(number(LAYOUT, key, column))
        .as(key + " " + column)
        .isCloseTo(expected, within(EXACT));
  }

  // ---- the whole delivery
  // ------------------------------------------------------------------------

  @Test
  void theWholeDeliveryIsALayoutWithOneRegionOfAllZones(SparkSession spark, TinyDelivery tiny) {
    var rows =
        tiny.table(spark, InputTables.REGION_MEMBERSHIP)
            .where("layout = 'delivery'")
            .orderBy("zone")
            .collectAsList();
    assertThat(rows)
        .extracting(
            row ->
                row.getAs("region")
                    + " "
                    + row.getAs("zone")
                    + " "
                    + row.getAs("weight")
                    + " "
                    + row.getAs("persons"))
        .containsExactly(
            "all 1001 1.0 100.0",
            "all 1002 1.0 80.0",
            "all 1003 1.0 50.0",
            "all 1004 1.0 10.0",
            "all 1005 1.0 0.0");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.<String>getAs("region_name")).isEqualTo("the whole delivery");
              assertThat(row.<String>getAs("source")).isEqualTo("built in");
              assertThat(row.<String>getAs("status")).isEqualTo("vastgesteld");
              assertThat(row.<Boolean>getAs("partition_layout")).isTrue();
            });
  }

  @Test
  void theWholeDeliveryHasADistributionAndALevelOfItsOwn(SparkSession spark, TinyDelivery tiny) {
    // 100 people at 2.0 minutes, 80 at 9.0, 50 at 3.0; 10 reach nobody
    var key = "basis auto delivery all huisarts nearest_1";
    assertRegion(key, "population", 240);
    assertRegion(key, "population_covered", 230);
    assertRegion(key, "mean", (200 + 720 + 150) / 230.0);
    assertRegion(key, "p50", 3);
    var level =
        tiny.table(spark, AccessTables.REGION_LEVEL)
            .where(
                "layout = 'delivery' AND scenario = 'basis' AND mode = 'auto' AND service = 'huisarts'")
            .collectAsList();
    assertThat(level).hasSize(1);
    assertThat(level.get(0).<Double>getAs("share_meeting_norm"))
        .isCloseTo(230 / 240.0, within(EXACT));
    assertThat(level.get(0).<Double>getAs("gap_to_national")).isCloseTo(0, within(EXACT));
  }

  // ---- enough
  // ------------------------------------------------------------------------------------

  @Test
  void enoughIsHalfOfWhatTheMedianOfTheWholeDeliveryHas() {
    // 1004 has 0, 1002 1/180, 1003 2/150: of 240 people the 120th is in 1003
    for (var region : new String[] {"delivery all", "helft W", "streek L3"}) {
      assertRegion(
          "basis auto " + region + " huisarts fca_2sfca_binary_15", "sufficiency_line", 1 / 150.0);
    }
    var all = "basis auto delivery all huisarts fca_2sfca_binary_15";
    // 1/180 is a sixth short of 1/150
    assertRegion(all, "sufficiency_share", 150 / 240.0);
    assertRegion(all, "fgt1", (80 / 6.0 + 10) / 240);
    assertRegion(all, "fgt2", (80 / 36.0 + 10) / 240);
    var west = "basis auto helft W huisarts fca_2sfca_binary_15";
    assertRegion(west, "sufficiency_share", 100 / 160.0);
    assertRegion(west, "fgt1", 60 / 6.0 / 160);
    assertRegion(west, "fgt2", 60 / 36.0 / 160);
  }

  @Test
  void exactlyAtTheLineIsEnough() {
    // Jobs: 0, 3, 6 and 7 by 10, 80, 50 and 100 people; the median is 6, the line 3
    assertRegion("basis auto delivery all banen within_15", "sufficiency_line", 3);
    assertRegion("basis auto delivery all banen within_15", "sufficiency_share", 230 / 240.0);
    assertRegion("basis auto helft E banen within_15", "sufficiency_share", 70 / 80.0);
    assertRegion("basis auto helft E banen within_15", "fgt2", 10 / 80.0);
  }

  @Test
  void thereIsNoLineForMinutesNorWhereTheMedianHasNothingNorForNobody() {
    String[] judged = {"sufficiency_share", "fgt1", "fgt2"};
    assertNothing("basis auto delivery all huisarts nearest_1", judged);
    assertNothing("basis auto delivery all huisarts nearest_1", "sufficiency_line");
    assertNothing("basis auto delivery all wo within_30", judged);
    assertNothing("basis auto delivery all wo within_30", "sufficiency_line");
    assertNothing("basis auto streek L3 banen within_15", judged);
    assertRegion("basis auto streek L3 banen within_15", "sufficiency_line", 3);
  }

  // ---- along incomes
  // -----------------------------------------------------------------------------

  @Test
  void palmaComparesTheWealthiestWithThePoorest() {
    // On foot in 2030 (twice the people, 32 times the jobs): 1003 has 6, 1002 3 and 1004 8. Of 140,
    // 40 % is 56, which 1002 reaches; 90 % is 126, which 1002 reaches too: 1004 is above
    var key = "hoog lopen delivery all banen within_15";
    assertRegion(key, "population_covered", 480);
    assertRegion(key, "population_with_income", 280);
    assertRegion(key, "palma", 8 / ((50 * 6 + 80 * 3) / 130.0));
    // By car 1004 reaches nothing
    assertRegion("basis auto delivery all banen within_15", "palma", 0);
    // 1004 is the tenth that reaches 90 % in the east: nobody is above it
    assertNothing("basis auto helft E banen within_15", "palma");
    // Where the poorest have nothing
    assertNothing("basis auto delivery all wo within_30", "palma");
  }

  @Test
  void concentrationIsAboutPeopleOfWhomValueAndIncomeAreKnown() {
    // In the east 50 with 6 (rank 25/80), 20 with 3 (60/80), 10 with 0 (75/80); mean 4.5
    double covariance = (50 * 1.5 * 25 - 20 * 1.5 * 60 - 10 * 4.5 * 75) / (80.0 * 80);
    var east = "basis auto helft E banen within_15";
    assertRegion(east, "population_with_income", 80);
    assertRegion(east, "concentration", 2 * covariance / 4.5);
    assertRegion(east, "concentration_corrected", 8 * covariance / (6 - 0));
    // On foot everybody's: 6, 3 and 8 at ranks 25, 90 and 135 of 140
    double mean = (50 * 6 + 80 * 3 + 10 * 8) / 140.0;
    covariance =
        (50 * (6 - mean) * 25 + 80 * (3 - mean) * 90 + 10 * (8 - mean) * 135) / (140.0 * 140);
    var all = "hoog lopen delivery all banen within_15";
    assertRegion(all, "concentration", 2 * covariance / mean);
    assertRegion(all, "concentration_corrected", 8 * covariance / (8 - 3));
    // Minutes: 3.0 in 1003, 9.0 in 1002; from 1004 there is no journey
    mean = (50 * 3 + 80 * 9) / 130.0;
    covariance = (50 * (3 - mean) * 25 + 80 * (9 - mean) * 90) / (130.0 * 130);
    var minutes = "basis auto delivery all huisarts nearest_1";
    assertRegion(minutes, "population_with_income", 130);
    assertRegion(minutes, "concentration", 2 * covariance / mean);
    assertRegion(minutes, "concentration_corrected", 8 * covariance / (9 - 3));
  }

  @Test
  void withOneIncomeNothingGoesAlongWithItAndWithoutPeopleNothingIsKnown() {
    var west = "basis auto helft W banen within_15";
    assertRegion(west, "population_covered", 160);
    assertRegion(west, "population_with_income", 60);
    assertRegion(west, "concentration", 0);
    assertRegion(west, "concentration_corrected", 0);
    assertNothing(west, "palma");
    var nobody = "basis auto streek L3 banen within_15";
    assertRegion(nobody, "population_with_income", 0);
    assertNothing(nobody, "palma", "concentration", "concentration_corrected");
  }

  // ---- between and within regions
  // ----------------------------------------------------------------

  private static double part(double people, double of, double value, double mean) {
    return people / of * value / mean * Math.log(value / mean);
  }

  @Test
  void theilIsDividedOverWhatLiesBetweenRegionsAndWithinThem() {
    // West 100 at 2.0 and 60 at 9.0; east 20 at 9.0 and 50 at 3.0
    var key = "basis auto helft huisarts nearest_1";
    double mean = 1070 / 230.0;
    double west = 740 / 160.0;
    double east = 330 / 70.0;
    double between = part(160, 230, west, mean) + part(70, 230, east, mean);
    double within =
        740 / 1070.0 * (part(100, 160, 2, west) + part(60, 160, 9, west))
            + 330 / 1070.0 * (part(20, 70, 9, east) + part(50, 70, 3, east));
    double all = part(100, 230, 2, mean) + part(80, 230, 9, mean) + part(50, 230, 3, mean);
    assertThat(Objects.requireNonNull(LAYOUT.get(key)).<Long>getAs("regions")).isEqualTo(2);
    assertLayout(key, "population", 240);
    assertLayout(key, "population_covered", 230);
    assertLayout(key, "mean", mean);
    assertLayout(key, "theil_between", between);
    assertLayout(key, "theil_within", within);
    assertLayout(key, "theil", all);
    assertLayout(key, "between_share", between / all);
  }

  @Test
  void whoLivesInTwoRegionsCountsTwice() {
    // L1: 100 and 80; L2: 80 and 50; nobody in L3
    var key = "basis auto streek huisarts nearest_1";
    double mean = (100 * 2 + 160 * 9 + 50 * 3) / 310.0;
    assertThat(Objects.requireNonNull(LAYOUT.get(key)).<Long>getAs("regions")).isEqualTo(2);
    assertLayout(key, "population", 310);
    assertLayout(key, "mean", mean);
    assertLayout(
        key, "theil", part(100, 310, 2, mean) + part(160, 310, 9, mean) + part(50, 310, 3, mean));
  }

  @Test
  void partsAddUpAndAPartitionHasTheInequalityOfTheWhole() {
    int compared = 0;
    for (var entry : LAYOUT.entrySet()) {
      var theil = entry.getValue().<Double>getAs("theil");
      if (theil == null) {
        assertThat(entry.getValue().<Double>getAs("population_covered")).isZero();
        continue;
      }
      assertThat(
              entry.getValue().<Double>getAs("theil_between")
                  + entry.getValue().<Double>getAs("theil_within"))
          .as(entry.getKey())
          .isEqualTo(theil);
      if (entry.getKey().contains(" helft ")) {
        var whole = entry.getKey().replace(" helft ", " delivery all ");
        assertThat(theil).as(whole).isCloseTo(number(REGION, whole, "theil"), within(1e-9));
        compared++;
      }
      if (entry.getKey().contains(" delivery ")) {
        assertThat(entry.getValue().<Double>getAs("theil_between")).as(entry.getKey()).isZero();
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void withoutAnyValueThereIsNoInequalityAndWithoutAnyInequalityNoShare() {
    var nowhere = Objects.requireNonNull(LAYOUT.get("basis auto helft wo nearest_1"));
    assertThat(nowhere.<Long>getAs("regions")).isZero();
    assertThat(nowhere.<Double>getAs("population")).isEqualTo(240);
    for (var column : new String[] {"mean", "theil", "theil_between", "between_share"}) {
      assertThat(nowhere.<Double>getAs(column)).as(column).isNull();
    }
    var nothing = "basis auto helft wo within_30";
    assertLayout(nothing, "mean", 0);
    assertLayout(nothing, "theil", 0);
    assertThat(number(LAYOUT, nothing, "between_share")).isNull();
  }

  // ---- the incomes themselves
  // --------------------------------------------------------------------

  @Test
  void incomesAreReadAsDeliveredAndWithheldOnesAreUnknown(SparkSession spark, TinyDelivery tiny) {
    assertThat(
            tiny.table(spark, InputTables.ZONE_INCOME)
                .orderBy("zone")
                .selectExpr(
                    "concat_ws(' ', zone, coalesce(string(income), 'unknown'), year, source)")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "1001 unknown 2020 hand",
            "1002 25.5 2020 hand",
            "1003 20.0 2020 hand",
            "1004 60.0 2020 hand",
            "1005 5.0 2020 hand");
    var finding =
        tiny.table(spark, RunTables.FINDINGS).where("rule = 'unknown_income'").collectAsList();
    assertThat(finding).hasSize(1);
    assertThat(finding.get(0).<String>getAs("severity")).isEqualTo("warn");
    assertThat(finding.get(0).<String>getAs("file")).isEqualTo("inkomen.csv");
    assertThat(finding.get(0).<Long>getAs("count")).isEqualTo(1);
  }
}
