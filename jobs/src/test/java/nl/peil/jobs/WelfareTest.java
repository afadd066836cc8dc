package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nl.peil.SparkExtension;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import nl.peil.table.WelfareTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From tables of brede welvaart to regions and their relation with access, on a delivery that can
 * be computed by hand: 160 people in W, 80 in E; 180 in L1 and 130 in L2, which share zone 1002.
 */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
class WelfareTest {

  private static final String ONLY =
      "welfare_source,welfare_goals,welfare_indicators,welfare_relation";

  private static final String[] LONG = {
    "gebied,wat,waarde,jaar,wie,eenheid",
    "1001,groen,1,2022,CBS,km",
    "1002,groen,2,2022,CBS,km",
    "1003,groen,3,2022,CBS,km",
    "1004,groen,4,2022,CBS,km",
    "1005,groen,.,2022,CBS,km",
    "7777,groen,4,2022,CBS,km", // 7: beyond the zones
    "1003,groen,5,2022,CBS,km", // 8: told already
    "1003,groen,veel,2023,CBS,km", // 9: no number
    "1003,groen,5,vorig jaar,CBS,km", // 10: no year
    "1003,groen,5,2023,,km", // 11: nobody says it
    "1003,groen,5,2023,CBS,m" // 12: other kilometres
  };

  private static final String CONF =
      """
      quality { max_bad_share = 0.6 }
      welfare {
        sources = [
          { path = "helft.csv", area = helft, year = 2022, supplied_by = CBS, source = "hand", dimension = wonen, unit = "%"
            columns { area = code }
            indicators = [
              { indicator = huishoudens, aggregate = sum, unit = huishoudens }
              { indicator = perc_koop, column = koop, label = "Koopwoningen", aggregate = mean, weight = huishoudens }
              { indicator = lucht, aggregate = mean, dimension = gezondheid, direction = higher_better } ] }
          { path = "lang.csv", aggregate = mean, direction = lower_better
            columns { area = gebied, indicator = wat, value = waarde, year = jaar, supplied_by = wie, unit = eenheid } }
          { path = "streek.csv", area = streek, year = 2022, supplied_by = CBS, aggregate = mean
            columns { area = streek }, indicators = [ rust ] }
          { path = "regio.csv", area = helft, year = 2022, supplied_by = Regio, unit = "%", aggregate = mean
            columns { area = code }, indicators = [ { indicator = perc_koop, column = koop } ] }
        ]
        goals = [ { path = "doelen.csv", delimiter = ";" } ]
        relation { areas = zone, services = [huisarts], modes = [auto] }
      }
      """;

  private static TinyDelivery tiny;
  private static Command run;

  @BeforeAll
  static void supply(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
    tiny.configure(CONF);
    tiny.write("helft.csv", "code,huishoudens,koop,lucht", "W,70,50,1", "E,30,60,-99997");
    tiny.write("lang.csv", LONG);
    tiny.write("streek.csv", "streek,rust", "L1,1", "L2,2", "L3,6");
    tiny.write("regio.csv", "code,koop", "West,40");
    tiny.write(
        "doelen.csv",
        "goal_id;region;goal;value_min;value_max;unit;target_year;hardheid;peildatum;source;contradiction",
        "a;West | Oost;woningen;100;;woningen;2030;ambitie;1-3-2025;krant;",
        "b;alle helft-regio's;groen nabij;;3;km;;indicatief;;nota;",
        "c;Nederland;CO2;55;;%;2030;Wettelijk;;wet;later herzien",
        "d;Atlantis;brug;1;1;brug;2040;doel;;nota;",
        "a;W;woningen;120;;woningen;2030;ambitie;;ander blad;",
        "e;W;meer;;;;;misschien;;nota;", // 7: no hardheid
        "f;W;minder;9;3;;;doel;;nota;", // 8: upside down
        ";W;minder;9;;;;doel;;nota;"); // 9: no key
    run = tiny.command("run", "--only", ONLY);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private static List<Row> rows(SparkSession spark, TableSpec table, String where, String... by) {
    return tiny.table(spark, table)
        .where(where)
        .orderBy(
            java.util.stream.Stream.of(by)
                .map(org.apache.spark.sql.functions::col)
                .toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList();
  }

  private static Row indicator(
      SparkSession spark, String layout, String region, String indicator, String who) {
    var rows =
        rows(
            spark,
            WelfareTables.WELFARE_INDICATORS,
            "layout = '%s' AND region = '%s' AND indicator = '%s' AND supplied_by = '%s'"
                .formatted(layout, region, indicator, who),
            "year");
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static void expect(Row row, String column, double value) {
    assertThat(row.<Double>getAs(column)).as(column).isCloseTo(value, within(1e-9));
  }

  @Test
  void whatIsDeliveredStaysAndTheRestFollowsFromIt(SparkSession spark) {
    var west = indicator(spark, "helft", "W", "perc_koop", "CBS");
    expect(west, "value", 50);
    expect(west, "national_value", (70 * 50 + 30 * 60) / 100.0);
    expect(west, "difference", -3);
    assertThat(west.<String>getAs("basis")).isEqualTo("as delivered");
    assertThat(west.<String>getAs("label")).isEqualTo("Koopwoningen");
    assertThat(west.<Long>getAs("peers")).isEqualTo(2);
    assertThat(west.isNullAt(west.fieldIndex("z_score"))).isTrue();

    // L1 has all of W and a quarter of the people of E: 7.5 of its 30 households
    var first = indicator(spark, "streek", "L1", "perc_koop", "CBS");
    expect(first, "value", (70 * 50 + 7.5 * 60) / 77.5);
    expect(first, "weight_covered", 1);
    assertThat(first.<String>getAs("basis")).isEqualTo("helft");
    expect(indicator(spark, "streek", "L1", "huishoudens", "CBS"), "value", 77.5);
    var country = indicator(spark, "delivery", "all", "huishoudens", "CBS");
    expect(country, "value", 100);
    assertThat(country.isNullAt(country.fieldIndex("difference"))).isTrue();
    // L3 has nobody in it
    assertThat(indicator(spark, "streek", "L3", "perc_koop", "CBS").<String>getAs("reason"))
        .isEqualTo("absent");
  }

  @Test
  void whatIsWithheldIsUnknownAndTheCountrySaysOfHowManyItIsKnown(SparkSession spark) {
    var east = indicator(spark, "helft", "E", "lucht", "CBS");
    assertThat(east.isNullAt(east.fieldIndex("value"))).isTrue();
    assertThat(east.<String>getAs("reason")).isEqualTo("suppressed");
    expect(east, "weight_covered", 0);
    var country = indicator(spark, "delivery", "all", "lucht", "CBS");
    expect(country, "value", 1);
    expect(country, "weight_covered", 160 / 240.0);
    // Of L2 60 of 130 people are of W: less than half
    assertThat(indicator(spark, "streek", "L2", "lucht", "CBS").<String>getAs("reason"))
        .isEqualTo("too_little_covered");
    // Zones: 100 people with 1 and 60 with 2 in W
    expect(indicator(spark, "helft", "W", "groen", "CBS"), "value", 220 / 160.0);
  }

  @Test
  void regionsStandAmongTheirPeers(SparkSession spark) {
    // 1, 2 and 6: mean 3, variance (4 + 1 + 9) / 3
    double deviation = Math.sqrt(14 / 3.0);
    var last = indicator(spark, "streek", "L3", "rust", "CBS");
    expect(last, "z_score", 3 / deviation);
    expect(last, "percentile", 2.5 / 3);
    expect(indicator(spark, "streek", "L1", "rust", "CBS"), "z_score", -2 / deviation);
    // The 20 people of 1002 that E has live in both
    expect(last, "national_value", (180 * 1 + 130 * 2) / 310.0);
  }

  @Test
  void whoContradictsAnotherStandsBesideIt(SparkSession spark) {
    assertThat(rows(spark, WelfareTables.WELFARE_SOURCE, "contradiction", "supplied_by"))
        .extracting(
            row -> row.getAs("supplied_by") + " " + row.getAs("area") + " " + row.getAs("value"))
        .containsExactly("CBS W 50.0", "Regio W 40.0");
    var other = indicator(spark, "helft", "W", "perc_koop", "Regio");
    expect(other, "value", 40);
    assertThat(other.<Boolean>getAs("contradiction")).isTrue();
    assertThat(indicator(spark, "helft", "W", "perc_koop", "CBS").<Boolean>getAs("contradiction"))
        .isTrue();
    assertThat(indicator(spark, "helft", "E", "perc_koop", "CBS").<Boolean>getAs("contradiction"))
        .isFalse();
    assertThat(run.out()).contains("[contradicting_figures] 2 figures");
  }

  @Test
  void goalsBelongToSeveralRegionsAndOneThatNobodyKnowsStaysOpen(SparkSession spark) {
    assertThat(rows(spark, WelfareTables.WELFARE_GOALS, "true", "line", "region_number"))
        .extracting(
            row ->
                "%s %s/%s %s %s"
                    .formatted(
                        row.getAs("goal_id"),
                        row.getAs("layout"),
                        row.getAs("region"),
                        row.getAs("hardheid"),
                        row.<Boolean>getAs("contradiction") ? "contradicted" : "alone"))
        .containsExactly(
            "a helft/W ambitie contradicted",
            "a helft/E ambitie alone",
            "b helft/E indicatief alone",
            "b helft/W indicatief alone",
            "c delivery/all wettelijk contradicted",
            "d null/null doel alone",
            "a helft/W ambitie contradicted");
    var first = rows(spark, WelfareTables.WELFARE_GOALS, "line = 2", "region_number").get(0);
    assertThat(first.getAs("peildatum").toString()).isEqualTo("2025-03-01");
    assertThat(first.<String>getAs("region_text")).isEqualTo("West");
    assertThat(run.out())
        .contains("[unknown_goal_region] 1 regions of goals stay open: 'Atlantis' (line 5)")
        .contains(
            "expected one of wettelijk, bestuurlijke afspraak, bod, doel, ambitie, indicatief");
  }

  @Test
  void anIndicatorGoesWithAccess(SparkSession spark) {
    var country =
        rows(
                spark,
                WelfareTables.WELFARE_RELATION,
                "layout = 'delivery' AND indicator = 'groen'",
                "service")
            .get(0);
    // By car 1001, 1002 and 1003 meet the norm, 1004 does not: ranks 50 140 205 235 and 125 125 125
    // 5
    expect(country, "correlation", -Math.sqrt(138_000 / 1_015_500.0));
    assertThat(country.<Long>getAs("n")).isEqualTo(4);
    assertThat(country.<Boolean>getAs("too_few")).isTrue();
    assertThat(country.isNullAt(country.fieldIndex("ci_low"))).isTrue();
    expect(country, "share_meeting_norm", 230 / 240.0);

    var east =
        rows(
                spark,
                WelfareTables.WELFARE_RELATION,
                "region = 'E' AND indicator = 'groen'",
                "service")
            .get(0);
    // Of 1002 only a quarter of the people live there
    assertThat(east.<Long>getAs("n")).isEqualTo(2);
    assertThat(east.isNullAt(east.fieldIndex("correlation"))).isTrue();
    expect(east, "country_correlation", -Math.sqrt(138_000 / 1_015_500.0));
    expect(east, "value", (20 * 2 + 50 * 3 + 10 * 4) / 80.0);
    expect(east, "share_meeting_norm", 70 / 80.0);
    assertThat(
            rows(
                spark,
                WelfareTables.WELFARE_RELATION,
                "layout = 'streek' AND region = 'L3' AND indicator = 'rust'",
                "service"))
        .hasSize(1)
        .allMatch(row -> row.isNullAt(row.fieldIndex("share_meeting_norm")));
    // Counts tell how large a region is, and later years have no access of their own
    assertThat(
            rows(
                spark,
                WelfareTables.WELFARE_RELATION,
                "indicator = 'huishoudens' OR scenario <> 'basis' OR mode <> 'auto'",
                "region"))
        .isEmpty();
  }

  @Test
  void whatIsWrongIsSetAsideWithItsLine(SparkSession spark) {
    assertThat(
            tiny.table(spark, RunTables.QUARANTINE)
                .where("table_name LIKE 'welfare%'")
                .orderBy("file", "line")
                .collectAsList())
        .extracting(
            row -> row.getAs("file") + ":" + row.getAs("line") + " " + row.<String>getAs("rule"))
        .containsExactly(
            "doelen.csv:7 unknown_hardheid",
            "doelen.csv:8 min_above_max",
            "doelen.csv:9 no_goal_id",
            "lang.csv:7 unknown_zone",
            "lang.csv:8 duplicate_figure",
            "lang.csv:9 bad_number",
            "lang.csv:10 bad_year",
            "lang.csv:11 no_supplier",
            "lang.csv:12 other_unit");
  }

  @Test
  void aChangedFileMakesOnlyThisStale() throws IOException {
    assertThat(tiny.command("plan").out()).doesNotContain("to make");
    var changed = LONG.clone();
    changed[1] = "1001,groen,1.5,2022,CBS,km";
    tiny.write("lang.csv", changed);
    var stale =
        tiny.command("plan").out().lines().filter(line -> line.contains("to make")).toList();
    assertThat(stale)
        .extracting(line -> line.strip().split(" +")[0])
        .containsExactly("welfare_source", "welfare_indicators", "welfare_relation");
    tiny.write("lang.csv", LONG);
  }
}
