package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
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
 * What a run makes of tables that are gone, were changed by others or are half made. The tests
 * follow one another on one set of tables, as a run takes seconds; each starts from tables that are
 * up to date.
 */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
@TestMethodOrder(OrderAnnotation.class)
class MendedTablesTest {

  private static TinyDelivery tiny;

  @BeforeAll
  static void copy(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
  }

  @Test
  @Order(1)
  void aTableThatIsGoneAndOneThatSomebodyChangedAreMadeAgain(SparkSession spark)
      throws IOException {
    var level = rows(spark, AccessTables.REGION_LEVEL);
    var norms = rows(spark, InputTables.NORMS);
    var before = tiny.lastRuns(spark);
    Folders.delete(tiny.output().resolve("region_level"));
    spark.sql("DELETE FROM delta.`" + tiny.output() + "/norms` WHERE service = 'banen'");
    var run = tiny.command("run");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("! region_level is gone", "! norms was changed outside Peil (version 2: DELETE)");
    assertThat(rows(spark, AccessTables.REGION_LEVEL)).isEqualTo(level);
    assertThat(rows(spark, InputTables.NORMS)).isEqualTo(norms);
    // Norms came back as they were: nothing that depends on them had to be made
    assertThat(changed(before, tiny.lastRuns(spark)))
        .hasSize(2 * 3 + 1) // two scenario-years of three layouts, and the norms
        .allMatch(
            slice ->
                slice.startsWith("region_level ")
                    || slice.equals("norms scenario=basis/year=2022"));
    assertThat(tiny.command("run").out()).contains("nothing changed");
  }

  @Test
  @Order(2)
  void onlyAndForceMakeJustThatTable(SparkSession spark) {
    var before = tiny.lastRuns(spark);
    var run = tiny.command("run", "--force", "--only", "norms,zones");
    assertThat(run.code()).isZero();
    assertThat(changed(before, tiny.lastRuns(spark)))
        .containsExactlyInAnyOrder("norms scenario=basis/year=2022", "zones all");
    assertThat(tiny.command("run").out()).contains("nothing changed");

    var elsewhere = "output=" + tiny.output().resolveSibling("elsewhere");
    assertThat(tiny.command("run", "--only", "travel_times", "--set", elsewhere).out())
        .contains("travel_times cannot be made, what it reads is not there")
        .contains("--only zones,travel_times");
  }

  @Test
  @Order(3)
  void aSliceThatIsGoneAndCannotBeMadeAgainDoesNotPassForStored(SparkSession spark)
      throws IOException {
    var file = TinyDelivery.LATER.get(0);
    var good = Files.readAllBytes(tiny.file(file));
    long pairs = tiny.table(spark, InputTables.TRAVEL_TIMES).count();
    Folders.delete(tiny.output().resolve("travel_times"));
    tiny.write(file, new byte[0]);
    assertThat(tiny.command("run").code()).isEqualTo(ExitCode.DATA_REJECTED.code());

    var again = tiny.command("run");
    assertThat(again.code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(again.out())
        .doesNotContain("is gone")
        .containsPattern("travel_times +1 of 11 to make: not there yet");

    tiny.write(file, good);
    assertThat(tiny.command("run").code()).isZero();
    assertThat(tiny.table(spark, InputTables.TRAVEL_TIMES).count()).isEqualTo(pairs);
    assertThat(tiny.command("run").out()).contains("nothing changed");
  }

  @Test
  @Order(4)
  void aRunThatFailsHalfwayGoesOnWhereItStopped(SparkSession spark) throws IOException {
    tiny.norms(3);
    var before = tiny.lastRuns(spark);
    // A file where the folder of a table should be: the disk is not as it should be
    var place = tiny.output().resolve("accessibility_level");
    var aside = tiny.output().resolveSibling("aside");
    Files.move(place, aside);
    Files.writeString(place, "no table");
    var failed = tiny.command("run");
    assertThat(failed.code()).isEqualTo(ExitCode.FAILED.code());
    assertThat(failed.err()).startsWith("peil: ").contains("the whole story is in the log");
    Files.delete(place);
    Files.move(aside, place);

    var halfway = tiny.lastRuns(spark);
    var finished = changed(before, halfway);
    assertThat(finished).contains("norms scenario=basis/year=2022");
    assertThat(finished).filteredOn(slice -> slice.startsWith("accessibility ")).hasSize(11);
    // What was under way beside it may be finished, what needs it cannot have begun
    assertThat(finished)
        .noneMatch(slice -> slice.matches("(accessibility_level|region_level|best_places) .*"));
    var outcomes =
        tiny.table(spark, RunTables.RUNS)
            .orderBy("run_id")
            .select("outcome", "message", "slices_written", "rows_written", "run_id")
            .collectAsList();
    var last = outcomes.get(outcomes.size() - 1);
    assertThat(last.getString(0)).isEqualTo("failed");
    assertThat(last.getString(1)).isNotBlank();
    // What it had written before it failed counts: lineage knows which slices
    var written =
        tiny.table(spark, RunTables.LINEAGE)
            .where("identity <> '' AND run_id = '" + last.getString(4) + "'")
            .selectExpr("count(*)", "sum(rows_written)")
            .first();
    assertThat(last.getLong(2)).isPositive().isEqualTo(written.getLong(0));
    assertThat(last.getLong(3)).isPositive().isEqualTo(written.getLong(1));

    assertThat(tiny.command("run").code()).isZero();
    assertThat(changed(halfway, tiny.lastRuns(spark)))
        .filteredOn(slice -> slice.startsWith("accessibility_level "))
        .hasSize(11);
    assertThat(changed(halfway, tiny.lastRuns(spark))).doesNotContainAnyElementsOf(finished);
    // The norm of 3 minutes came through: by car 2.0 from 1001 and 3.0 from 1003 meet it, 1002 not
    var met =
        tiny.table(spark, AccessTables.ACCESSIBILITY_LEVEL)
            .where("scenario = 'basis' AND mode = 'auto' AND service = 'huisarts' AND meets_norm")
            .orderBy("zone")
            .select("zone")
            .collectAsList();
    assertThat(met).extracting(row -> row.getInt(0)).containsExactly(1001, 1003);
    assertThat(
            tiny.table(spark, AccessTables.REGION_LEVEL)
                .where(
                    "scenario = 'basis' AND layout = 'helft' AND region = 'W' AND mode = 'auto'"
                        + " AND service = 'huisarts'")
                .first()
                .<Double>getAs("persons_meeting_norm"))
        .isEqualTo(100.0);
    assertThat(tiny.command("run").out()).contains("nothing changed");
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    var changed = new HashMap<>(after);
    changed.entrySet().removeAll(before.entrySet());
    return changed.keySet().stream().sorted().toList();
  }

  private static List<String> rows(SparkSession spark, TableSpec table) {
    return tiny.table(spark, table).collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
