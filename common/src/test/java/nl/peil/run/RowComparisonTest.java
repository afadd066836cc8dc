package nl.peil.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.peil.run.RowComparison.Outcome;
import org.junit.jupiter.api.Test;

class RowComparisonTest {

  @Test
  void numbersMayDifferInTheLastDigitsOnly() {
    assertThat(RowComparison.outcome(0.1 + 0.2, 0.3)).isEqualTo(Outcome.CLOSE);
    assertThat(RowComparison.outcome(1e9, 1e9 + 0.5)).isEqualTo(Outcome.CLOSE);
    assertThat(RowComparison.outcome(1e9, 1e9 + 2)).isEqualTo(Outcome.DIFFERENT);
    assertThat(RowComparison.outcome(-3.5, -3.5)).isEqualTo(Outcome.SAME);
    assertThat(RowComparison.outcome(0.0, 6.3e-18)).isEqualTo(Outcome.CLOSE);
    assertThat(RowComparison.outcome(0.0, 1e-11)).isEqualTo(Outcome.DIFFERENT);
    assertThat(RowComparison.outcome(3L, 4L)).isEqualTo(Outcome.DIFFERENT);
  }

  @Test
  void aMissingValueEqualsOnlyAMissingValue() {
    assertThat(RowComparison.outcome(null, null)).isEqualTo(Outcome.SAME);
    assertThat(RowComparison.outcome(null, 0.0)).isEqualTo(Outcome.DIFFERENT);
    assertThat(RowComparison.outcome("none", "one")).isEqualTo(Outcome.DIFFERENT);
    assertThat(RowComparison.outcome(new byte[] {1}, new byte[] {1})).isEqualTo(Outcome.SAME);
  }

  @Test
  void aRunIsNamedByItsBeginningOrFromTheEnd() {
    var runs =
        List.of("20260101T000000-aaaaaa", "20260102T000000-bbbbbb", "20260102T000001-cccccc");
    assertThat(RunName.resolve("last", runs)).isEqualTo(runs.get(2));
    assertThat(RunName.resolve("last-2", runs)).isEqualTo(runs.get(0));
    assertThat(RunName.resolve("20260101", runs)).isEqualTo(runs.get(0));
    assertThatThrownBy(() -> RunName.resolve("20260102", runs))
        .hasMessageContaining("more than one");
    assertThatThrownBy(() -> RunName.resolve("last-3", runs)).hasMessageContaining("3 runs");
    assertThatThrownBy(() -> RunName.resolve("2025", runs)).hasMessageContaining("no run");
    assertThatThrownBy(() -> RunName.resolve("last", List.of())).hasMessageContaining("no run");
  }
}
