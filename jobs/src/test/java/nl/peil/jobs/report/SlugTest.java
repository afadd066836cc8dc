package nl.peil.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.peil.jobs.report.facts.Region;
import org.junit.jupiter.api.Test;

/** Files have safe names that tell regions apart. */
class SlugTest {

  private static Region region(String code, String name) {
    return new Region(
        "gemeente",
        code,
        name,
        "",
        "vastgesteld",
        "",
        null,
        null,
        "",
        null,
        null,
        new Region.Members(new int[0], new double[0], new double[0]));
  }

  @Test
  void namesLoseTheirMarks() {
    assertThat(Slug.of("Súdwest-Fryslân")).isEqualTo("sudwest-fryslan");
    assertThat(Slug.of("'s-Hertogenbosch")).isEqualTo("s-hertogenbosch");
    assertThat(Slug.of("../../etc/passwd")).isEqualTo("etc-passwd");
  }

  @Test
  void whoHasTheSameNameIsToldApartByTheCode() {
    assertThat(
            Slug.of(
                List.of(region("GM1", "Bergen"), region("GM2", "Bergen"), region("GM3", "Ede"))))
        .containsExactly("bergen-gm1", "bergen-gm2", "ede");
    assertThat(Slug.of(List.of(region("1", "Index"), region("2", "???"), region("!", "!"))))
        .containsExactly("index-1", "2", "regio");
  }

  @Property(tries = 100)
  void namesOfFilesAreSafeAndEachItsOwn(@ForAll List<String> names) {
    var regions = names.stream().map(name -> region("x", name)).toList();

    var slugs = Slug.of(regions);

    assertThat(slugs).hasSameSizeAs(names).doesNotHaveDuplicates().doesNotContain("index");
    assertThat(slugs).allMatch(slug -> slug.matches("[a-z0-9][a-z0-9-]*"));
  }
}
