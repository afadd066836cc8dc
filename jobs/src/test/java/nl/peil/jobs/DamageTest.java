package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peil.SparkExtension;
import nl.peil.geo.Crs;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A delivery in which nearly every file has a fault of its own, run over the tables of a good one:
 * what is said, what is set aside, and that nothing stored is lost.
 */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class DamageTest {

  private static final String LATER = "reistijden/hoog/2030/";
  private static final String GOOD = "van,naar,minuten\n1001,1001,2.0\n1001,1002,10.0\n";

  private static final Map<String, List<Row>> BEFORE = new HashMap<>();
  private static TinyDelivery tiny;
  private static Command run;
  private static String runId = "";

  @BeforeAll
  static void damage(SparkSession spark, TinyDelivery finished, @TempDir Path folder)
      throws IOException {
    tiny = finished.copy(folder);
    var firstRuns = List.copyOf(tiny.lastRuns(spark).values());
    for (var table : List.of(InputTables.TRAVEL_TIMES, InputTables.REGION_MEMBERSHIP)) {
      BEFORE.put(table.name(), sorted(spark, table, "true"));
    }
    damageTravelTimes();
    damageTables();
    damageRegions();
    tiny.configure(CONFIGURATION);
    run = tiny.command("run");
    runId =
        tiny.lastRuns(spark).values().stream()
            .filter(id -> !firstRuns.contains(id))
            .findFirst()
            .orElseThrow();
  }

  /** Goes after the usual configuration. */
  private static final String CONFIGURATION =
      """
      manifest = "levering.json"
      quality { max_bad_share = 0.5, max_bad_feature_share = 0.5 }
      opportunities += { service = tandarts, kind = points, path = "tandarts.csv", crs = "EPSG:4326", columns { x = x, y = y } }
      opportunities += { service = bo, kind = points, path = "bo.csv", columns { x = x, y = y } }
      layouts += { layout = strik, partition = true, source = "hand", polygons { path = "regio/strik.geojson", columns { region = code } } }
      layouts += { layout = ruil, source = "hand", polygons { path = "regio/ruil.geojson", columns { region = code } } }
      """;

  private static void damageTravelTimes() throws IOException {
    tiny.write(
        LATER + "auto_dal.csv",
        "van,naar,minuten", // line 1
        "1001,1001,2.0",
        "1001,1002", // 3: too few fields
        "1001,1003,-1", // 4: below 0, and no code for unreachable is agreed
        "1002,1002,2.0",
        "1001,1001,3.0", // 6: the pair of line 2 again
        "1002,9999,4.0", // 7: no zone
        "1002,1003,NaN", // 8
        "1003,1003,3.0",
        "1003,1002,8.0",
        "1003,1001,9.0",
        "1004,1004,1.0",
        "1005,1005,1.0");
    tiny.write(LATER + "fiets_spits.csv", GOOD.replace(',', ';').getBytes(StandardCharsets.UTF_8));
    tiny.write(
        LATER + "fiets_dal.csv", "van,naar,minuten", "1001,1001,\"2,0\"", "1001,1002,\"9,5\"");
    tiny.write(
        LATER + "lopen_spits.csv",
        ("\uFEFF" + GOOD.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
    tiny.write(LATER + "lopen_dal.csv", new byte[0]);
    tiny.write(LATER + "ov_lopen_spits.csv", "van,minuten", "1001,2.0");
    // ov_lopen_dal.csv is as it was loaded: the manifest alone is wrong
    tiny.write(
        "levering.json",
        "{\"files\": [{\"path\": \"" + LATER + "ov_lopen_dal.csv\", \"sha256\": \"00ff\"}]}");
    var packed = TinyDelivery.gzip(GOOD.repeat(50));
    tiny.write(TinyDelivery.LATER_PACKED, Arrays.copyOf(packed, packed.length * 6 / 10));
  }

  private static void damageTables() throws IOException {
    tiny.write(
        "bevolking/hoog_2030.csv",
        ("\uFEFFcrs28992res500m,inwoners\r\nE1000N4500,100\r\nE1010N4500,-99997\r\nE1015N4500,.\r\n"
                + "E1020N4500,50\r\nE1020N4500,60\r\nX1,5\r\nE1030N4505,veel\r\n")
            .getBytes(StandardCharsets.UTF_8));
    tiny.write(
        "banen/hoog_2030.csv",
        "zone,banen",
        "1001,32",
        "7777,5",
        "1002,-3",
        "1003,7",
        "1004,x",
        "1005,9");
    tiny.write("tandarts.csv", "x,y", "100100,450900", "102300,450200");
    tiny.write("bo.csv", "lon,lat", "4.59,52.03");
  }

  private static void damageRegions() throws IOException {
    int south = TinyDelivery.SOUTH - 1000;
    int north = TinyDelivery.SOUTH + 2000;
    int west = TinyDelivery.WEST - 1000;
    int east = TinyDelivery.WEST + 6000;
    int middle = TinyDelivery.WEST + 2000;
    // E of the partition covers all of W
    tiny.write(
        "regio/helft.geojson",
        TinyDelivery.collection(
            null,
            List.of(
                TinyDelivery.rectangle("\"code\": \"W\"", Crs.WGS84, west, south, middle, north),
                TinyDelivery.rectangle("\"code\": \"E\"", Crs.WGS84, west, south, east, north))));
    tiny.write(
        "regio/strik.geojson",
        TinyDelivery.collection(
            null,
            List.of(
                TinyDelivery.polygon(
                    "\"code\": \"R1\"",
                    Crs.WGS84,
                    west,
                    south,
                    middle,
                    north,
                    middle,
                    south,
                    west,
                    north),
                TinyDelivery.rectangle(
                    "\"code\": \"R2\"", Crs.WGS84, middle, south, east, north))));
    var exchanged =
        TinyDelivery.rectangle("\"code\": \"R1\"", Crs.WGS84, west, south, middle, north)
            .replaceAll("\\[([\\d.]+), ([\\d.]+)]", "[$2, $1]");
    tiny.write(
        "regio/ruil.geojson",
        TinyDelivery.collection(
            null,
            List.of(
                exchanged,
                TinyDelivery.rectangle(
                    "\"code\": \"R2\"", Crs.WGS84, middle, south, east, north))));
  }

  private static List<Row> sorted(SparkSession spark, TableSpec table, String where) {
    return tiny.table(spark, table).where(where).collectAsList().stream()
        .sorted(java.util.Comparator.comparing(Row::toString))
        .toList();
  }

  private static Row finding(SparkSession spark, String severity, String rule, String file) {
    var found =
        tiny.table(spark, RunTables.FINDINGS)
            .where("run_id = '" + runId + "' AND file = '" + file + "' AND rule = '" + rule + "'")
            .collectAsList();
    assertThat(found).as("findings of " + file).isNotEmpty();
    var first = Objects.requireNonNull(found.get(0));
    assertThat(first.<String>getAs("severity")).as(file).isEqualTo(severity);
    return first;
  }

  @Test
  void theRunEndsWithTheCodeForRejectedData(SparkSession spark) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(run.out()).contains("done, with 9 rejections");
    var outcome =
        tiny.table(spark, RunTables.RUNS)
            .where("run_id = '" + runId + "'")
            .select("outcome", "message")
            .first();
    assertThat(outcome.getString(0)).isEqualTo("rejected");
    assertThat(outcome.getString(1)).isEqualTo("9 files rejected");
  }

  @Test
  void everyRejectionNamesFileRuleAndWhatToDo(SparkSession spark) {
    assertRejected(spark, LATER + "fiets_spits.csv", "missing_column", ";");
    assertRejected(spark, LATER + "fiets_dal.csv", "too_many_bad_rows", "decimal comma");
    assertRejected(spark, LATER + "lopen_dal.csv", "empty_file", "again");
    assertRejected(spark, LATER + "ov_lopen_spits.csv", "missing_column", "naar");
    assertRejected(spark, LATER + "ov_lopen_dal.csv", "wrong_checksum", "transfer it again");
    assertRejected(spark, TinyDelivery.LATER_PACKED, "broken_gzip", "again");
    assertRejected(spark, "tandarts.csv", "too_many_bad_rows", "looks like RD metres (EPSG:28992)");
    assertRejected(spark, "bo.csv", "missing_column", "columns");
    assertRejected(spark, "regio/helft.geojson", "overlapping_regions", "partition");
  }

  private static void assertRejected(SparkSession spark, String file, String rule, String hint) {
    var rejection = finding(spark, "reject", rule, file);
    assertThat(rejection.<String>getAs("message") + " -> " + rejection.<String>getAs("advice"))
        .contains("expected")
        .contains(hint);
    assertThat(rejection.<String>getAs("advice")).isNotBlank();
    assertThat(run.out()).contains("reject " + file).contains("[" + rule + "]");
  }

  @Test
  void whatWasStoredOfRejectedFilesStays(SparkSession spark) {
    var after = sorted(spark, InputTables.TRAVEL_TIMES, "true");
    var untouched = java.util.Set.of("auto/dal", "lopen/spits");
    assertThat(after.stream().filter(row -> !remade(row, untouched)))
        .isEqualTo(
            BEFORE.getOrDefault("travel_times", List.of()).stream()
                .filter(row -> !remade(row, untouched))
                .toList())
        .hasSize(135 - 2 * 13);
    assertThat(
            sorted(
                spark, InputTables.REGION_MEMBERSHIP, "layout IN ('helft', 'streek', 'delivery')"))
        .isEqualTo(BEFORE.get("region_membership"));
    assertThat(
            tiny.table(spark, InputTables.OPPORTUNITIES)
                .where("service IN ('tandarts', 'bo')")
                .count())
        .isZero();
  }

  private static boolean remade(Row row, java.util.Set<String> matrices) {
    return row.<String>getAs("scenario").equals("hoog")
        && matrices.contains(row.<String>getAs("mode") + "/" + row.<String>getAs("period"));
  }

  @Test
  void badRowsAreSetAsideWithLineAndReason(SparkSession spark) {
    var raws =
        assertQuarantined(
            spark,
            LATER + "auto_dal.csv",
            "3 wrong_field_count",
            "4 negative_time",
            "6 duplicate_pair",
            "7 unknown_zone",
            "8 bad_number");
    assertThat(raws).contains("1001,1002", "1001,1003,-1", "1002,9999,4.0");
    assertQuarantined(
        spark, "bevolking/hoog_2030.csv", "6 duplicate_cell", "7 bad_cell_code", "8 bad_number");
    assertQuarantined(
        spark, "banen/hoog_2030.csv", "3 unknown_zone", "4 negative_count", "6 bad_number");
    assertQuarantined(spark, "regio/strik.geojson", "2 invalid_geometry");
    assertQuarantined(spark, "regio/ruil.geojson", "2 outside_netherlands");
    assertThat(
            finding(spark, "quarantine", "duplicate_pair", LATER + "auto_dal.csv")
                .<Long>getAs("line"))
        .isEqualTo(6L);
    assertThat(
            finding(spark, "quarantine", "invalid_geometry", "regio/strik.geojson")
                .<Long>getAs("count"))
        .isEqualTo(1L);
  }

  private static List<String> assertQuarantined(SparkSession spark, String file, String... lines) {
    var rows =
        tiny.table(spark, RunTables.QUARANTINE)
            .where("run_id = '" + runId + "' AND file = '" + file + "'")
            .orderBy("line")
            .collectAsList();
    assertThat(rows)
        .as(file)
        .extracting(row -> row.<Long>getAs("line") + " " + row.<String>getAs("rule"))
        .containsExactly(lines);
    return rows.stream().map(row -> row.<String>getAs("raw")).toList();
  }

  @Test
  void theRestOfAFileWithBadRowsIsUsed(SparkSession spark) {
    assertThat(
            tiny.table(spark, InputTables.TRAVEL_TIMES)
                .where("scenario = 'hoog' AND mode = 'auto' AND period = 'dal'")
                .orderBy("origin", "destination")
                .selectExpr("concat_ws(' ', origin, destination, minutes)")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "1001 1001 2.0",
            "1002 1002 2.0",
            "1003 1001 9.0",
            "1003 1002 8.0",
            "1003 1003 3.0",
            "1004 1004 1.0",
            "1005 1005 1.0");
    assertThat(
            tiny.table(spark, InputTables.OPPORTUNITIES)
                .where("scenario = 'hoog' AND service = 'banen'")
                .orderBy("zone")
                .select("count")
                .collectAsList())
        .extracting(row -> row.getDouble(0))
        .containsExactly(32.0, 0.0, 7.0, 0.0, 9.0);
  }

  @Test
  void byteOrderMarkAndCrlfAreReadInFullWithAWarning(SparkSession spark) {
    assertThat(
            finding(spark, "warn", "bom_crlf", LATER + "lopen_spits.csv").<String>getAs("message"))
        .contains("byte order mark and CRLF");
    assertThat(
            tiny.table(spark, InputTables.TRAVEL_TIMES)
                .where("scenario = 'hoog' AND mode = 'lopen' AND period = 'spits'")
                .count())
        .isEqualTo(2);
  }

  @Test
  void suppressedCellsAreUnknownNotANumber(SparkSession spark) {
    assertThat(
            finding(spark, "warn", "suppressed_cells", "bevolking/hoog_2030.csv")
                .<Long>getAs("count"))
        .isEqualTo(2L);
    var cells =
        tiny.table(spark, InputTables.POPULATION_GRID)
            .where("scenario = 'hoog'")
            .orderBy("cell_code")
            .selectExpr("cell_code", "population", "suppressed")
            .collectAsList();
    assertThat(cells)
        .extracting(row -> row.getString(0) + " " + row.get(1) + " " + row.get(2))
        .containsExactly(
            "E1000N4500 100.0 false",
            "E1010N4500 null true",
            "E1015N4500 null true",
            "E1020N4500 50.0 false");
    assertThat(tiny.table(spark, AccessTables.ACCESSIBILITY).where("population < 0").count())
        .isZero();
  }

  @Test
  void aPartitionWithARegionMissingIsNoPartition(SparkSession spark) {
    var rows =
        tiny.table(spark, InputTables.REGION_MEMBERSHIP).where("layout = 'strik'").collectAsList();
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.<String>getAs("region")).isEqualTo("R2");
              assertThat(row.<Boolean>getAs("partition_layout")).isFalse();
              assertThat(row.<String>getAs("status")).isEqualTo("onvolledig");
            });
    // The people west of the cut stay out of R2, they do not follow the rest of their zone
    assertThat(rows).extracting(row -> row.<Integer>getAs("zone")).doesNotContain(1001, 1002);
  }

  @Test
  void theBooksBalance(SparkSession spark) {
    var books =
        tiny.table(spark, RunTables.LINEAGE)
            .where("run_id = '" + runId + "' AND table_name IN ('travel_times', 'population_grid')")
            .orderBy("table_name", "slice")
            .selectExpr(
                "concat_ws(' ', slice, rows_read, rows_written, rows_left_out, rows_quarantined)")
            .collectAsList();
    assertThat(books)
        .extracting(row -> row.getString(0))
        .containsExactly(
            "scenario=hoog/year=2030 7 4 0 3",
            "scenario=hoog/year=2030/mode=auto/period=dal 12 7 0 5",
            "scenario=hoog/year=2030/mode=lopen/period=spits 2 2 0 0");
  }

  @Test
  void correctedFilesAreTakenAtTheNextRun(SparkSession spark, @TempDir Path folder)
      throws IOException {
    var mended = tiny.copy(folder);
    mended.configure(CONFIGURATION);
    Files.delete(mended.file("levering.json"));
    mended.write("levering.json", "{\"files\": []}");
    var plan = mended.command("plan");
    assertThat(plan.out()).contains(LATER + "fiets_spits.csv changed");
    assertThat(plan.out()).doesNotContain("auto_dal.csv changed");
    assertThat(spark.sparkContext().isStopped()).isFalse();
  }
}
