package nl.peil.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.junit.jupiter.api.Test;

/** An invented house: files a and b, table raw made from them, table level made from raw. */
class CausesTest {

  private static final TableSpec RAW = TinyHouse.table("raw", "year");
  private static final TableSpec LEVEL = TinyHouse.table("level");
  private static final Slice Y1 = Slice.of("year", "2022");
  private static final Slice Y2 = Slice.of("year", "2030");

  private static InputRef file(String path, String sha256) {
    return InputRef.file(new Fingerprint(path, 1, 1, sha256));
  }

  private static InputRef slice(SliceRecord record, TableSpec table) {
    return InputRef.slice(
        table, Slice.parse(record.slice()), record.identity(), record.deltaVersion());
  }

  private static SliceRecord raw(String run, Slice slice, long at, InputRef... files) {
    return Records.of(run, RAW, new Target(slice, List.of(files), "", "code"), at);
  }

  private static SliceRecord level(
      String run, long at, String settings, String code, SliceRecord... inputs) {
    var refs = List.of(inputs).stream().map(input -> slice(input, RAW)).toList();
    return Records.of(run, LEVEL, new Target(Slice.ALL, refs, settings, code), at);
  }

  private static Set<Cause> causes(LineageHistory history) {
    var before = history.asOf("run-1");
    var after = history.asOf("run-2");
    return new Causes(history, before, after)
        .of(before.of("level", "all"), after.of("level", "all"));
  }

  @Test
  void aFileThatChangedIsFoundThroughTheTables() {
    var old = raw("run-1", Y1, 1, file("a", "a1"), file("b", "b1"));
    var other = raw("run-2", Y1, 3, file("a", "a2"), file("b", "b1"));
    var history =
        new LineageHistory(
            List.of(
                level("run-2", 4, "", "code", other),
                old,
                level("run-1", 2, "", "code", old),
                other));
    assertThat(causes(history)).containsExactly(new Cause.OfFile("a", "a1", "a2"));
    assertThat(history.asOf("run-1").differing(history.asOf("run-2"), "raw"))
        .containsExactly("year=2022");
    assertThat(history.runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void aSliceThatCameBringsTheFilesThatWereNotThere() {
    var first = raw("run-1", Y1, 1, file("a", "a1"), file("shared", "s"));
    var second = raw("run-2", Y2, 3, file("b", "b1"), file("shared", "s"));
    var history =
        new LineageHistory(
            List.of(
                first,
                level("run-1", 2, "", "code", first),
                second,
                level("run-2", 4, "", "code", first, second)));
    assertThat(causes(history))
        .containsExactlyInAnyOrder(
            new Cause.OfSlice("raw[year=2030]", true), new Cause.OfFile("b", "", "b1"));
  }

  @Test
  void settingsAreToldAsLinesAndCodeByItsVersion() {
    var raw = raw("run-1", Y1, 1, file("a", "a1"));
    var history =
        new LineageHistory(
            List.of(
                raw,
                level("run-1", 2, "one\ntwo\ntwo", "c1", raw),
                level("run-2", 4, "two\nthree", "c2", raw)));
    assertThat(causes(history))
        .containsExactlyInAnyOrder(
            new Cause.OfSettings("level", List.of("one", "two"), List.of("three")),
            new Cause.OfCode("level", "c1", "c2"));
  }

  @Test
  void whatWasMadeAgainFromTheSameHasNoCause() {
    var raw = raw("run-1", Y1, 1, file("a", "a1"));
    var history =
        new LineageHistory(
            List.of(raw, level("run-1", 2, "", "code", raw), level("run-2", 4, "", "code", raw)));
    assertThat(causes(history)).isEmpty();
    assertThat(history.asOf("run-1").differing(history.asOf("run-2"), "level"))
        .containsExactly("all");
  }

  @Test
  void aSliceThatIsGoneIsNotThereAndAVersionIsThatOfTheLastWrite() {
    var raw = raw("run-1", Y1, 1, file("a", "a1"));
    var history = new LineageHistory(List.of(raw, raw.asGone("run-2", 2)));
    var after = history.asOf("run-2");
    assertThat(after.of("raw", "year=2022")).isEmpty();
    assertThat(after.of("raw")).isEmpty();
    assertThat(after.version("raw")).hasValue(raw.deltaVersion());
    assertThat(after.version("level")).isEmpty();
    assertThat(history.asOf("run-0").version("raw")).isEmpty();
    assertThat(history.asOf("run-1").files()).containsExactly("a");
    assertThat(
            new Causes(history, history.asOf("run-1"), after)
                .of(Optional.of(raw), Optional.empty()))
        .containsExactlyInAnyOrder(
            new Cause.OfSlice("raw[year=2022]", false), new Cause.OfFile("a", "a1", ""));
  }

  @Test
  void theWalkGoesDownToTheFilesOnce() {
    var first = raw("run-1", Y1, 1, file("a", "a1"), file("b", "b1"));
    var second = raw("run-1", Y2, 2, file("b", "b1"));
    var level = level("run-1", 3, "", "code", first, second);
    var history = new LineageHistory(List.of(first, second, level));

    var walk = LineageNode.walk(level, history, slice -> true);
    assertThat(walk.all())
        .extracting(node -> node.input() == null ? "start" : node.input().name())
        .containsExactly("start", "raw[year=2022]", "a", "b", "raw[year=2030]", "b");
    assertThat(walk.all().get(5).shown()).isEqualTo(LineageNode.Shown.ABOVE);
    assertThat(walk.all().get(1).record()).isEqualTo(first);

    var narrow = LineageNode.walk(level, history, slice -> slice.equals(Y1));
    assertThat(narrow.all()).hasSize(5);
    assertThat(narrow.all().get(4).shown()).isEqualTo(LineageNode.Shown.ASIDE);

    // A slice of which the record is lost is named, and no more
    var lost = LineageNode.walk(level, new LineageHistory(List.of(level)), slice -> true);
    assertThat(lost.inputs()).hasSize(2).allMatch(node -> node.record() == null);
  }

  @Test
  void theVersionThatWasReadIsPreferredAmongRecordsOfTheSame() {
    var old = raw("run-1", Y1, 1, file("a", "a1"));
    var again = raw("run-2", Y1, 5, file("a", "a1"));
    var history = new LineageHistory(List.of(old, again));
    assertThat(history.of(slice(old, RAW))).hasValue(again);
    var elsewhere = InputRef.slice(RAW, Y1, "other", 4);
    assertThat(history.of(elsewhere)).isEmpty();
  }
}
