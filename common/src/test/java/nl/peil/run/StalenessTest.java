package nl.peil.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.junit.jupiter.api.Test;

/** Every reason in words. */
class StalenessTest {

  private static final Slice BASIS = Slice.of("scenario", "basis", "year", "2022");

  private static InputRef file(String name, String sha256) {
    return InputRef.file(new Fingerprint(name, 10, 20, sha256));
  }

  private static Target target(String settings, String code, InputRef... inputs) {
    return new Target(BASIS, List.of(inputs), settings, code);
  }

  private static List<String> reasons(Target before, Target now) {
    var recorded = Records.of("run-1", InputTables.POPULATION_GRID, before, 1);
    return Staleness.reasons(now, now.identity(InputTables.POPULATION_GRID), recorded);
  }

  @Test
  void whatWasNeverMadeIsNotThereYet() {
    var now = target("", "c");
    assertThat(Staleness.reasons(now, now.identity(InputTables.ZONES), null))
        .containsExactly("not there yet");
  }

  @Test
  void theSameIsFresh() {
    var before = target("s", "c", file("a.csv", "1"), file("b.csv", "2"));
    var now = target("s", "c", file("b.csv", "2"), file("a.csv", "1"));
    assertThat(reasons(before, now)).isEmpty();
  }

  @Test
  void aFileThatWasTouchedButNotChangedIsTheSame() {
    var touched = InputRef.file(new Fingerprint("a.csv", 10, 99, "1"));
    assertThat(reasons(target("s", "c", file("a.csv", "1")), target("s", "c", touched))).isEmpty();
  }

  @Test
  void aTableThatWasRewrittenWithTheSameContentIsTheSame() {
    var before = InputRef.slice(InputTables.ZONES, Slice.ALL, "z", 3);
    var now = InputRef.slice(InputTables.ZONES, Slice.ALL, "z", 8);
    assertThat(reasons(target("s", "c", before), target("s", "c", now))).isEmpty();
  }

  @Test
  void changedNewAndGoneInputsAreNamed() {
    var zonesBefore = InputRef.slice(InputTables.ZONES, Slice.ALL, "old", 1);
    var zonesNow = InputRef.slice(InputTables.ZONES, Slice.ALL, "new", 1);
    assertThat(
            reasons(
                target("s", "c", file("a.csv", "1"), file("gone.csv", "9"), zonesBefore),
                target("s", "c", file("a.csv", "2"), file("new.csv", "9"), zonesNow)))
        .containsExactlyInAnyOrder(
            "file a.csv changed",
            "file new.csv is new",
            "file gone.csv is gone",
            "table zones[all] changed");
  }

  @Test
  void settingsAndCodeAreNamed() {
    assertThat(reasons(target("a", "c"), target("b", "c"))).containsExactly("its settings changed");
    assertThat(reasons(target("s", "1"), target("s", "2"))).containsExactly("its code changed");
    assertThat(reasons(target("a", "1", file("a.csv", "1")), target("b", "2", file("a.csv", "2"))))
        .containsExactly("file a.csv changed", "its settings changed", "its code changed");
  }

  @Test
  void anIdentityThatFitsNothingIsNotTrusted() {
    var now = target("s", "c", file("a.csv", "1"));
    assertThat(
            Staleness.reasons(
                now,
                "another way to hash",
                Records.of("run-1", InputTables.POPULATION_GRID, now, 1)))
        .containsExactly("its recorded identity does not fit what it was made from");
  }

  @Test
  void whatMovesFromOnePartToTheNextChangesTheIdentity() {
    assertThat(target("ab", "c").identity(InputTables.ZONES))
        .isNotEqualTo(target("a", "bc").identity(InputTables.ZONES));
    assertThat(target("s", "c", file("a", "bc")).identity(InputTables.ZONES))
        .isNotEqualTo(target("s", "c", file("ab", "c")).identity(InputTables.ZONES));
    assertThat(target("s", "c").identity(InputTables.ZONES))
        .isNotEqualTo(target("s", "c").identity(InputTables.NORMS));
  }
}
