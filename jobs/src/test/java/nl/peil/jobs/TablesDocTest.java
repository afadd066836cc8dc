package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TablesDocTest {

  private static final Path FILE = Path.of("..", "docs", "tables.md");

  @Test
  void docsAreWrittenFromTheDeclarations() throws IOException {
    var expected = TablesDoc.render();
    if ("write".equals(System.getProperty("peil.docs"))) {
      Files.writeString(FILE, expected);
    }

    assertThat(Files.readString(FILE)).isEqualTo(expected);
  }
}
