package nl.peil.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages of docs/reference are those that the code writes; -Dpeil.docs=write writes them. */
class ReferenceTest {

  private static final Path FOLDER = Path.of("..", "docs", "reference");

  @Test
  void configuration() throws IOException {
    holds("configuration.md", ConfigurationPage.render());
  }

  @Test
  void commands() throws IOException {
    holds("commands.md", CommandsPage.render());
  }

  @Test
  void exitCodes() throws IOException {
    holds("exit-codes.md", ExitCodesPage.render());
  }

  private static void holds(String name, String expected) throws IOException {
    var file = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("peil.docs"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, expected);
    }

    assertThat(file).hasContent(expected);
  }
}
