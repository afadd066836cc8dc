package nl.peil.source.travel;

import static nl.peil.source.travel.TravelText.CODES;
import static nl.peil.source.travel.TravelText.HEADER;
import static nl.peil.source.travel.TravelText.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.peil.source.travel.TravelText.Trip;
import org.junit.jupiter.api.Test;

/** Wherever a file is cut, the same rows come out. */
class SplitsTest {

  private static final LongCsv FORMAT = TravelText.FORMAT.withUnreachable(-1f);

  private static Inspection inspect(byte[] bytes, long splitBytes) throws Exception {
    return Inspector.inspect(
        new ByteArrayInputStream(bytes), "auto.csv", FORMAT, CODES, splitBytes);
  }

  private static List<List<Trip>> loadSplits(byte[] bytes, Inspection inspection) {
    return TravelText.load(
        bytes, TravelPart.of(new InspectedFile("file:/auto.csv", FORMAT, inspection)), CODES);
  }

  /** Rows of any kind: good, with any order of zones, duplicate, unreachable, broken, empty. */
  @Provide
  Arbitrary<List<String>> lines() {
    var zone = Arbitraries.integers().between(1011, 1015);
    var minutes =
        Arbitraries.of("5", "12.5", "\"7.25\"", "-1", "0", "x", "", "-3", "2000", "12,5", "9 ");
    var row =
        Combinators.combine(zone, zone, minutes)
            .as((from, to, time) -> from + "," + to + "," + time);
    var odd = Arbitraries.of("", "1011", "0000,1011,3", "1011,\"1012,4", "\u00e9\u00e9n,1011,2");
    return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, row), net.jqwik.api.Tuple.of(1, odd))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Property(tries = 300)
  void anySplitSizeGivesTheSameRows(
      @ForAll("lines") List<String> lines,
      @ForAll @IntRange(min = 1, max = 400) int splitBytes,
      @ForAll boolean windows,
      @ForAll boolean endOfLastLine)
      throws Exception {
    var end = windows ? "\r\n" : "\n";
    var text =
        HEADER.strip()
            + end
            + "1011,1011,1"
            + end
            + String.join(end, lines)
            + (endOfLastLine ? end : "");
    byte[] bytes = bytes(text);
    var whole = inspect(bytes, Long.MAX_VALUE);
    var cut = inspect(bytes, splitBytes);

    assertThat(whole.splits()).hasSize(1);
    assertThat(cut.intake().quarantined()).isEqualTo(whole.intake().quarantined());
    assertThat(cut.duplicateLines()).isEqualTo(whole.duplicateLines());
    assertThat(cut.rowsLoaded() + cut.rowsUnreachable() + cut.rowsQuarantined())
        .isEqualTo(cut.rowsRead());

    var expected = TravelText.load(bytes, whole, FORMAT, CODES);
    assertThat(expected).hasSize((int) whole.rowsLoaded());
    assertThat(TravelText.load(bytes, cut, FORMAT, CODES)).isEqualTo(expected);
    assertThat(cut.splits()).extracting(Split::start).isSorted().doesNotHaveDuplicates();
    assertThat(cut.splits()).last().extracting(Split::end).isEqualTo((long) bytes.length);
  }

  @Property(tries = 50)
  void sortedFilesAreCutBetweenOrigins(@ForAll @IntRange(min = 1, max = 600) int splitBytes)
      throws Exception {
    var text = new StringBuilder(HEADER);
    for (int from = 1011; from <= 1020; from++) {
      for (int to = 1011; to <= 1020; to++) {
        text.append(from).append(',').append(to).append(",10.5\n");
      }
    }
    // 100 rows of 15 bytes, 150 bytes an origin: a cut falls at the first origin past the target.
    int originsPerSplit = (splitBytes + 149) / 150;
    byte[] bytes = bytes(text.toString());
    var found = inspect(bytes, splitBytes);
    var splits = loadSplits(bytes, found);

    assertThat(found.sorted()).isTrue();
    assertThat(splits).hasSize((10 + originsPerSplit - 1) / originsPerSplit);
    assertThat(splits.get(0)).hasSize(10 * Math.min(10, originsPerSplit));
    assertThat(found.splits()).allMatch(split -> split.rows() % 10 == 0);
    for (int i = 1; i < splits.size(); i++) {
      int lastBefore = splits.get(i - 1).get(splits.get(i - 1).size() - 1).origin();
      assertThat(splits.get(i).get(0).origin()).isEqualTo(lastBefore + 1);
    }
  }

  @Test
  void linesAreNumberedOverTheWholeFile() throws Exception {
    byte[] bytes = bytes(HEADER + "1011,1012,1\n\n1011,1011,2\n1011,1012,3\n");
    assertThat(inspect(bytes, 1).splits())
        .containsExactly(new Split(29, 42, 2, 1), new Split(42, 54, 4, 1), new Split(54, 66, 5, 0));
  }

  @Test
  void filesLargerThanTheBufferAreCutInTheRightPlace() throws Exception {
    var text = new StringBuilder(HEADER);
    for (int i = 0; i < 60_000; i++) {
      text.append(1011 + i % 10)
          .append(',')
          .append(1011 + i / 10 % 10)
          .append(i < 100 ? ",1\n" : ",-7\n");
    }
    byte[] bytes = bytes(text.append("1011,1011,8\n").toString());
    var found = inspect(bytes, 100_000);
    assertThat(found.rowsLoaded()).isEqualTo(100);
    assertThat(found.duplicateLines()).containsExactly(60_002);
    assertThat(found.splits()).hasSizeGreaterThan(7);
    assertThat(loadSplits(bytes, found).get(0)).hasSize(100);
    assertThat(loadSplits(bytes, found).stream().skip(1)).allMatch(List::isEmpty);
  }

  @Test
  void aFileThatChangedAfterTheInspectionIsAnErrorAndNotASmallerMatrix() throws Exception {
    byte[] bytes = bytes(HEADER + "1011,1012,1\n1011,1013,2\n");
    var found = inspect(bytes, 1000);
    byte[] changed = bytes(HEADER + "1011,1012,1\n1011,1013,x\n");
    assertThatThrownBy(() -> TravelText.load(changed, found, FORMAT, CODES))
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("changed since it was inspected: expected 2 good rows, found 1");
  }
}
