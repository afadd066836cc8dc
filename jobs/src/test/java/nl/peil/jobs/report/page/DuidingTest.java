package nl.peil.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What regions write becomes text, never code. */
class DuidingTest {

  @Test
  void theAuthorAndTheDateStandInFront() {
    var duiding = Duiding.of("---\nauteur: Jansen & co\nDatum: 1 mei 2026\n---\nEen *tekst*.\n");

    assertThat(duiding.author()).isEqualTo("Jansen & co");
    assertThat(duiding.date()).isEqualTo("1 mei 2026");
    assertThat(duiding.html()).isEqualTo("<p>Een <em>tekst</em>.</p>\n");
  }

  @Test
  void htmlIsShownAsTextAndScriptsHaveNoAddress() {
    var html = Duiding.of("<script>alert(1)</script>\n\n[klik](javascript:alert(1))").html();

    assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(html).doesNotContain("javascript:");
  }

  @Test
  void aLineOfDashesThatIsNotClosedIsALine() {
    assertThat(Duiding.of("---\nauteur: niemand").html()).contains("auteur: niemand");
  }
}
