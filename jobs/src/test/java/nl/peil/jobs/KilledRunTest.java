package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
  private static void kill(TinyDelivery tiny, String at, String after)
      throws IOException, InterruptedException {
    var there = Files.createTempFile("peil-pause", "");
    Files.delete(there);
    var said = Files.createTempFile("peil-said", ".txt");
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add") || option.startsWith("-XX:Tiered"))
        .forEach(words::add);
    words.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Duser.timezone=UTC",
            "-Dpeil.log=" + said + ".log",
            "-D" + PausingLogStore.AT + "=" + at,
            "-D" + PausingLogStore.AFTER + "=" + after,
            "-D" + PausingLogStore.THERE + "=" + there,
            "-Dspark.delta.logStore.file.impl=" + PausingLogStore.class.getName(),
            "-Dspark.sql.codegen.wholeStage=false",
            "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
            "-Dspark.sql.adaptive.enabled=false",
            "-cp",
            System.getProperty("java.class.path")
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
            "nl.peil.jobs.Peil",
            "run",
            "--conf",
            tiny.conf().toString()));
    var process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
      while (!Files.exists(there) && process.isAlive() && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
      assertThat(there).as(() -> at + " never came: " + text(said)).exists();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(process.exitValue()).isEqualTo(128 + 9);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
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
