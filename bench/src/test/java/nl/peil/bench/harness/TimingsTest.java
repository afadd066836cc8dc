package nl.peil.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimingsTest {

  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(new Timings(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    assertThat(new Timings(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
  }

  /** The second round was disturbed: both took four times as long, and the ratio stays 2. */
  @Test
  void ratiosAreTakenWithinARound() {
    var one = new Timings(List.of(2.0, 8.0, 2.0));
    var other = new Timings(List.of(1.0, 4.0, 1.0));
    assertThat(one.per(other).seconds()).containsExactly(2.0, 2.0, 2.0);
  }

  @Test
  void withoutRoundsThereIsNothing() {
    assertThatThrownBy(() -> new Timings(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Timings(List.of(1.0)).per(new Timings(List.of(1.0, 2.0))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
