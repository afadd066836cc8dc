package nl.peil.jobs.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import nl.peil.run.OutputLock;
import nl.peil.run.Plan;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Target;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.junit.jupiter.api.Test;

class HealthTest {

  private static final Plan FRESH = plan(List.of());
  private static final Plan STALE = plan(List.of("file norms.csv changed"));
  private static final Optional<OutputLock.Seen> NOBODY = Optional.empty();

  private static Plan plan(List<String> reasons) {
    var target = new Target(Slice.ALL, List.of(), "code", "");
    return new Plan(
        List.of(new PlannedSlice(InputTables.NORMS, Slice.ALL, target, reasons)), List.of());
  }

  private static Optional<JsonNode> run(String outcome, int code) {
    try {
      return Optional.of(
          new ObjectMapper()
              .readTree(
                  """
                  {"run_id": "R1", "outcome": "%s", "exit_code": %d, "message": "disk full",
                   "ended_at": "2026-11-21T03:01:52.5Z", "rejected_files": []}
                  """
                      .formatted(outcome, code)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertHealth(
      Health health, Health.State state, boolean well, String... reasons) {
    assertThat(health.state()).isEqualTo(state);
    assertThat(health.well()).isEqualTo(well);
    assertThat(health.reasons()).hasSize(reasons.length);
    for (int i = 0; i < reasons.length; i++) {
      assertThat(health.reasons().get(i)).contains(reasons[i]);
      assertThat(health.describe()).startsWith("health: " + state.key()).contains(reasons[i]);
    }
  }

  @Test
  void everythingUpToDateIsOk() {
    assertHealth(Health.of(9, FRESH, "", run("done", 0), NOBODY), Health.State.OK, true);
    assertHealth(Health.of(9, FRESH, "", run("unchanged", 0), NOBODY), Health.State.OK, true);
    // Tables of a Peil that wrote no summaries yet
    assertHealth(Health.of(9, FRESH, "", Optional.empty(), NOBODY), Health.State.OK, true);
  }

  @Test
  void withoutTablesItIsEmptyAndNotStale() {
    assertHealth(
        Health.of(0, STALE, "", Optional.empty(), NOBODY),
        Health.State.EMPTY,
        false,
        "no tables yet");
  }

  @Test
  void aChangeMakesItStale() {
    assertHealth(
        Health.of(9, STALE, "", run("done", 0), NOBODY),
        Health.State.STALE,
        false,
        "1 slices of 1 tables are stale, first norms all: file norms.csv changed");
  }

  @Test
  void aRunThatEndedBadlyGoesBeforeStale() {
    for (var outcome : List.of("failed", "rejected", "interrupted")) {
      assertHealth(
          Health.of(9, STALE, "", run(outcome, 1), NOBODY),
          Health.State.FAILED,
          false,
          "the last run R1 ended at 2026-11-21T03:01:52Z with exit code 1 ("
              + outcome
              + "): disk full",
          "are stale");
    }
    assertHealth(
        Health.of(9, FRESH, "no file banen.csv", run("done", 0), NOBODY),
        Health.State.FAILED,
        false,
        "a run cannot begin: no file banen.csv");
  }

  @Test
  void aRunAtWorkIsNoReasonToWake() {
    assertHealth(
        Health.of(9, STALE, "", run("failed", 1), seen(false)),
        Health.State.RUNNING,
        true,
        "'peil run' is at work",
        "exit code 1",
        "are stale");
  }

  @Test
  void aRunThatWasKilledIsOne() {
    assertHealth(
        Health.of(9, FRESH, "", run("done", 0), seen(true)),
        Health.State.FAILED,
        false,
        "'peil run' was killed");
  }

  private static Optional<OutputLock.Seen> seen(boolean gone) {
    return Optional.of(new OutputLock.Seen("'peil run'", gone));
  }
}
