package nl.peil.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogLevelTest {

  @Test
  void aLevelIsAboutPeilUnlessAPackageIsNamed() {
    assertThat(LogLevel.of("debug")).isEqualTo(new LogLevel("nl.peil", "DEBUG"));
    assertThat(LogLevel.of("org.apache.spark=INFO"))
        .isEqualTo(new LogLevel("org.apache.spark", "INFO"));
    assertThat(LogLevel.of("all=off")).isEqualTo(new LogLevel("", "OFF"));
  }

  @Test
  void anythingElseIsRefused() {
    for (var wrong : new String[] {"loud", "", "=info", "nl.peil=", "nl.peil:debug"}) {
      assertThatThrownBy(() -> LogLevel.of(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("trace, debug, info, warn, error, off")
          .hasMessageContaining("'" + wrong + "'");
    }
  }
}
