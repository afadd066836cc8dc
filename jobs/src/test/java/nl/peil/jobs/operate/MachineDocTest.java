package nl.peil.jobs.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MachineDocTest {

  private static final Path FILE = Path.of("..", "docs", "reference", "machine-output.md");

  @Test
  void docsAreWrittenFromTheCode() throws IOException {
    var expected = MachineDoc.render();
    if ("write".equals(System.getProperty("peil.docs"))) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, expected);
    }

    assertThat(Files.readString(FILE)).isEqualTo(expected);
  }
}
