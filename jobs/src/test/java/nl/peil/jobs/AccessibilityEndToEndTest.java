package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From delivery to tables, every number by hand; see {@link TinyDelivery} for the delivery. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class AccessibilityEndToEndTest {

  private static final double EXACT = 1e-12;

  private static final Map<String, Row> ACCESS = new HashMap<>();
  private static final Map<String, Row> LEVEL = new HashMap<>();
  private static final Map<String, Row> MEMBERSHIP = new HashMap<>();
  private static final Map<String, Row> REGION = new HashMap<>();
  private static final Map<String, Row> REGION_LEVEL = new HashMap<>();

  @BeforeAll
  static void collect(SparkSession spark, TinyDelivery tiny) {
    collect(
        ACCESS,
        tiny,
        spark,
        AccessTables.ACCESSIBILITY,
        "scenario",
        "mode",
        "zone",
        "service",
        "measure");
    collect(
        LEVEL,
        tiny,
        spark,
        AccessTables.ACCESSIBILITY_LEVEL,
        "scenario",
        "mode",
        "zone",
        "service");
    collect(MEMBERSHIP, tiny, spark, InputTables.REGION_MEMBERSHIP, "layout", "region", "zone");
    collect(
        REGION,
        tiny,
        spark,
        AccessTables.REGION_ACCESSIBILITY,
        "scenario",
        "mode",
        "layout",
        "region",
        "service",
        "measure");
    collect(
        REGION_LEVEL,
        tiny,
        spark,
        AccessTables.REGION_LEVEL,
        "scenario",
        "mode",
        "layout",
        "region",
        "service");
  }

  private static void collect(
      Map<String, Row> rows,
      TinyDelivery tiny,
      SparkSession spark,
      nl.peil.table.TableSpec table,
      String... key) {
    // 2030 has an off-peak too, with the same times
    var peak = table.columnNames().contains("period") ? "period = 'spits'" : "true";
    for (var row : tiny.table(spark, table).where(peak).collectAsList()) {
      var name = new StringBuilder();
      for (var column : key) {
        name.append(name.isEmpty() ? "" : " ").append(row.<Object>getAs(column));
      }
      assertThat(rows.put(name.toString(), row))
          .as("key of " + table + " is unique: " + name)
          .isNull();
    }
  }

  private static Row row(Map<String, Row> rows, String key) {
    return Objects.requireNonNull(rows.get(key), "no row " + key);
  }

  private static Double number(Map<String, Row> rows, String key, String column) {
    return row(rows, key).getAs(column);
  }

  private static Double value(String key) {
    return number(ACCESS, key, "value");
  }

  private static String reason(String key) {
    return row(ACCESS, key).getAs("reason");
  }

  private static void assertNumber(
      Map<String, Row> rows, String key, String column, double expected) {
    assertThat(number(rows, key, column)).as(key + " " + column).isCloseTo(expected, within(EXACT));
  }

  @Test
  void nearestCountsOpportunitiesNotZones() {
    // Practitioners: one in 1001, two in 1003
    assertThat(value("basis auto 1001 huisarts nearest_1")).isEqualTo(2.0);
    assertThat(value("basis auto 1001 huisarts nearest_2")).isEqualTo(10.1);
    assertThat(value("basis auto 1001 huisarts nearest_3")).isEqualTo(10.1);
    assertThat(value("basis auto 1003 huisarts nearest_2")).isEqualTo(3.0);
    assertThat(value("basis auto 1003 huisarts nearest_3")).isEqualTo(25.0);
    assertThat(value("basis auto 1005 huisarts nearest_1")).isEqualTo(15.0);
    assertThat(value("basis auto 1005 huisarts nearest_2")).isNull();
    assertThat(reason("basis auto 1005 huisarts nearest_2")).isEqualTo("unreachable");
    assertThat(value("basis auto 1003 vo nearest_1")).isEqualTo(12.0);
    assertThat(value("basis fiets 1003 vo nearest_1")).isNull();
  }

  @Test
  void competitionCountsThePeopleOfTheScenario() {
    // Within 15 minutes: 1001 is reached by 100 + 80 people (and none of 1005), 1002 by 100 + 80 +
    // 50, 1003 by 100 + 50; one practitioner in 1001, two in 1003
    var catchment = " huisarts fca_2sfca_binary_15";
    assertNumber(ACCESS, "basis auto 1001" + catchment, "value", 1 / 180.0 + 2 / 150.0);
    assertNumber(ACCESS, "basis auto 1002" + catchment, "value", 1 / 180.0);
    assertNumber(ACCESS, "basis auto 1003" + catchment, "value", 2 / 150.0);
    assertNumber(ACCESS, "basis auto 1004" + catchment, "value", 0);
    // Twice as many people in 2030
    assertNumber(ACCESS, "hoog auto 1003" + catchment, "value", 2 / 300.0);
    var available = " banen spatial_availability_binary_15";
    assertNumber(
        ACCESS, "basis auto 1001" + available, "value", 100 * (1 / 180.0 + 2 / 230.0 + 4 / 150.0));
    assertNumber(ACCESS, "basis auto 1005" + available, "value", 0);
    // Of the 50 in 1003, 2 parts of 6 go to 1002; of the 80 in 1002, 2 of 3; of the 100 in 1001, 2
    // of 7
    assertNumber(
        ACCESS,
        "basis auto 1002 banen constrained_singly_demand_binary_15",
        "value",
        50 * 2 / 6.0 + 80 * 2 / 3.0 + 100 * 2 / 7.0);
  }

  @Test
  void peopleAreAServiceThatCanBeCounted() {
    assertThat(value("basis auto 1001 inwoners within_15")).isEqualTo(100 + 80 + 50);
    assertThat(value("basis auto 1001 inwoners passive_within_15")).isEqualTo(100 + 80);
    assertThat(value("basis auto 1002 inwoners passive_within_15")).isEqualTo(100 + 80 + 50);
    assertThat(value("basis auto 1004 inwoners passive_within_15")).isEqualTo(0);
  }

  @Test
  void measuresAreOnlyMadeWhereTheyAreAskedFor() {
    assertThat(ACCESS.keySet())
        .contains("basis auto 1001 huisarts fca_2sfca_binary_15")
        .doesNotContain(
            "basis fiets 1001 huisarts fca_2sfca_binary_15",
            "basis auto 1001 banen fca_2sfca_binary_15",
            "basis auto 1001 huisarts passive_within_15");
  }

  @Test
  void aTimeWithinTheZoneThatIsSetHoldsForZonesWithoutARowToo() {
    // 1004 is no origin in any matrix; on foot the time within a zone is set to 3 minutes
    assertThat(value("hoog lopen 1004 banen nearest_1")).isEqualTo(3.0);
    assertThat(value("hoog lopen 1001 banen nearest_1")).isEqualTo(3.0);
    assertThat(value("hoog auto 1004 banen nearest_1")).isNull();
    assertThat(value("hoog auto 1001 banen nearest_1")).isEqualTo(2.0);
  }

  @Test
  void thresholdsAreInclusive() {
    assertThat(value("basis auto 1001 banen within_norm")).isEqualTo(1 + 2); // 10.0 is in, 10.1 not
    assertThat(value("basis auto 1001 banen within_15")).isEqualTo(1 + 2 + 4);
    assertThat(value("basis auto 1002 banen within_30")).isEqualTo(1 + 2 + 4); // the 4 at 30.0
    assertThat(value("basis auto 1003 banen within_15")).isEqualTo(2 + 4);
    assertThat(value("basis auto 1003 banen within_30")).isEqualTo(1 + 2 + 4);
    assertThat(value("basis auto 1005 banen within_15")).isEqualTo(16 + 1); // the 1 at 15.0
    assertThat(value("basis fiets 1002 banen within_norm")).isEqualTo(2 + 1);
    assertThat(value("hoog auto 1001 banen within_norm")).isEqualTo(32 * (1 + 2));
    assertThat(row(ACCESS, "basis auto 1001 banen within_15").<String>getAs("unit"))
        .isEqualTo("opportunities");
    assertThat(row(ACCESS, "basis auto 1001 banen nearest_1").<String>getAs("unit"))
        .isEqualTo("min");
  }

  @Test
  void withinNormIsThereOnlyWhereThereIsANorm() {
    assertThat(ACCESS).containsKey("basis auto 1001 vo within_norm");
    assertThat(ACCESS).doesNotContainKey("basis fiets 1001 vo within_norm");
  }

  @Test
  void gravityTakesTheCurveOfTheMode() {
    assertNumber(
        ACCESS,
        "basis auto 1001 banen gravity_pbl",
        "value",
        auto(2.0) + 2 * auto(10.0) + 4 * auto(10.1) + 16 * auto(45));
    assertNumber(
        ACCESS, "basis fiets 1001 banen gravity_pbl", "value", fiets(5.0) + 2 * fiets(30.0));
  }

  private static double auto(double minutes) {
    return 1 / (1 + Math.exp(-8.65786 + 2.492099 * Math.log(minutes) + 0.011641 * minutes));
  }

  private static double fiets(double minutes) {
    return 1 / (1 + Math.exp(-7.95686 + 2.675059 * Math.log(minutes) + 0.011981 * minutes));
  }

  @Test
  void aZoneWithoutPairsReachesNothing() {
    for (var mode : new String[] {"auto 1004", "fiets 1004", "fiets 1005"}) {
      assertThat(value("basis " + mode + " banen within_30")).isZero();
      assertThat(reason("basis " + mode + " banen within_30")).isNull();
      assertThat(value("basis " + mode + " banen gravity_pbl")).isZero();
      assertThat(value("basis " + mode + " banen nearest_1")).isNull();
      assertThat(reason("basis " + mode + " banen nearest_1")).isEqualTo("unreachable");
    }
  }

  @Test
  void aServiceThatExistsNowhereSaysSo() {
    for (int zone = 1001; zone <= 1005; zone++) {
      assertThat(value("basis auto " + zone + " wo nearest_1")).isNull();
      assertThat(reason("basis auto " + zone + " wo nearest_1")).isEqualTo("no_opportunity");
      assertThat(value("basis auto " + zone + " wo within_30")).isZero();
    }
  }

  @Test
  void everyRowCarriesThePeopleOfItsZone() {
    double[] people = {100, 80, 50, 10, 0};
    for (int i = 0; i < people.length; i++) {
      assertNumber(
          ACCESS, "basis auto " + (1001 + i) + " banen within_30", "population", people[i]);
      assertNumber(
          ACCESS, "hoog auto " + (1001 + i) + " vo nearest_2", "population", 2 * people[i]);
      assertNumber(LEVEL, "basis fiets " + (1001 + i) + " huisarts", "population", people[i]);
    }
  }

  @Test
  void levelTellsChoiceNormAndGap() {
    assertLevel("basis auto 1001 huisarts", "one", true, 0.0);
    assertLevel("basis auto 1002 huisarts", "one", true, 0.0);
    assertLevel("basis auto 1003 huisarts", "more", true, 0.0);
    assertLevel("basis auto 1004 huisarts", "none", false, null);
    assertLevel("basis auto 1005 huisarts", "none", false, 5.0);
    assertLevel("basis auto 1003 vo", "none", false, 8.0);
    assertLevel("basis auto 1001 wo", "none", false, null);
    assertLevel("basis fiets 1001 vo", null, null, null);
    assertThat(number(LEVEL, "basis fiets 1001 vo", "norm_min")).isNull();
    assertThat(number(LEVEL, "basis fiets 1001 vo", "nearest_1_min")).isEqualTo(30.0);
  }

  private static void assertLevel(
      String key, @Nullable String choice, @Nullable Boolean meets, @Nullable Double gap) {
    var level = row(LEVEL, key);
    assertThat(level.<String>getAs("choice")).as(key).isEqualTo(choice);
    assertThat(level.<Boolean>getAs("meets_norm")).as(key).isEqualTo(meets);
    assertThat(level.<Double>getAs("gap_min")).as(key).isEqualTo(gap);
  }

  @Test
  void ratioComparesWithTheCarOfTheSamePeriod() {
    assertNumber(LEVEL, "basis fiets 1001 huisarts", "ratio_to_car", 5.0 / 2.0);
    assertNumber(LEVEL, "basis fiets 1002 huisarts", "ratio_to_car", 15.0 / 9.0);
    assertNumber(LEVEL, "basis fiets 1003 huisarts", "ratio_to_car", 6.0 / 3.0);
    assertNumber(LEVEL, "basis auto 1003 huisarts", "ratio_to_car", 1);
    assertThat(number(LEVEL, "basis fiets 1005 huisarts", "ratio_to_car")).isNull();
    assertThat(number(LEVEL, "basis fiets 1004 huisarts", "ratio_to_car")).isNull();
  }

  @Test
  void aCutZoneIsSharedByPeopleNotByArea() {
    assertNumber(MEMBERSHIP, "helft W 1001", "weight", 1);
    assertNumber(MEMBERSHIP, "helft W 1002", "weight", 0.75);
    assertNumber(MEMBERSHIP, "helft E 1002", "weight", 0.25);
    assertNumber(MEMBERSHIP, "helft E 1002", "persons", 20);
    assertNumber(MEMBERSHIP, "helft E 1004", "weight", 1);
    assertThat(row(MEMBERSHIP, "helft E 1002").<String>getAs("region_name")).isEqualTo("Oost");
    // Nobody lives in 1005: its area decides
    assertThat(row(MEMBERSHIP, "helft E 1005").<String>getAs("basis")).isEqualTo("area");
    assertThat(number(MEMBERSHIP, "helft E 1005", "weight")).isCloseTo(1, within(1e-9));
    assertNumber(MEMBERSHIP, "streek L1 1002", "weight", 1);
    assertNumber(MEMBERSHIP, "streek L2 1002", "weight", 1);
    assertThat(MEMBERSHIP.keySet())
        .containsExactlyInAnyOrder(
            "helft W 1001",
            "helft W 1002",
            "helft E 1002",
            "helft E 1003",
            "helft E 1004",
            "helft E 1005",
            "streek L1 1001",
            "streek L1 1002",
            "streek L2 1002",
            "streek L2 1003",
            "streek L3 1005",
            "delivery all 1001",
            "delivery all 1002",
            "delivery all 1003",
            "delivery all 1004",
            "delivery all 1005");
  }

  @Test
  void distributionInARegionThatHasThreeQuartersOfAZone() {
    // 100 people at 2.0 minutes, 60 of the 80 people of 1002 at 9.0
    var key = "basis auto helft W huisarts nearest_1";
    double mean = (100 * 2.0 + 60 * 9.0) / 160;
    assertThat(row(REGION, key).<Long>getAs("zones")).isEqualTo(2);
    assertNumber(REGION, key, "population", 160);
    assertNumber(REGION, key, "population_covered", 160);
    assertNumber(REGION, key, "mean", mean);
    assertNumber(REGION, key, "min", 2.0);
    assertNumber(REGION, key, "p10", 2.0);
    assertNumber(REGION, key, "p50", 2.0);
    assertNumber(REGION, key, "p90", 9.0);
    assertNumber(REGION, key, "max", 9.0);
    // Lorenz curve through (100/160, 200/740)
    double area = 100.0 / 160 * (200.0 / 740) / 2 + 60.0 / 160 * (200.0 / 740 + 1) / 2;
    assertNumber(REGION, key, "gini", 1 - 2 * area);
    assertNumber(
        REGION,
        key,
        "theil",
        100.0 / 160 * (2 / mean) * Math.log(2 / mean)
            + 60.0 / 160 * (9 / mean) * Math.log(9 / mean));
  }

  @Test
  void peopleWithoutAValueCountInThePopulationOnly() {
    // E: 20 at 9.0, 50 at 3.0, 10 that reach nothing; 1005 has nobody, its 15.0 counts for nothing
    var key = "basis auto helft E huisarts nearest_1";
    assertThat(row(REGION, key).<Long>getAs("zones")).isEqualTo(4);
    assertNumber(REGION, key, "population", 80);
    assertNumber(REGION, key, "population_covered", 70);
    assertNumber(REGION, key, "mean", (20 * 9.0 + 50 * 3.0) / 70);
    assertNumber(REGION, key, "p50", 3.0);
    assertNumber(REGION, key, "p90", 9.0);
    assertNumber(REGION, key, "max", 9.0);
  }

  @Test
  void aRegionWithoutPeopleHasNoDistribution() {
    var region = row(REGION, "basis auto streek L3 huisarts nearest_1");
    assertThat(region.<Long>getAs("zones")).isEqualTo(1);
    assertThat(region.<Double>getAs("population")).isZero();
    assertThat(region.<Double>getAs("population_covered")).isZero();
    for (var column : new String[] {"mean", "min", "p10", "p50", "p90", "max", "gini", "theil"}) {
      assertThat(region.<Double>getAs(column)).as(column).isNull();
    }
    var level = row(REGION_LEVEL, "basis auto streek L3 huisarts");
    assertThat(level.<Double>getAs("population")).isZero();
    assertThat(level.<Double>getAs("persons_below_norm")).isZero();
    assertThat(level.<Double>getAs("share_meeting_norm")).isNull();
    assertThat(level.<Double>getAs("fgt1")).isNull();
    assertThat(level.<Double>getAs("gap_to_national")).isNull();
  }

  @Test
  void overlapCountsTwiceAndTheGapNowhere() {
    assertNumber(REGION, "basis auto streek L1 banen within_30", "population", 180);
    assertNumber(REGION, "basis auto streek L2 banen within_30", "population", 130);
  }

  @Test
  void regionLevelCountsThoseBelowAndTheUnreachable() {
    var key = "basis auto helft E huisarts";
    assertNumber(REGION_LEVEL, key, "population", 80);
    assertNumber(REGION_LEVEL, key, "persons_meeting_norm", 70);
    assertNumber(REGION_LEVEL, key, "persons_below_norm", 10);
    assertNumber(REGION_LEVEL, key, "persons_unreachable", 10);
    assertNumber(REGION_LEVEL, key, "share_meeting_norm", 70.0 / 80);
    assertNumber(REGION_LEVEL, key, "fgt1", 10.0 / 80); // unreachable counts as 1
    assertNumber(REGION_LEVEL, key, "share_no_choice", 10.0 / 80);
    assertNumber(REGION_LEVEL, key, "share_one_choice", 20.0 / 80);
    assertNumber(REGION_LEVEL, key, "share_more_choice", 50.0 / 80);
    // Over all zones 100 + 80 + 50 of 240 people meet it
    assertNumber(REGION_LEVEL, key, "national_share_meeting_norm", 230.0 / 240);
    assertNumber(REGION_LEVEL, key, "gap_to_national", 70.0 / 80 - 230.0 / 240);
  }

  @Test
  void shortfallIsRelativeToTheNormAndCapped() {
    // By bicycle 1002 is at 15 where the norm is 10: half a norm short
    assertNumber(REGION_LEVEL, "basis fiets helft W huisarts", "fgt1", 0.5 * 60 / 160);
    assertNumber(REGION_LEVEL, "basis fiets helft W huisarts", "fgt2", 0.25 * 60 / 160);
    // By car 1001 is at 10 where the norm is 4: 1.5 norms short, which counts as 1
    assertNumber(REGION_LEVEL, "basis auto helft W vo", "fgt1", 100.0 / 160);
    assertNumber(REGION_LEVEL, "basis auto helft W vo", "fgt2", 100.0 / 160);
    assertThat(REGION_LEVEL).doesNotContainKey("basis fiets helft W vo"); // no norm, no level
  }
}
