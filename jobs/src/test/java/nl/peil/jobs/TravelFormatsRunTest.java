package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.peil.SparkExtension;
import nl.peil.source.omx.OmxWriter;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Matrices that are told from the file, and those of OMX files, in a run. */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
class TravelFormatsRunTest {

  @TempDir Path folder;

  @Test
  void aSquareMatrixIsToldFromItsLinesAndDependsOnItsZoneList(
      TinyDelivery finished, SparkSession spark) throws IOException {
    var tiny = finished.copy(folder);
    tiny.configure(
        """
        travel_times += { path = "vierkant/{scenario}/{year}/{mode}_{period}.csv"
          zone_list { path = "vierkant/zones.txt" }, unreachable = [-1] }
        """);
    tiny.write("vierkant/zones.txt", "1003", "1001", "1002", "1005", "1004");

    tiny.write(
        "vierkant/basis/2022/lopen_spits.csv",
        "2;-1;50;-1;-1",
        "-1;3,5;-1;-1;-1",
        "40;-1;4;-1;-1",
        "-1;-1;-1;5;-1",
        "-1;-1;-1;-1;6");
    var run = tiny.command("run", "--only", "travel_times");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE.code());
    assertThat(
            tiny.table(spark, InputTables.TRAVEL_TIMES)
                .where("scenario = 'basis' AND mode = 'lopen'")
                .select("origin", "destination", "minutes")
                .orderBy("origin", "destination")
                .collectAsList())
        .containsExactly(
            RowFactory.create(1001, 1001, 3.5f),
            RowFactory.create(1002, 1002, 4f),
            RowFactory.create(1002, 1003, 40f),
            RowFactory.create(1003, 1002, 50f),
            RowFactory.create(1003, 1003, 2f),
            RowFactory.create(1004, 1004, 6f),
            RowFactory.create(1005, 1005, 5f));
    assertThat(
            tiny.table(spark, RunTables.FINDINGS)
                .where("rule = 'format_detected'")
                .select("severity", "message")
                .distinct()
                .collectAsList())
        .containsExactly(
            RowFactory.create(
                "info",
                "the file was read as square CSV, delimiter ';', decimal comma, zones of"
                    + " vierkant/zones.txt"));

    tiny.write("vierkant/zones.txt", "1001", "1003", "1002", "1005", "1004");
    assertThat(tiny.command("plan").out()).contains("file vierkant/zones.txt changed");
  }

  /** Five modes in one file: on each, zone i reaches only the zones from i - mode to i + mode. */
  private static void omx(Path file, String... names) throws IOException {
    Files.createDirectories(file.getParent());
    try (var omx = OmxWriter.create(file, 5)) {
      omx.mapping("zone", List.of("1005", "1004", "1003", "1002", "1001"));
      omx.mapping("row", List.of("1", "2", "3", "4", "5"));
      for (int m = 0; m < names.length; m++) {
        int mode = m;
        omx.matrix(
            names[m],
            (row, cells) -> {
              for (int j = 0; j < 5; j++) {
                if (Math.abs(row - j) <= mode) {
                  cells[j] = 0.1f + 100 * mode + 10 * row + j;
                }
              }
            });
      }
      omx.finish();
    }
  }

  private static final String MATRICES =
      """
      travel_times += { path = "omx/{scenario}/{year}.omx", format = omx, mapping = zone
        matrix = "{mode}_{period}" }
      """;

  @Test
  void everyMatrixOfAnOmxFileIsASliceOfItsOwn(TinyDelivery finished, SparkSession spark)
      throws IOException {
    var tiny = finished.copy(folder);
    tiny.configure(MATRICES);
    var file = tiny.file("omx/wlo/2040.omx");
    omx(file, "auto_dal", "fiets_dal", "lopen_dal", "distance");
    var plan = tiny.command("plan");
    assertThat(plan.out()).contains("3 of 14 to make");
    var run = tiny.command("run", "--only", "travel_times");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE.code());
    var times = tiny.table(spark, InputTables.TRAVEL_TIMES).where("scenario = 'wlo'");
    assertThat(times.groupBy("mode", "period", "year").count().orderBy("mode").collectAsList())
        .containsExactly(
            RowFactory.create("auto", "dal", 2040, 5L),
            RowFactory.create("fiets", "dal", 2040, 13L),
            RowFactory.create("lopen", "dal", 2040, 19L));
    // Row 1, column 2 is from 1005 to 1004
    assertThat(
            times
                .where("mode = 'fiets' AND origin = 1005 AND destination = 1004")
                .select("minutes")
                .collectAsList())
        .containsExactly(RowFactory.create(101.1f));
    assertThat(
            tiny.table(spark, RunTables.FINDINGS)
                .where("rule IN ('format_detected', 'matrices_not_used')")
                .where("slice LIKE '%mode=fiets/period=dal' AND file = 'omx/wlo/2040.omx'")
                .select("message")
                .orderBy("rule")
                .collectAsList())
        .containsExactly(
            RowFactory.create(
                "the file was read as OMX (HDF5), matrix fiets_dal of 4, mapping zone"),
            RowFactory.create("the file has matrices besides: [distance]"));
    assertThat(tiny.command("run", "--only", "travel_times").out()).contains("nothing changed");

    omx(file, "auto_dal", "fiets_dal");
    var less = tiny.command("plan");
    assertThat(less.out())
        .contains("2 of 13 to make: file omx/wlo/2040.omx changed")
        .contains("mode=lopen/period=dal is stored but no longer in the delivery");
  }

  @Test
  void aFileOfWhichTheContentsCannotBeReadIsRejectedAndWhatWasStoredStays(
      TinyDelivery finished, SparkSession spark) throws IOException {
    var tiny = finished.copy(folder);
    tiny.configure(MATRICES);
    omx(tiny.file("omx/wlo/2040.omx"), "auto_dal", "fiets_dal");
    assertThat(tiny.command("run", "--only", "travel_times").code())
        .isEqualTo(ExitCode.DONE.code());
    long before = tiny.table(spark, InputTables.TRAVEL_TIMES).count();

    var whole = Files.readAllBytes(tiny.file("omx/wlo/2040.omx"));
    tiny.write("omx/wlo/2040.omx", Arrays.copyOf(whole, whole.length / 2));
    omx(tiny.file("omx/wlo/2050.omx"), "auto_dal");
    for (int i = 0; i < 2; i++) {
      var run = tiny.command("run", "--only", "travel_times");
      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DATA_REJECTED.code());
      assertThat(run.out())
          .contains("omx/wlo/2040.omx", "bytes as the file itself says", "transfer the file again");
    }
    // The whole file beside it is loaded, and nothing of the broken one is lost
    assertThat(tiny.table(spark, InputTables.TRAVEL_TIMES).count()).isEqualTo(before + 5);
    assertThat(
            tiny.table(spark, RunTables.FINDINGS)
                .where("rule = 'broken_hdf5' AND severity = 'reject'")
                .select("file")
                .collectAsList())
        .containsExactly(
            RowFactory.create("omx/wlo/2040.omx"), RowFactory.create("omx/wlo/2040.omx"));
    var validate = tiny.command("validate");
    assertThat(validate.code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(validate.out()).contains("broken_hdf5");
    assertThat(tiny.command("plan").out()).contains("! ").contains("omx/wlo/2040.omx");
  }

  @Test
  void namesOfAModelAreDeclaredAndWhatIsWrongWithThemIsSaid(
      TinyDelivery finished, SparkSession spark) throws IOException {
    var tiny = finished.copy(folder);
    var entry =
        "travel_times += { path = \"omx/m.omx\", format = omx, scenario = wlo, year = 2040%s }\n";
    omx(tiny.file("omx/m.omx"), "CAR_AM", "BIKE");
    tiny.configure(entry.formatted(", mapping = zone, matrices { auto_spits = CAR_AM }"));
    assertThat(tiny.command("run", "--only", "travel_times").code())
        .isEqualTo(ExitCode.DONE.code());
    tiny.configure(
        entry.formatted(", mapping = zone, matrix = BIKE, mode = fiets, period = etmaal"));
    var run = tiny.command("run", "--only", "travel_times");
    assertThat(run.out()).contains("mode=auto/period=spits is stored but no longer");
    assertThat(
            tiny.table(spark, InputTables.TRAVEL_TIMES)
                .where("scenario = 'wlo'")
                .groupBy("mode", "period")
                .count()
                .orderBy("mode")
                .collectAsList())
        .containsExactly(
            RowFactory.create("auto", "spits", 5L), RowFactory.create("fiets", "etmaal", 13L));

    var wrong =
        Map.of(
            "", "[ambiguous_matrix] expected one matrix; the file has [BIKE, CAR_AM]",
            ", matrix = CAR_AM, mapping = taz", "[unknown_mapping] expected mapping 'taz'",
            ", matrix = CAR_AM", "[ambiguous_mapping] expected one mapping of rows to zones, got",
            ", matrix = WALK", "[no_matrix] expected matrices named as 'WALK'; the file has [BIKE,",
            ", matrix = CAR_AM, mapping = row", "[too_many_bad_rows]");
    var lines = new StringBuilder();
    int year = 2041;
    for (var more : wrong.keySet()) {
      lines
          .append(
              entry
                  .formatted(", mode = fiets, period = dal" + more)
                  .replace("2040", String.valueOf(year++)))
          .append('\n');
    }
    lines.append(entry.replace("2040", "2060").formatted(", matrices { auto_dal = CAR_PM }"));
    assertRejected(
        tiny,
        lines.toString(),
        "[unknown_matrix] expected matrix 'CAR_PM', declared as auto_dal; the file has [BIKE,",
        wrong.values().toArray(String[]::new));
  }

  private static void assertRejected(
      TinyDelivery tiny, String entries, String message, String... more) throws IOException {
    tiny.configure(entries);
    var run = tiny.command("run", "--only", "travel_times");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(run.out()).contains(message).contains(more);
  }

  @Test
  void anOmxFileWithoutMappingTakesItsZonesFromAList(TinyDelivery finished, SparkSession spark)
      throws IOException {
    var tiny = finished.copy(folder);
    var entry =
        "travel_times += { path = \"omx/m.omx\", format = omx, scenario = wlo, year = 2040"
            + ", matrix = \"{mode}_{period}\"%s }\n";
    Files.createDirectories(tiny.file("omx"));
    try (var omx = OmxWriter.create(tiny.file("omx/m.omx"), 5)) {
      omx.matrix("auto_dal", (row, cells) -> cells[0] = row);
      omx.finish();
    }
    assertRejected(tiny, entry.formatted(""), "no_zone_list", "zone list");
    tiny.write("omx/zones.txt", "1004", "1003", "1002", "1001", "1005");
    tiny.configure(entry.formatted(", zone_list { path = \"omx/zones.txt\" }"));
    var run = tiny.command("run", "--only", "travel_times");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE.code());
    assertThat(
            tiny.table(spark, InputTables.TRAVEL_TIMES)
                .where("scenario = 'wlo'")
                .select("origin", "destination", "minutes")
                .orderBy("origin")
                .collectAsList())
        .containsExactly(
            RowFactory.create(1001, 1004, 3f),
            RowFactory.create(1002, 1004, 2f),
            RowFactory.create(1003, 1004, 1f),
            RowFactory.create(1004, 1004, 0f),
            RowFactory.create(1005, 1004, 4f));
    tiny.write("omx/zones.txt", "1001", "1003", "1002", "1004", "1005");
    assertThat(tiny.command("plan").out()).contains("file omx/zones.txt changed");
  }
}
