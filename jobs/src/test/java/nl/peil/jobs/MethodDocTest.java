package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MethodDocTest {

  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void methodShowsTheQueryThatIsTested() throws IOException {
    var query = Files.readString(DOCS.resolve("queries").resolve("region_accessibility.sql"));

    assertThat(query).contains("FROM accessibility a").contains("region_membership m");
    assertThat(Files.readString(DOCS.resolve("method.md"))).contains(query.strip());
  }
}
