package nl.peil.source.omx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmxRoundTripTest {

  @TempDir private Path folder;

  private static List<String> codes(int zones) {
    return IntStream.range(0, zones).mapToObj(i -> Integer.toString(1011 + i)).toList();
  }

  /** Every cell says where it stands. */
  private static float cell(int row, int column) {
    return 1000 * row + column + 0.5f;
  }

  private static void fill(int row, float[] cells) {
    for (int column = 0; column < cells.length; column++) {
      cells[column] = cell(row, column);
    }
  }

  @Test
  void everyCellComesBackInItsPlaceAcrossChunksAndBlocks() throws Exception {
    // 600 x 600 floats: 109 rows in a chunk of 256 kB, 436 rows in a block, so two blocks
    var path = folder.resolve("wide.omx");
    try (var omx = OmxWriter.create(path, 600)) {
      omx.mapping("zone_number", codes(600));
      omx.matrix("auto_spits", OmxRoundTripTest::fill);
      omx.finish();
    }
    try (var omx = OmxFile.open(path, "wide.omx")) {
      assertThat(omx.rowsPerBlock("auto_spits")).isEqualTo(436);
      var cells = omx.cells("auto_spits");
      for (int row = 0; row < 600; row++) {
        for (int column = 0; column < 600; column++) {
          assertThat(cells.next()).isTrue();
          if (cells.row() != row
              || cells.column() != column
              || cells.value() != cell(row, column)) {
            assertThat(new double[] {cells.row(), cells.column(), cells.value()})
                .containsExactly(row, column, cell(row, column));
          }
        }
      }
      assertThat(cells.next()).isFalse();
      assertThat(cells.next()).isFalse();
    }
  }

  @Test
  void aTreeOfMoreThanOneLevelFindsEveryChunk() throws Exception {
    // One row in a chunk: 130 chunks need three leaves of at most 64, and a root above them
    var path = folder.resolve("deep.omx");
    try (var omx = OmxWriter.create(path, 130, 1)) {
      omx.matrix("m", OmxRoundTripTest::fill);
      omx.finish();
    }
    try (var omx = OmxFile.open(path, "deep.omx")) {
      var rows = omx.rows("m", 0, 130);
      for (int row : new int[] {0, 63, 64, 127, 128, 129}) {
        assertThat(rows[row * 130 + 7]).isEqualTo(cell(row, 7));
      }
      assertThat(omx.rows("m", 63, 65))
          .hasSize(260)
          .startsWith(cell(63, 0))
          .endsWith(cell(64, 129));
    }
  }

  @Test
  void aPartOfTheRowsCanBeReadAlone() throws Exception {
    var path = folder.resolve("part.omx");
    try (var omx = OmxWriter.create(path, 5)) {
      omx.matrix("m", OmxRoundTripTest::fill);
      omx.finish();
    }
    try (var omx = OmxFile.open(path, "part.omx")) {
      var cells = omx.cells("m", 1, 3);
      var seen = new ArrayList<Double>();
      while (cells.next()) {
        assertThat(cells.value()).isEqualTo(cell(cells.row(), cells.column()));
        seen.add(cells.value());
      }
      assertThat(seen).hasSize(10).startsWith(1000.5).endsWith(2004.5);
      assertThatThrownBy(() -> omx.rows("m", 3, 6))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("rows within 0 to 5, got 3 to 6");
    }
  }

  @Property(tries = 60)
  void anyNumberIsReadAsItWasWritten(
      @ForAll @IntRange(min = 1, max = 40) int zones,
      @ForAll @IntRange(min = 1, max = 1000) int chunkBytes,
      @ForAll long seed)
      throws Exception {
    var random = new Random(seed);
    var expected = new float[zones * zones];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = Float.intBitsToFloat(random.nextInt());
    }
    var path = Files.createTempFile("round", ".omx");
    try {
      try (var omx = OmxWriter.create(path, zones, chunkBytes)) {
        omx.matrix("m", (row, cells) -> System.arraycopy(expected, row * zones, cells, 0, zones));
        omx.finish();
      }
      try (var omx = OmxFile.open(path, "round.omx")) {
        var cells = omx.cells("m");
        for (float value : expected) {
          assertThat(cells.next()).isTrue();
          assertThat(Double.valueOf(cells.value())).isEqualTo(Double.valueOf(value));
        }
        assertThat(cells.next()).isFalse();
      }
    } finally {
      Files.delete(path);
    }
  }

  @Test
  void cellsThatAreNoTimesAreShownAsTheyAre() throws Exception {
    var path = folder.resolve("odd.omx");
    float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1f, 0f};
    try (var omx = OmxWriter.create(path, 5)) {
      omx.matrix(
          "m",
          (row, cells) -> {
            if (row == 1) {
              System.arraycopy(odd, 0, cells, 0, 5);
            }
          });
      omx.finish();
    }
    try (var omx = OmxFile.open(path, "odd.omx")) {
      assertThat(omx.rows("m", 1, 2))
          .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 0);
      assertThat(omx.rows("m", 4, 5)).as("left unfilled").containsOnly(Double.NaN);
    }
  }

  @Test
  void zonesComeBackAsTheyWereGiven() throws Exception {
    var path = folder.resolve("zones.omx");
    try (var omx = OmxWriter.create(path, 3)) {
      omx.mapping("numbers", List.of("1011", "-7", "0"));
      omx.mapping("leading zero", List.of("0363", "1011", "12"));
      omx.mapping("names", List.of("Lelystad", "Súdwest-Fryslân", "'s-Gravenhage"));
      omx.matrix("m", OmxRoundTripTest::fill);
      omx.finish();
    }
    try (var omx = OmxFile.open(path, "zones.omx")) {
      assertThat(omx.version()).isEqualTo("0.2");
      assertThat(omx.zones()).isEqualTo(3);
      assertThat(omx.positions()).containsExactly("1", "2", "3");
      assertThat(omx.mappings()).containsExactlyInAnyOrder("numbers", "leading zero", "names");
      assertThat(omx.mapping("numbers")).containsExactly("1011", "-7", "0");
      assertThat(omx.mapping("leading zero")).containsExactly("0363", "1011", "12");
      assertThat(omx.mapping("names"))
          .containsExactly("Lelystad", "Súdwest-Fryslân", "'s-Gravenhage");
    }
  }

  @Test
  void manyMatricesFitInOneFile() throws Exception {
    var path = folder.resolve("many.omx");
    var names = IntStream.range(0, 150).mapToObj(i -> "matrix " + i).toList();
    try (var omx = OmxWriter.create(path, 2)) {
      for (int i = 0; i < names.size(); i++) {
        float number = i;
        omx.matrix(names.get(i), (row, cells) -> cells[row] = number);
      }
      omx.finish();
    }
    try (var omx = OmxFile.open(path, "many.omx")) {
      assertThat(omx.matrices()).containsExactlyInAnyOrderElementsOf(names);
      for (int i = 0; i < names.size(); i++) {
        assertThat(omx.rows(names.get(i), 1, 2)).containsExactly(Double.NaN, i);
      }
    }
  }

  @Test
  void aFileAppearsOnlyWhenItIsFinished() throws Exception {
    var path = folder.resolve("late.omx");
    Files.writeString(path, "what was there");
    assertThatThrownBy(
            () -> {
              try (var omx = OmxWriter.create(path, 2)) {
                omx.matrix("m", OmxRoundTripTest::fill);
                omx.matrix(
                    "n",
                    (row, cells) -> {
                      throw new IOException("source failed");
                    });
                omx.finish();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("source failed");
    assertThat(path).hasContent("what was there");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void theWriterRefusesWhatNoReaderCouldUse() throws Exception {
    assertThatThrownBy(() -> OmxWriter.create(folder.resolve("no.omx"), 0))
        .hasMessageContaining("at least one zone");
    try (var omx = OmxWriter.create(folder.resolve("no.omx"), 2)) {
      assertThatThrownBy(omx::finish).hasMessageContaining("at least one matrix");
      assertThatThrownBy(() -> omx.mapping("z", List.of("1")))
          .hasMessageContaining("2 different codes that are not blank, got 1");
      assertThatThrownBy(() -> omx.mapping("z", List.of("1", "1")))
          .hasMessageContaining("different");
      assertThatThrownBy(() -> omx.mapping("z", List.of("1", " "))).hasMessageContaining("blank");
      assertThatThrownBy(() -> omx.matrix("a/b", OmxRoundTripTest::fill))
          .hasMessageContaining("no slash, got 'a/b'");
      omx.matrix("m", OmxRoundTripTest::fill);
      assertThatThrownBy(() -> omx.matrix("m", OmxRoundTripTest::fill))
          .hasMessageContaining("'m' was written already");
    }
  }
}
