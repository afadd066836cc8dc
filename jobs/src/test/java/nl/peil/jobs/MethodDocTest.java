package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.peil.jobs.measure.Catalogue;
import nl.peil.measure.MeasureForm;
import org.junit.jupiter.api.Test;

class MethodDocTest {

  private static final Path DOCS = Path.of("..", "docs");

  private static final Path METHOD = DOCS.resolve("method.md");
  private static final String BEGIN = "<!-- written from the classes: begin -->\n";
  private static final String END = "<!-- written from the classes: end -->\n";

  @Test
  void methodHoldsEveryMeasureAsTheClassesHaveIt() throws IOException {
    var text = Files.readString(METHOD);
    var before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
    var after = text.substring(text.indexOf(END));
    var expected = before + "\n" + Catalogue.markdown() + "\n" + after;
    if ("write".equals(System.getProperty("peil.docs"))) {
      Files.writeString(METHOD, expected);
    }

    assertThat(Files.readString(METHOD)).isEqualTo(expected);
    for (var form : MeasureForm.all()) {
      assertThat(expected).contains("`" + form.keyword() + "(");
    }
  }

  @Test
  void methodShowsTheQueryThatIsTested() throws IOException {
    var query = Files.readString(DOCS.resolve("queries").resolve("region_accessibility.sql"));

    assertThat(query).contains("FROM accessibility a").contains("region_membership m");
    assertThat(Files.readString(METHOD)).contains(query.strip());
  }
}
