package nl.peil.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both languages say the same things. */
class TextsTest {

  private static final Pattern GAP = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSameGaps() {
    var dutch = Texts.of("nl");
    var english = Texts.of("en");

    assertThat(english.keys()).isEqualTo(dutch.keys()).hasSizeGreaterThan(200);
    for (var key : dutch.keys()) {
      assertThat(gaps(english.text(key))).as(key).isEqualTo(gaps(dutch.text(key)));
      assertThat(english.text(key)).as(key).isNotBlank();
      assertThat(dutch.text(key)).as(key).isNotBlank();
    }
  }

  private static TreeSet<String> gaps(String text) {
    var gaps = new TreeSet<String>();
    var matcher = GAP.matcher(text);
    while (matcher.find()) {
      gaps.add(matcher.group());
    }
    return gaps;
  }

  @Test
  void whatFillsAGapIsNotFilledAgain() {
    assertThat(Texts.of("nl").text("summary.people", "{1}", "Dorp $1"))
        .isEqualTo("In Dorp $1 wonen {1} mensen.");
  }

  @Test
  void aTextThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> Texts.of("nl").text("nothing.like.this"))
        .hasMessageContaining("nothing.like.this");
  }

  @Test
  void ownServicesAndLayoutsAreCalledByTheirKeys() {
    var texts = Texts.of("nl");
    assertThat(texts.to("zwembad")).isEqualTo("zwembad");
    assertThat(texts.by("step")).isEqualTo("step");
    assertThat(texts.oneOf("wijken")).isEqualTo("wijken");
    assertThat(texts.service("AED")).isEqualTo("AED");
    assertThat(texts.service("huisarts")).isEqualTo("huisarts");
  }
}
