package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeSet;
import nl.peil.SparkExtension;
import nl.peil.source.TinyWorkbook;
import nl.peil.table.ForecastTables;
import nl.peil.table.PublishedTables;
import nl.peil.table.RunTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Published figures per region, zone and model zone, converted by hand. Of zone 1002 three quarters
 * of the people live in W and one quarter in E; people are 100, 80, 50, 10 and 0.
 */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
@TestMethodOrder(OrderAnnotation.class)
class PublishedForecastsTest {

  private static final String CONF =
      """
      quality { max_bad_share = 0.6 }
      comparisons = [ { base = basis/2022, future = hoog/2030 } ]
      published_forecasts = [
        { publication = csv, path = "prognose/regio.csv", decimal_comma = true, source = "hand"
          layout = helft, scenario = hoog, year = 2030, base_year = 2018, model_version = "IMA 2021"
          columns { region = regio, indicator = indicator, mode = vervoerwijze, service = dienst, base_value = basis, value = waarde, unit = eenheid }
          indicators = [ { indicator = Reistijd, measure = nearest_1 } ] }
        { publication = excel, path = "prognose/regio.xlsx", sheet = "Bijlage 3", header_row = 3, decimal_comma = true, source = "hand"
          layout = helft, base_year = 2018, model_version = "IMA 2021", scenarios { Hoog = hoog }
          columns { region = regio, indicator = indicator, mode = vervoerwijze, service = dienst, base_value = basis, value = waarde, unit = eenheid, scenario = scenario, year = jaar }
          indicators = [ { indicator = Reistijd, measure = nearest_1 } ] }
        { publication = zones, path = "prognose/zones_{scenario}_{year}.csv", zones = true, source = "hand"
          columns { zone = zone }
          indicators = [
            { indicator = Inwoners, column = inwoners_2030, base_column = inwoners_2018, unit = personen, aggregate = sum }
            { indicator = Minuten, column = minuten, unit = min, aggregate = mean }
          ] }
        { publication = lms, path = "prognose/lms.csv", zones = true, aggregate = sum, source = "hand", scenario = hoog, year = 2030
          columns { zone = zone, indicator = indicator, value = waarde, weight = ritten }
          indicators = [ { indicator = Snelheid, aggregate = mean } ]
          zone_weights { path = "prognose/lms_zones.csv", columns { model_zone = lms, zone = pc4, weight = deel } } }
      ]
      """;

  private static TinyDelivery tiny;

  @BeforeAll
  static void run(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
    tiny.configure(CONF);
    tiny.write(
        "prognose/regio.csv",
        "regio;indicator;vervoerwijze;dienst;basis;waarde;eenheid",
        "West;Reistijd;auto;huisarts;5,5;6,5;min",
        "E;Reistijd;auto;huisarts;.;8;min",
        "Nergens;Reistijd;auto;huisarts;1;2;min", // 4
        "W;Reistijd;auto;huisarts;5;6;min", // 5: the same as West
        "E;Kilometers;;;1.000;veel;km", // 6
        "E;Kilometers;;;1.000;1.250,5;km");
    tiny.write(
        "prognose/regio.xlsx",
        new TinyWorkbook()
            .sheet("Toelichting")
            .row(1, "Bron: hand")
            .sheet("Bijlage 3")
            .row(1, "Prognose")
            .row(3, "regio", "indicator", "vervoerwijze", "dienst", "basis", "waarde", "eenheid")
            .row(4, "West", "Reistijd", "auto", "huisarts", 5.5, "6,5", "min", "Hoog", 2030)
            .cell("H3", "<is><t>scenario</t></is>", " t='inlineStr'")
            .cell("I3", "<is><t>jaar</t></is>", " t='inlineStr'")
            .row(5, "E", "Reistijd", "auto", "huisarts", ".", 8, "min", "Hoog", 2030)
            .row(7, "E", "Kilometers", "", "", 1000, "1.250,5", "km", "Hoog", 2030)
            .row(8, "W", "Kilometers", "", "", 1000)
            .cell("F8", "<f>1/0</f><v>#DIV/0!</v>", " t='e'")
            .bytes());
    tiny.write(
        "prognose/zones_hoog_2030.csv",
        "zone,inwoners_2018,inwoners_2030,minuten",
        "1001,100,200,10",
        "1002,80,.,20",
        "1003,50,100,30",
        "1005,0,4,40",
        "9999,1,1,1"); // 6
    tiny.write(
        "prognose/lms_zones.csv",
        "lms,pc4,deel",
        "A,1001,1",
        "B,1002,0.6",
        "B,1003,0.4",
        "C,1004,0.5",
        "C,9999,0.5"); // 6
    tiny.write(
        "prognose/lms.csv",
        "zone,indicator,waarde,ritten",
        "A,Ritten,100,10",
        "B,Ritten,200,30",
        "C,Ritten,40,0",
        "A,Snelheid,50,10",
        "B,Snelheid,80,30",
        "X,Ritten,1,1"); // 7
    var run = run();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private static Command run() {
    return tiny.command(
        "run",
        "--only",
        "comparisons,accessibility_swaps,forecasts,forecast_zone_weights,forecast_source,forecasts_published");
  }

  private static Row figure(
      SparkSession spark, String publication, String region, String indicator) {
    var rows =
        tiny.table(spark, PublishedTables.FORECASTS_PUBLISHED)
            .where(
                "publication = '%s' AND region = '%s' AND indicator = '%s'"
                    .formatted(publication, region, indicator))
            .collectAsList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static double number(Row row, String column) {
    return Objects.requireNonNull(row.<Double>getAs(column), column);
  }

  @Test
  @Order(1)
  void figuresOfRegionsStayAsPublishedWithTheComputedOnesBeside(SparkSession spark) {
    var west = figure(spark, "csv", "W", "Reistijd");
    assertThat(number(west, "base")).isEqualTo(5.5);
    assertThat(number(west, "future")).isEqualTo(6.5);
    assertThat(number(west, "delta")).isEqualTo(1);
    assertThat(number(west, "delta_pct")).isCloseTo(100 / 5.5, within(1e-12));
    assertThat(west.<String>getAs("basis")).isEqualTo("as published");
    assertThat(west.<Integer>getAs("base_year")).isEqualTo(2018);
    assertThat(west.isNullAt(west.fieldIndex("weight_covered"))).isTrue();

    var computed =
        tiny.table(spark, ForecastTables.FORECASTS)
            .where(
                "layout = 'helft' AND region = 'W' AND mode = 'auto' AND service = 'huisarts' AND measure = 'nearest_1'")
            .collectAsList();
    assertThat(computed).hasSize(1);
    for (var column : new String[] {"base", "future", "delta"}) {
      assertThat(number(west, "computed_" + column)).isEqualTo(number(computed.get(0), column));
    }
    assertThat(west.<String>getAs("computed_base_scenario")).isEqualTo("basis");
    assertThat(west.<Integer>getAs("computed_base_year")).isEqualTo(2022);
    assertThat(west.<String>getAs("computed_unit")).isEqualTo("min");

    var east = figure(spark, "csv", "E", "Reistijd");
    assertThat(east.isNullAt(east.fieldIndex("base"))).isTrue();
    assertThat(east.isNullAt(east.fieldIndex("delta"))).isTrue();
    assertThat(number(east, "future")).isEqualTo(8);
    // Nobody said what Peil computes of kilometres
    var kilometres = figure(spark, "csv", "E", "Kilometers");
    assertThat(number(kilometres, "delta")).isEqualTo(250.5);
    assertThat(kilometres.isNullAt(kilometres.fieldIndex("computed_future"))).isTrue();
  }

  @Test
  @Order(2)
  void aWorkbookGivesTheSameRowsAsText(SparkSession spark) {
    for (var table :
        new nl.peil.table.TableSpec[] {
          PublishedTables.FORECAST_SOURCE, PublishedTables.FORECASTS_PUBLISHED
        }) {
      var text = tiny.table(spark, table).where("publication = 'csv'").drop("publication", "file");
      var excel =
          tiny.table(spark, table).where("publication = 'excel'").drop("publication", "file");
      assertThat(text.count()).isEqualTo(3);
      assertThat(excel.collectAsList()).containsExactlyInAnyOrderElementsOf(text.collectAsList());
    }
  }

  @Test
  @Order(3)
  void zonesBecomeRegionsByTheirPeople(SparkSession spark) {
    var west = figure(spark, "zones", "W", "Inwoners");
    assertThat(number(west, "base")).isCloseTo(100 + 0.75 * 80, within(1e-9));
    assertThat(number(west, "future")).isCloseTo(200, within(1e-9)); // of 1002 it is withheld
    assertThat(west.isNullAt(west.fieldIndex("delta"))).isTrue();
    assertThat(west.<Long>getAs("zones")).isEqualTo(1);
    assertThat(number(west, "weight_covered")).isCloseTo(1 / 1.75, within(1e-9));
    var east = figure(spark, "zones", "E", "Inwoners");
    assertThat(number(east, "base")).isCloseTo(0.25 * 80 + 50, within(1e-9));
    assertThat(number(east, "future")).isCloseTo(104, within(1e-9));
    assertThat(number(east, "weight_covered")).isCloseTo(2 / 3.25, within(1e-9));
    var coast = figure(spark, "zones", "L3", "Inwoners"); // 1005 alone: nobody lives there
    assertThat(number(coast, "delta")).isEqualTo(4);
    assertThat(coast.isNullAt(coast.fieldIndex("delta_pct"))).isTrue();
    assertThat(coast.<String>getAs("basis")).isEqualTo("zones by sum");
    assertThat(number(figure(spark, "zones", "all", "Inwoners"), "base"))
        .isCloseTo(230, within(1e-9));

    var minutes = figure(spark, "zones", "W", "Minuten");
    assertThat(number(minutes, "future")).isCloseTo((100 * 10 + 60 * 20) / 160.0, within(1e-9));
    assertThat(number(minutes, "weight_covered")).isCloseTo(1, within(1e-9));
    minutes = figure(spark, "zones", "E", "Minuten");
    assertThat(number(minutes, "future")).isCloseTo((20 * 20 + 50 * 30) / 70.0, within(1e-9));
    assertThat(number(minutes, "weight_covered")).isCloseTo(70 / 80.0, within(1e-9));
    minutes = figure(spark, "zones", "L3", "Minuten");
    assertThat(minutes.isNullAt(minutes.fieldIndex("future"))).isTrue();
    assertThat(minutes.<String>getAs("basis")).isEqualTo("zones by weighted mean");
  }

  @Test
  @Order(4)
  void modelZonesBecomeRegionsByTheirSharesOfZones(SparkSession spark) {
    // Of B 0.6 lies in 1002, which is for three quarters in W
    var west = figure(spark, "lms", "W", "Ritten");
    var east = figure(spark, "lms", "E", "Ritten");
    assertThat(number(west, "future")).isCloseTo(100 + 0.45 * 200, within(1e-9));
    assertThat(number(east, "future")).isCloseTo(0.55 * 200 + 0.5 * 40, within(1e-9));
    assertThat(west.<Long>getAs("zones")).isEqualTo(2);
    assertThat(number(west, "weight_covered")).isCloseTo(1, within(1e-9));
    assertThat(number(figure(spark, "lms", "W", "Snelheid"), "future"))
        .isCloseTo((10 * 50 + 0.45 * 30 * 80) / (10 + 0.45 * 30), within(1e-9));
    assertThat(number(figure(spark, "lms", "E", "Snelheid"), "future")).isCloseTo(80, within(1e-9));
    assertThat(tiny.table(spark, PublishedTables.FORECAST_ZONE_WEIGHTS).count()).isEqualTo(4);
    assertThat(
            tiny.table(spark, RunTables.FINDINGS)
                .where(
                    "rule = 'weights_do_not_sum_to_1' AND count = 1 AND message LIKE \"%'C' to 0.5%\"")
                .count())
        .isEqualTo(1);
  }

  @Test
  @Order(5)
  void badRowsAreSetAsideWithTheirPlace(SparkSession spark) {
    var rows =
        tiny.table(spark, RunTables.QUARANTINE).where("file LIKE 'prognose/%'").collectAsList();
    assertThat(rows)
        .extracting(
            row ->
                row.<String>getAs("file").substring("prognose/".length())
                    + " "
                    + row.<Long>getAs("line")
                    + " "
                    + row.<String>getAs("rule"))
        .containsExactlyInAnyOrder(
            "regio.csv 4 unknown_region",
            "regio.csv 5 duplicate_figure",
            "regio.csv 6 bad_number",
            "regio.xlsx 8 error_cell",
            "zones_hoog_2030.csv 6 unknown_zone",
            "lms_zones.csv 6 unknown_zone",
            "lms.csv 7 unknown_zone");
    assertThat(rows)
        .extracting(row -> row.<String>getAs("raw"))
        .anyMatch(raw -> raw.contains("F8=#DIV/0!"));
  }

  @Test
  @Order(6)
  void aNewPublicationIsTheOnlyThingMadeAgain(SparkSession spark) throws IOException {
    var before = tiny.lastRuns(spark);
    tiny.write(
        "prognose/regio.csv",
        "regio;indicator;vervoerwijze;dienst;basis;waarde;eenheid",
        "W;Reistijd;auto;huisarts;5,5;7;min");
    assertThat(run().code()).isZero();
    var changed = new TreeSet<String>();
    tiny.lastRuns(spark)
        .forEach(
            (slice, run) -> {
              if (!run.equals(before.get(slice))) {
                changed.add(slice);
              }
            });
    assertThat(changed)
        .containsExactly(
            "forecast_source publication=csv",
            "forecasts_published publication=csv/layout=delivery",
            "forecasts_published publication=csv/layout=helft",
            "forecasts_published publication=csv/layout=streek");
    assertThat(number(figure(spark, "csv", "W", "Reistijd"), "delta")).isEqualTo(1.5);
    assertThat(
            tiny.table(spark, PublishedTables.FORECASTS_PUBLISHED)
                .where("publication = 'csv'")
                .count())
        .isEqualTo(1);
  }
}
