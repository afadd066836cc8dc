package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.peil.SparkExtension;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a later run does and leaves alone. The tests follow one another on one set of tables, as a
 * run takes seconds; each starts from tables that are up to date.
 */
@ExtendWith({SparkExtension.class, FinishedRun.class})
@TestMethodOrder(OrderAnnotation.class)
class RunsTest {

  private static TinyDelivery tiny;
  private static String firstRun = "";

  @BeforeAll
  static void copy(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
  }

  @Test
  @Order(1)
  void aSecondRunMakesNothing(SparkSession spark) {
    firstRun = tiny.lastRuns(spark).getOrDefault("zones all", "");
    var versions = tiny.versions(spark);
    var again = tiny.command("run");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("nothing changed");
    assertThat(tiny.versions(spark)).isEqualTo(versions);
  }

  @Test
  @Order(2)
  void aFileThatWasOnlyTouchedIsNotLoadedAgain(SparkSession spark) throws IOException {
    var versions = tiny.versions(spark);
    Files.setLastModifiedTime(
        tiny.file(TinyDelivery.HERE_AUTO),
        java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - 60_000));
    assertThat(tiny.command("run").out()).contains("nothing changed");
    assertThat(tiny.versions(spark)).isEqualTo(versions);
  }

  @Test
  @Order(3)
  void aChangedMatrixRemakesWhatDependsOnIt(SparkSession spark) throws IOException {
    var before = tiny.lastRuns(spark);
    tiny.write(TinyDelivery.HERE_FIETS, "van,naar,minuten", "1001,1001,5.0", "1001,1002,14.0");

    var plan = tiny.command("plan");
    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .contains("1 of 11 to make: file " + TinyDelivery.HERE_FIETS + " changed")
        .containsPattern("opportunities +up to date");
    assertThat(tiny.lastRuns(spark)).isEqualTo(before);

    assertThat(tiny.command("run").code()).isZero();
    assertThat(changed(before, tiny.lastRuns(spark)))
        .containsExactlyInAnyOrder(
            "travel_times scenario=basis/year=2022/mode=fiets/period=spits",
            "accessibility scenario=basis/year=2022/mode=fiets/period=spits",
            // The level of the car does not depend on the bicycle; the other way round it does
            "accessibility_level scenario=basis/year=2022/mode=fiets/period=spits",
            "region_accessibility scenario=basis/year=2022/layout=delivery",
            "region_accessibility scenario=basis/year=2022/layout=helft",
            "region_accessibility scenario=basis/year=2022/layout=streek",
            "layout_inequality scenario=basis/year=2022/layout=delivery",
            "layout_inequality scenario=basis/year=2022/layout=helft",
            "layout_inequality scenario=basis/year=2022/layout=streek",
            "region_level scenario=basis/year=2022/layout=delivery",
            "region_level scenario=basis/year=2022/layout=helft",
            "region_level scenario=basis/year=2022/layout=streek",
            "marginal_access scenario=basis/year=2022/mode=fiets/period=spits",
            "norm_gaps scenario=basis/year=2022/mode=fiets/period=spits",
            "best_places scenario=basis/year=2022/layout=delivery",
            "best_places scenario=basis/year=2022/layout=helft",
            "best_places scenario=basis/year=2022/layout=streek");
    assertThat(jobs(null))
        .isEqualTo("3.0"); // 2 at 14 minutes, within the norm of 15, and the own 1
    assertConserved(spark);
  }

  /** Jobs within the norm by bicycle from 1001, now or as of a run or moment, as sql prints it. */
  private static String jobs(@Nullable String asOf) {
    var query =
        "SELECT value FROM accessibility WHERE zone = 1001 AND service = 'banen'"
            + " AND measure = 'within_norm' AND mode = 'fiets' AND scenario = 'basis'";
    var answer =
        asOf == null
            ? tiny.command("sql", query, "--format", "csv")
            : tiny.command("sql", query, "--format", "csv", "--as-of", asOf);
    assertThat(answer.code()).as(answer.err()).isZero();
    return answer.out().lines().skip(1).collect(Collectors.joining());
  }

  @Test
  @Order(4)
  void sqlShowsTheTablesAsTheyWere(SparkSession spark) {
    assertThat(jobs(firstRun)).isEqualTo("1.0");
    var ends =
        tiny.table(spark, RunTables.RUNS)
            .orderBy("run_id")
            .selectExpr("date_format(finished_at, 'yyyy-MM-dd HH:mm:ss.SSS')")
            .collectAsList();
    assertThat(jobs(ends.get(0).getString(0))).isEqualTo("1.0");
    assertThat(jobs(ends.get(ends.size() - 1).getString(0))).isEqualTo("3.0");
    var unknown = tiny.command("sql", "SELECT 1", "--as-of", "20000101T000000-abcdef");
    assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(unknown.err()).contains("no run 20000101T000000-abcdef");
    var before = tiny.command("sql", "SELECT 1", "--as-of", "2000-01-01 00:00:00");
    assertThat(before.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(before.err()).contains("there were no tables", "2000-01-01");
    var nonsense = tiny.command("sql", "SELECT 1", "--as-of", "yesterday");
    assertThat(nonsense.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(nonsense.err()).contains("yesterday");
    var never = tiny.command("sql", "SELECT 1", "--as-of", "2026-02-31 10:00:00");
    assertThat(never.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(never.err()).contains("a moment (UTC) that there is", "2026-02-31 10:00:00");
  }

  @Test
  @Order(5)
  void dryRunAndStatusTellWhatIsStaleAndWriteNothing(SparkSession spark) throws IOException {
    var versions = tiny.versions(spark);
    tiny.configure(
        """
        layouts += { layout = kern, source = "hand"
          list { path = "regio/streek.csv", of = zones, columns { member = zone, region = streek } } }
        """);
    var dry = tiny.command("run", "--dry-run");
    assertThat(dry.code()).isZero();
    assertThat(dry.out())
        .containsPattern("region_membership +1 of 4 to make: not there yet")
        .containsPattern("region_level +2 of 8 to make: not there yet");
    var status = tiny.command("status");
    assertThat(status.code()).isZero();
    assertThat(status.out())
        .containsPattern("region_membership .* 1 of 4 stale\\n +layout=kern: not there yet")
        .containsPattern("accessibility .* 11 up to date");
    assertThat(tiny.versions(spark)).isEqualTo(versions);
  }

  @Test
  @Order(6)
  void aNewLayoutMakesOnlyItsOwnSlices(SparkSession spark) {
    var before = tiny.lastRuns(spark);
    assertThat(tiny.command("run").code()).isZero();
    assertThat(changed(before, tiny.lastRuns(spark)))
        .containsExactlyInAnyOrder(
            "region_membership layout=kern",
            "regions layout=kern",
            "region_accessibility scenario=basis/year=2022/layout=kern",
            "region_accessibility scenario=hoog/year=2030/layout=kern",
            "layout_inequality scenario=basis/year=2022/layout=kern",
            "layout_inequality scenario=hoog/year=2030/layout=kern",
            "region_level scenario=basis/year=2022/layout=kern",
            "region_level scenario=hoog/year=2030/layout=kern",
            "best_places scenario=basis/year=2022/layout=kern",
            "best_places scenario=hoog/year=2030/layout=kern");
    assertThat(tiny.command("run").out()).contains("nothing changed");
  }

  @Test
  @Order(7)
  void whatIsNoLongerAskedForIsKept(SparkSession spark) throws IOException {
    tiny.configure("");
    var plan = tiny.command("plan");
    assertThat(plan.out())
        .containsPattern("region_membership +layout=kern is stored but no longer in the delivery");
    assertThat(tiny.command("run").out()).contains("nothing changed");
    assertThat(tiny.table(spark, InputTables.REGION_MEMBERSHIP).where("layout = 'kern'").count())
        .isEqualTo(5);
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    var changed = new HashMap<>(after);
    changed.entrySet().removeAll(before.entrySet());
    return changed.keySet().stream().sorted().toList();
  }

  private static void assertConserved(SparkSession spark) {
    var all = tiny.table(spark, RunTables.LINEAGE).where("rows_read > 0");
    assertThat(all.select("table_name").distinct().count()).isGreaterThan(4);
    assertThat(
            all.where("rows_read <> rows_loaded + rows_left_out + rows_quarantined")
                .collectAsList())
        .isEmpty();
    // Where a row of a file is a row of the table, what Delta counted must add up, too
    var books =
        tiny.table(spark, RunTables.LINEAGE)
            .where("table_name IN ('travel_times', 'population_grid', 'norms', 'supplied_level')");
    assertThat(books.count()).isPositive();
    assertThat(
            books
                .where("rows_read <> rows_written + rows_left_out + rows_quarantined")
                .collectAsList())
        .isEmpty();
  }
}
