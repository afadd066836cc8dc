package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.peil.SparkExtension;
import nl.peil.run.OutputLock;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.hadoop.conf.Configuration;
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
 * What is published stays readable, and what nobody asks for goes. The tests follow one another on
 * one set of tables.
 */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
@TestMethodOrder(OrderAnnotation.class)
class RetentionTest {

  private static final String ACCESS =
      "SELECT * FROM accessibility ORDER BY scenario, year, mode, period, zone, service, measure";
  private static final String NOW = "maintenance { keep_days = 0 }";

  private static TinyDelivery tiny;
  private static String published = "";

  @BeforeAll
  static void copy(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
    tiny.configure(NOW);
  }

  @Test
  @Order(1)
  void aRunIsPublishedUnderATagOnce(SparkSession spark) {
    assertThat(tiny.command("publish").out()).contains("nothing is published yet");
    refused(tiny.command("publish", "--tag", "2026-11-21"), "no date", "2026-11-21");
    refused(tiny.command("publish", "--tag", "a b"), "'a b'");
    refused(tiny.command("publish", "--tag", "x", "--run", "nobody"), "no run nobody");
    refused(tiny.command("publish", "--tag", "x", "--withdraw"), "no tag 'x'");

    var made = tiny.command("publish", "--tag", "2026-Q4", "--note", "first");
    assertThat(made.code()).as(made.err()).isZero();
    refused(tiny.command("publish", "--tag", "2026-Q4"), "2026-Q4", "take another tag");

    var run = tiny.lastRuns(spark).getOrDefault("zones all", "");
    assertThat(tiny.command("publish", "--list").out())
        .containsPattern("2026-Q4 +" + run + " .*first");
    var rows =
        tiny.table(spark, RunTables.PUBLISHED)
            .select("table_name", "delta_version")
            .collectAsList();
    assertThat(rows.stream().filter(row -> row.isNullAt(1)).map(row -> row.getString(0)))
        .containsExactlyInAnyOrder("runs", "lineage", "findings", "quarantine");
    // Made by one run: 0 is the empty table, then a commit a batch
    assertThat(rows.stream().filter(row -> row.getString(0).equals("zones")).toList())
        .singleElement()
        .satisfies(row -> assertThat(row.getLong(1)).isEqualTo(1));
    published = answer("--as-of", "2026-Q4");
    assertThat(published).isEqualTo(answer());
    assertThat(tiny.command("run").out()).contains("nothing changed").doesNotContain("outside");
  }

  private static void refused(Command command, String... reasons) {
    assertThat(command.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(command.err()).contains(reasons);
  }

  private static String answer(String... asOf) {
    var options = new java.util.ArrayList<>(List.of(ACCESS, "--format", "csv"));
    options.addAll(List.of(asOf));
    var answer = tiny.command("sql", options.toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isZero();
    return answer.out();
  }

  @Test
  @Order(2)
  void theTagStaysWhatItWasWhenTheTablesChange(SparkSession spark) throws IOException {
    for (int minutes = 12; minutes < 14; minutes++) {
      tiny.write(TinyDelivery.HERE_AUTO, "van,naar,minuten", "1001,1001,5", "1001,1002," + minutes);
      assertThat(tiny.command("run").code()).isZero();
    }
    assertThat(answer()).isNotEqualTo(published);
    assertThat(answer("--as-of", "2026-Q4")).isEqualTo(published);
    assertThat(
            tiny.command(
                    "sql", "SELECT count(*) FROM runs", "--format", "csv", "--as-of", "2026-Q4")
                .out())
        .isEqualTo("count(1)\n1\n");
    refused(
        tiny.command("sql", "SELECT 1", "--as-of", "2026-Q3"),
        "a tag, got '2026-Q3'",
        "published: 2026-Q4");
  }

  @Test
  @Order(3)
  void maintenanceKeepsWhatIsPublishedAndRemovesTheRest(SparkSession spark) throws IOException {
    // Files of a run that was killed before its commit
    var orphan =
        tiny.output()
            .resolve("travel_times/scenario=basis/year=2022/mode=auto/period=spits/lost.parquet");
    Files.writeString(orphan, "left by a killed run");
    age();
    var now = answer();
    long before = dataFiles(InputTables.TRAVEL_TIMES).size();

    var dry = tiny.command("maintain", "--dry-run");
    assertThat(dry.code()).as(dry.err()).isZero();
    // 11 matrices; of one two later versions, of which the last is current; and the orphan
    assertThat(before).isEqualTo(11 + 2 + 1);
    assertThat(dry.out()).containsPattern("travel_times +14 +12 ").contains("would remove");
    assertThat(dataFiles(InputTables.TRAVEL_TIMES)).hasSize(14);

    var lineageFiles = dataFiles(RunTables.LINEAGE).size();
    assertThat(lineageFiles).isGreaterThan(20);
    var versions = tiny.versions(spark);
    var done = tiny.command("maintain");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out())
        .containsPattern("travel_times +14 +12 +0\\.0 +not compacted: its files hold whole origins")
        .contains("1 old files stay for what is published")
        .doesNotContain("Deleted", "Found");
    assertThat(orphan).doesNotExist();
    assertThat(dataFiles(InputTables.TRAVEL_TIMES)).hasSize(12);
    assertThat(dataFiles(RunTables.LINEAGE)).hasSize(1);
    for (var table : Tables.all().stream().filter(tiny.store(spark)::exists).toList()) {
      assertThat(dataFiles(table)).as(table.name()).isEqualTo(asked(spark, table));
    }

    assertThat(answer()).isEqualTo(now);
    assertThat(answer("--as-of", "2026-Q4")).isEqualTo(published);
    assertThat(tiny.command("run").out()).contains("nothing changed").doesNotContain("outside");
    assertThat(tiny.command("status").out())
        .contains("11 files, 11 row groups", "sorted: yes")
        .doesNotContain("stale", "! ");
    // A second time there is nothing to do
    var after = tiny.versions(spark);
    assertThat(after).isNotEqualTo(versions);
    assertThat(tiny.command("maintain").out()).containsPattern("all +(\\d+) +\\1 +0\\.0\n");
    assertThat(tiny.versions(spark)).isEqualTo(after);
  }

  /**
   * Makes the tables look as if all that was weeks ago, so that Delta's usual limits are passed.
   */
  private static void age() throws IOException {
    var then = FileTime.from(Instant.now().minus(Duration.ofDays(40)));
    try (var files = Files.walk(tiny.output())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, then);
      }
    }
  }

  private static TreeSet<String> dataFiles(TableSpec table) throws IOException {
    var root = tiny.output().resolve(table.name());
    if (!Files.exists(root)) {
      return new TreeSet<>(); // the delivery has nothing for it
    }
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .filter(file -> !file.toString().contains("_delta_log"))
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The files of the current version and of those that are published. */
  private static TreeSet<String> asked(SparkSession spark, TableSpec table) {
    var store = tiny.store(spark);
    var asked = new TreeSet<String>();
    var paths = new java.util.ArrayList<>(store.files(table));
    for (var row :
        tiny.table(spark, RunTables.PUBLISHED)
            .where("delta_version IS NOT NULL AND table_name = '" + table.name() + "'")
            .select("delta_version")
            .collectAsList()) {
      paths.addAll(List.of(store.readVersion(table, row.getLong(0)).inputFiles()));
    }
    paths.forEach(path -> asked.add(path.substring(path.lastIndexOf('/') + 1)));
    return asked;
  }

  @Test
  @Order(4)
  void whatIsNotPublishedCannotBePublishedAfterItsFilesWent(SparkSession spark) {
    var runs = tiny.table(spark, RunTables.RUNS).orderBy("run_id").select("run_id").collectAsList();
    assertThat(runs).hasSize(3);
    refused(
        tiny.command("publish", "--tag", "late", "--run", runs.get(1).getString(0)),
        "no longer there",
        "keep_days");
    assertThat(tiny.command("publish").out()).doesNotContain("late");
  }

  @Test
  @Order(5)
  void youngFilesStay() throws IOException {
    tiny.configure("maintenance { keep_days = 7 }");
    var orphan =
        tiny.output()
            .resolve("travel_times/scenario=basis/year=2022/mode=auto/period=spits/busy.parquet");
    Files.writeString(orphan, "being written");
    assertThat(tiny.command("maintain").code()).isZero();
    assertThat(orphan).exists();
    Files.delete(orphan);
    tiny.configure(NOW);
  }

  @Test
  @Order(6)
  void aSecondCommandIsRefusedWhileOneWorks() throws Exception {
    try (var lock =
        OutputLock.take(
            tiny.output().toString(),
            new Configuration(),
            "run",
            OutputLock.Patience.of(Duration.ZERO),
            text -> {},
            () -> {},
            text -> {})) {
      for (var command : List.of("run", "maintain")) {
        var refused = tiny.command(command);
        assertThat(refused.code()).as(command).isEqualTo(ExitCode.OUTPUT_IN_USE.code());
        assertThat(refused.err()).contains("in use by 'peil run'", "--lock wait");
      }
      assertThat(tiny.command("publish", "--tag", "busy").code())
          .isEqualTo(ExitCode.OUTPUT_IN_USE.code());
      // What only reads is not kept out
      assertThat(tiny.command("run", "--dry-run").code()).isZero();
      assertThat(tiny.command("publish").code()).isZero();
      tiny.configure("lock { policy = wait, wait_minutes = 0.01 }");
      var waited = tiny.command("run");
      assertThat(waited.code()).isEqualTo(ExitCode.OUTPUT_IN_USE.code());
      assertThat(waited.out()).contains("waiting");
      assertThat(waited.err()).contains("in vain");
      assertThat(tiny.command("run", "--lock", "refuse").err()).contains("--lock wait");
    }
    tiny.configure("lock { policy = never }");
    refused(tiny.command("run"), "refuse or wait", "'never'");
    tiny.configure(NOW);
    assertThat(tiny.command("run").code()).isZero();
  }

  @Test
  @Order(7)
  void aTagThatIsWithdrawnKeepsNothing(SparkSession spark) throws IOException {
    var gone = tiny.command("publish", "--tag", "2026-Q4", "--withdraw");
    assertThat(gone.code()).as(gone.err()).isZero();
    assertThat(tiny.command("publish").out()).contains("nothing is published yet");
    assertThat(tiny.command("maintain").code()).isZero();
    assertThat(dataFiles(InputTables.TRAVEL_TIMES)).hasSize(11);
    refused(tiny.command("sql", "SELECT 1", "--as-of", "2026-Q4"), "nothing is published yet");
    assertThat(tiny.command("run").out()).contains("nothing changed").doesNotContain("outside");
  }
}
