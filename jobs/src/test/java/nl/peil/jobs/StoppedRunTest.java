package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.run.OutputLock;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scheduler's time limit, a deploy, Ctrl-C: what was made stays, the run ends in order and says
 * so, and the next one goes on.
 */
@Tag("thorough")
@ExtendWith({SparkExtension.class, QuickPlans.class})
class StoppedRunTest {

  @Test
  void aRunThatIsToldToStopKeepsWhatItMadeAndTheNextOneGoesOn(
      SparkSession spark, @TempDir Path folder) throws Exception {
    var tiny = TinyDelivery.in(folder);
    var store = tiny.store(spark);

    try (var run = PausedRun.start(tiny, "accessibility", "")) {
      run.terminate();
      assertThat(run.goOn()).as(run::said).isEqualTo(ExitCode.INTERRUPTED.code());
    }
    assertThat(tiny.output().resolve(OutputLock.FILE)).doesNotExist();
    assertThat(Files.readString(tiny.output().resolve("summaries/latest.json")))
        .contains("\"outcome\" : \"interrupted\"");
    assertThat(store.version(InputTables.TRAVEL_TIMES)).hasValue(1);
    assertThat(store.exists(AccessTables.REGION_ACCESSIBILITY)).isFalse();
    var made = tiny.lastRuns(spark);
    assertThat(made.keySet()).anyMatch(slice -> slice.startsWith("travel_times "));

    var next = tiny.command("run");
    assertThat(next.code()).as(next.out() + next.err()).isZero();
    assertThat(next.out()).doesNotContain("taken over");
    assertThat(tiny.lastRuns(spark)).containsAllEntriesOf(made).hasSizeGreaterThan(made.size());
    assertThat(tiny.command("run").out()).contains("nothing changed");
  }
}
