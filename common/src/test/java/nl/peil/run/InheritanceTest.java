package nl.peil.run;

import static nl.peil.run.TinyHouse.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose slice is read for whom. */
class InheritanceTest {

  private static final TableSpec TIMES = table("times", "scenario", "year", "mode");
  private static final TableSpec JOBS = table("jobs", "scenario", "year");
  private static final TableSpec NORMS = table("norms", "scenario", "year");

  private static Slice key(String scenario, String year) {
    return Slice.of("scenario", scenario, "year", year);
  }

  private static Slice times(String scenario, String year, String mode) {
    return Slice.of("scenario", scenario, "year", year, "mode", mode);
  }

  private static Inheritance.Link link(
      TableSpec table, @Nullable Slice heir, Slice parent, Predicate<Slice> which) {
    return new Inheritance.Link(table.name(), table, heir, parent, which);
  }

  private static Available available(Inheritance.Link... links) {
    return new Available(new Inheritance(List.of(links)));
  }

  @Test
  void anHeirReadsWhatItLacksAndKeepsItsOwn() {
    var available =
        available(link(TIMES, key("hoog", "2040"), key("basis", "2022"), slice -> true));
    available.put(TIMES, times("basis", "2022", "auto"), "a", 3);
    available.put(TIMES, times("basis", "2022", "fiets"), "b", 4);
    available.put(TIMES, times("hoog", "2040", "auto"), "c", 5);

    assertThat(available.slices(TIMES))
        .containsExactly(
            times("basis", "2022", "auto"),
            times("basis", "2022", "fiets"),
            times("hoog", "2040", "auto"),
            times("hoog", "2040", "fiets"));
    assertThat(available.matching(TIMES, key("hoog", "2040"), List.of("scenario", "year")))
        .containsExactlyInAnyOrder(
            InputRef.slice(
                TIMES, times("basis", "2022", "fiets"), times("hoog", "2040", "fiets"), "b", 4),
            InputRef.slice(TIMES, times("hoog", "2040", "auto"), "c", 5));
  }

  @Test
  void whatAnHeirInheritedGoesOnToItsOwnHeirsInAnyOrderOfTheConfiguration() {
    var available =
        available(
            link(JOBS, key("laag", "2050"), key("hoog", "2040"), slice -> true),
            link(JOBS, key("hoog", "2040"), key("basis", "2022"), slice -> true));
    available.put(JOBS, key("basis", "2022"), "a", 1);

    assertThat(available.slices(JOBS))
        .containsExactly(key("basis", "2022"), key("hoog", "2040"), key("laag", "2050"));
    assertThat(available.matching(JOBS, key("laag", "2050"), List.of("scenario", "year")))
        .containsExactly(InputRef.slice(JOBS, key("basis", "2022"), key("laag", "2050"), "a", 1));
    var reference = available.matching(JOBS, key("laag", "2050")::equals).get(0);
    assertThat(reference.name())
        .isEqualTo("jobs[scenario=basis/year=2022] as [scenario=laag/year=2050]");
    assertThat(reference.sliceId()).isEqualTo("scenario=basis/year=2022");
    assertThat(reference.readAs()).isEqualTo("scenario=laag/year=2050");
  }

  @Test
  void onlyWhatTheLinkIsAboutIsInherited() {
    var available =
        available(
            link(
                TIMES,
                key("hoog", "2040"),
                key("basis", "2022"),
                slice -> slice.get("mode").equals("auto")));
    available.put(TIMES, times("basis", "2022", "auto"), "a", 1);
    available.put(TIMES, times("basis", "2022", "fiets"), "b", 1);

    assertThat(available.slices(TIMES))
        .containsExactly(
            times("basis", "2022", "auto"),
            times("basis", "2022", "fiets"),
            times("hoog", "2040", "auto"));
  }

  @Test
  void aLinkForAllServesWhoHasNoneAndNoNearerParent() {
    var available =
        available(
            link(NORMS, key("streng", "2030"), key("hoog", "2040"), slice -> true),
            link(NORMS, null, key("basis", "2022"), slice -> true));
    available.put(JOBS, key("laag", "2050"), "j", 1);
    available.put(NORMS, key("basis", "2022"), "all", 1);
    available.put(NORMS, key("hoog", "2040"), "hoog", 1);

    assertThat(available.slices(NORMS))
        .containsExactly(
            key("basis", "2022"), key("hoog", "2040"), key("laag", "2050"), key("streng", "2030"));
    assertThat(available.matching(NORMS, key("laag", "2050")::equals)).hasSize(1);
    assertThat(available.matching(NORMS, key("laag", "2050")::equals).get(0).identity())
        .isEqualTo("all");
    assertThat(available.matching(NORMS, key("streng", "2030")::equals).get(0).identity())
        .isEqualTo("hoog");
  }

  @Test
  void aRingWithoutAnySliceEndsAndALinkToNobodyIsTold() {
    var ring =
        List.of(
            link(JOBS, key("a", "2030"), key("b", "2030"), slice -> true),
            link(JOBS, key("b", "2030"), key("a", "2030"), slice -> true));
    var available = new Available(new Inheritance(ring));

    assertThat(available.slices(JOBS)).isEmpty();
    assertThat(new Inheritance(ring).idle(available)).isEqualTo(ring);
    available.put(JOBS, key("a", "2030"), "x", 1);
    assertThat(available.slices(JOBS)).containsExactly(key("a", "2030"), key("b", "2030"));
    assertThat(new Inheritance(ring).idle(available)).isEmpty();
  }
}
