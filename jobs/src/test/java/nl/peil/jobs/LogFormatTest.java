package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What conf/log4j2.properties makes of a log. */
@Isolated("where the log goes is a property of the process")
class LogFormatTest {

  private static final Path CONF = Path.of("..", "conf", "log4j2.properties");

  @TempDir private Path folder;

  private final String before = System.getProperty("peil.log", "");

  @AfterEach
  void restore() {
    if (before.isEmpty()) {
      System.clearProperty("peil.log");
    } else {
      System.setProperty("peil.log", before);
    }
    System.clearProperty("peil.log.format");
  }

  private String logged(Path file) throws IOException {
    System.setProperty("peil.log", file.toString());
    try (var context = new LoggerContext("log", null, CONF.toUri())) {
      context.start();
      context.getLogger("org.apache.spark.Scheduler").info("not told");
      context
          .getLogger("nl.peil.jobs.Making")
          .info("zones \"made\"", new IllegalStateException("disk\nfull"));
    }
    return Files.readString(file);
  }

  @Test
  void peilTellsMoreThanItsLibraries() throws IOException {
    assertThat(logged(folder.resolve("a.log")))
        .containsPattern("^\\d{4}-\\d\\d-\\d\\d [0-9:.]+ INFO  Making zones \"made\"\n")
        .contains("IllegalStateException: disk")
        .doesNotContain("not told");
  }

  @Test
  void aLineIsADocument() throws IOException {
    System.setProperty("peil.log.format", "json");
    var lines = logged(folder.resolve("b.log")).lines().toList();
    assertThat(lines).hasSize(1);
    var told = new ObjectMapper().readTree(lines.get(0));
    assertThat(told.path("message").asText()).isEqualTo("zones \"made\"");
    assertThat(told.path("log.level").asText()).isEqualTo("INFO");
    assertThat(told.path("log.logger").asText()).isEqualTo("nl.peil.jobs.Making");
    assertThat(told.path("error.message").asText()).isEqualTo("disk\nfull");
  }
}
