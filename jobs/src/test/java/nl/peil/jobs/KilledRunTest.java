package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.peil.SparkExtension;
import nl.peil.run.OutputLock;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed without a word, in the middle of a write, and again, and again: the next run
 * makes the tables that an undisturbed run makes.
 */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
class KilledRunTest {

  @Test
  void afterKillsTheTablesAreThoseOfAnUndisturbedRun(
      SparkSession spark, TinyDelivery undisturbed, @TempDir Path folder) throws Exception {
    var tiny = TinyDelivery.in(folder);
    var store = tiny.store(spark);

    // Matrices written as files, and no commit yet that names them
    kill(tiny, "travel_times", "");
    assertThat(parquet(tiny, InputTables.TRAVEL_TIMES)).isEqualTo(11);
    assertThat(store.version(InputTables.TRAVEL_TIMES)).hasValue(0);
    assertThat(tiny.output().resolve(OutputLock.FILE)).exists();

    // Committed, and lineage does not know it yet
    kill(tiny, "lineage", tiny.output() + "/accessibility/_delta_log/00000000000000000001.json");
    assertThat(store.version(InputTables.TRAVEL_TIMES)).hasValue(1);
    assertThat(store.version(AccessTables.ACCESSIBILITY).orElse(0)).isPositive();
    assertThat(tiny.table(spark, RunTables.LINEAGE).where("table_name = 'accessibility'").count())
        .isZero();

    // Written by Spark, and no commit yet
    kill(tiny, "region_accessibility", "");
    assertThat(parquet(tiny, AccessTables.REGION_ACCESSIBILITY)).isPositive();
    assertThat(store.version(AccessTables.REGION_ACCESSIBILITY)).hasValue(0);
    assertThat(tiny.table(spark, RunTables.RUNS).count()).isZero();

    var last = tiny.command("run");
    assertThat(last.code()).as(last.out() + last.err()).isZero();
    assertThat(last.out()).contains("taken over: its process is gone");
    assertThat(tiny.output().resolve(OutputLock.FILE)).doesNotExist();
    for (var table : Tables.all()) {
      if (!table.columnNames().contains("run_id") && undisturbed.store(spark).exists(table)) {
        var expected = undisturbed.table(spark, table);
        var actual = tiny.table(spark, table);
        assertThat(expected.exceptAll(actual).collectAsList()).as(table + " misses").isEmpty();
        assertThat(actual.exceptAll(expected).collectAsList()).as(table + " has more").isEmpty();
      }
    }
    assertThat(tiny.lastRuns(spark)).containsOnlyKeys(undisturbed.lastRuns(spark).keySet());
    assertThat(tiny.command("run").out()).contains("nothing changed");
  }

  /** Starts a run in a process of its own and kills it when it is about to make a commit. */
  private static void kill(TinyDelivery tiny, String at, String after) throws Exception {
    try (var run = PausedRun.start(tiny, at, after)) {
      assertThat(run.kill()).isEqualTo(128 + 9);
    }
  }

  private static long parquet(TinyDelivery tiny, TableSpec table) throws IOException {
    try (var files = Files.walk(tiny.output().resolve(table.name()))) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .count();
    }
  }
}
