package nl.peil.jobs.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peil.run.FileRows;
import nl.peil.run.Plan;
import nl.peil.run.PlannedSlice;
import nl.peil.run.SliceRecord;
import nl.peil.run.Target;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.junit.jupiter.api.Test;

class RunDiaryTest {

  private static PlannedSlice planned(TableSpec table, String slice, String... reasons) {
    var which = Slice.parse(slice);
    return new PlannedSlice(
        table, which, new Target(which, List.of(), "", "code"), List.of(reasons));
  }

  private static SliceRecord record(String table, String slice, long rows) {
    return new SliceRecord(
        "R1", table, slice, "id", List.of(), "code", "", 1, FileRows.NONE, rows, 1, 0);
  }

  @Test
  void aRunThatFailsHalfwayTellsWhatItDidAndWhatIsLeft() {
    var done = planned(InputTables.NORMS, "scenario=a/year=2022", "not there yet");
    var broken = planned(InputTables.NORMS, "scenario=b/year=2022", "not there yet");
    var fresh = planned(InputTables.NORMS, "scenario=c/year=2022");
    var never =
        planned(
            InputTables.SUPPLIED_LEVEL, "year=2022", "its code changed", "its settings changed");
    var diary = new RunDiary("1.2.3", "conf/a.conf");
    diary.planned(
        new Plan(List.of(done, broken, fresh, never), List.of(record("norms", "gone", 7))),
        List.of(
            record("norms", "scenario=b/year=2022", 40),
            record("norms", "scenario=c/year=2022", 2)));
    diary.runStarted("R1");
    diary.batchStarted("R1", List.of(done));
    diary.batchEnded("R1", List.of(done), List.of(record("norms", "scenario=a/year=2022", 100)));
    diary.batchStarted("R1", List.of(broken));
    diary.batchFailed("R1", List.of(broken), new IllegalStateException("disk full"));
    var account = diary.account("failed", 1, "disk full", "2026-11-20T03:02:00Z");

    assertThat(account.outcome()).isEqualTo("failed");
    assertThat(account.runId()).isEqualTo("R1");
    assertThat(account.lastSuccessAt()).isEqualTo("2026-11-20T03:02:00Z");
    assertThat(account.slices()).isEqualTo(new RunAccount.Slices(4, 3, 1, 2, 1));
    assertThat(account.rowsWritten()).isEqualTo(100);
    assertThat(account.tables()).extracting("table").containsExactly("norms", "supplied_level");
    var norms = account.tables().get(0);
    assertThat(norms.slices()).isEqualTo(new RunAccount.Slices(3, 2, 1, 1, 1));
    assertThat(norms.staleBecause()).containsExactly(new RunAccount.Reason("not there yet", 2));
    assertThat(norms.rows()).as("new, as before and untouched").isEqualTo(100 + 40 + 2);
    assertThat(account.tables().get(1).staleBecause())
        .extracting("reason")
        .containsExactly("its code changed", "its settings changed");
    assertThat(account.steps()).extracting("outcome").containsExactly("written", "failed");
    assertThat(account.steps().get(1).message()).isEqualTo("disk full");
  }

  @Test
  void withoutWorkADoneRunIsUnchanged() {
    var diary = new RunDiary("1.2.3", "conf/a.conf");
    assertThat(diary.account("done", 0, "", null))
        .satisfies(
            account -> {
              assertThat(account.outcome()).isEqualTo("unchanged");
              assertThat(account.lastSuccessAt()).isEqualTo(account.endedAt());
            });
    assertThat(diary.account("failed", 2, "no", null).lastSuccessAt()).isNull();
  }
}
