package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What schedulers rely on. */
class ExitCodeTest {

  @Test
  void theNumbersStayWhatTheyAre() {
    assertThat(
            Arrays.stream(ExitCode.values()).collect(Collectors.toMap(ExitCode::code, Enum::name)))
        .containsEntry(0, "DONE")
        .containsEntry(1, "FAILED")
        .containsEntry(2, "WRONG_USAGE")
        .containsEntry(3, "DATA_REJECTED")
        .containsEntry(4, "OUTPUT_IN_USE")
        .containsEntry(5, "NOT_WELL")
        .containsEntry(130, "INTERRUPTED")
        .hasSize(7);
  }

  @Test
  void theHelpNamesEachWithItsMeaning() {
    var help = Command.run("--help").out().replaceAll("\\s+", " ");
    for (var code : ExitCode.values()) {
      assertThat(help).contains(code.code() + " " + code.meaning().replaceAll("[;:,].*", ""));
    }
  }
}
