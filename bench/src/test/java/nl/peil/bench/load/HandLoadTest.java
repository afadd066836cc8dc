package nl.peil.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nl.peil.bench.setting.Matrix;
import nl.peil.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandLoadTest {

  private static final String SMALL =
      "herkomst,bestemming,reistijd\n11,12,0.1\n11,13,9999\n12,11,20\r\n12,13,400.5";

  @TempDir Path folder;

  @Test
  void countsAndAddsUp() throws Exception {
    var file = Files.writeString(folder.resolve("m.csv"), SMALL);
    assertSums(file, ',', 3, (double) 0.1f + 20 + 400.5);
  }

  @Test
  void readsAPackedFileWithDecimalCommas() throws Exception {
    var file = folder.resolve("m.csv.gz");
    pack(file, SMALL.replace(',', ';').replace('.', ','));
    assertSums(file, ';', 3, (double) 0.1f + 20 + 400.5);
  }

  /** More than one part: a line that lies across two of them counts once. */
  @Test
  void countsEveryLineOfALargeFileOnce() throws Exception {
    int lines = 900_000;
    var text = new StringBuilder("herkomst,bestemming,reistijd\n");
    for (int i = 0; i < lines; i++) {
      text.append(1000 + i).append(',').append(i % 7).append(",0.5\n");
    }
    assertThat(text.length()).isGreaterThan(9 << 20);
    assertSums(Files.writeString(folder.resolve("m.csv"), text), ',', lines, lines * 0.5);
    var packed = folder.resolve("m.csv.gz");
    pack(packed, text.toString());
    assertSums(packed, ',', lines, lines * 0.5);
  }

  private static void pack(Path file, String text) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static void assertSums(Path file, char delimiter, long pairs, double minutes)
      throws Exception {
    var header = List.of("herkomst", "bestemming", "reistijd");
    var matrix =
        new Matrix(Mode.AUTO, file, delimiter, delimiter == ';', header, 0, 1, 2, List.of(9999.0));
    var loader = new HandLoad(List.of(matrix));
    loader.run();
    var expected = new nl.peil.bench.harness.Answer();
    LoadAnswer.add(expected, "auto", pairs, minutes);
    assertThat(expected.differs(loader.answer())).isEmpty();
  }
}
