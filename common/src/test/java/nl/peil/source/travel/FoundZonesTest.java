package nl.peil.source.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.travel.write.ParquetPairsWriter;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundZonesTest {

  @TempDir private Path folder;

  private TravelFile file(String name, byte[] content) throws Exception {
    var path = folder.resolve(name);
    Files.write(path, content);
    return new TravelFile(path.toUri().toString(), name, new Configuration(false));
  }

  @Test
  void numbersGoByValueAndTextsComeAfterThem() {
    assertThat(Stream.of("b", "10", "9", "007", "7", "a", "-1", "8").sorted(FoundZones.ORDER))
        .containsExactly("007", "7", "8", "9", "10", "-1", "a", "b");
  }

  @Test
  void aFileOfPairsGivesTheCodesOfRowsThatHaveATime() throws Exception {
    var text =
        TravelText.HEADER
            + "10,9,1\n10,2,3\nZ 1,9,4\n10,11,x\n12,13,-1\n2,10,1440\n\"3\",10,5\n10,1,2,3\n, ,1\n";
    for (var bytes : List.of(TravelText.bytes("\uFEFF" + text), TravelText.gzip(text))) {
      assertThat(FoundZones.in(file("m.csv", bytes), TravelText.FORMAT))
          .containsExactly("2", "3", "9", "10", "Z 1");
    }
    var path = folder.resolve("m.parquet");
    try (var pairs = ParquetPairsWriter.create(path, false)) {
      pairs.write("b", "10", 1, Float.NaN);
      pairs.write("b", "9", 1, Float.NaN);
    }
    assertThat(
            FoundZones.in(
                file("m.parquet", Files.readAllBytes(path)),
                new ParquetPairs("origin", "destination", "minutes", null, TimeRules.STRICT)))
        .containsExactly("9", "10", "b");
  }

  @Test
  void aFileWithoutPairsOrEndIsRejected() throws Exception {
    var none = file("m.csv", TravelText.bytes(TravelText.HEADER + "1,2,x\n"));
    assertThat(rule(none)).isEqualTo("no_zones");
    assertThat(rule(file("m.csv", new byte[0]))).isEqualTo("empty_file");
    var packed = TravelText.gzip(TravelText.HEADER + "1,2,3\n".repeat(5000));
    assertThat(rule(file("m.csv", Arrays.copyOf(packed, packed.length / 2))))
        .isEqualTo("broken_file");
  }

  private static String rule(TravelFile file) {
    return catchThrowableOfType(
            RejectedFileException.class, () -> FoundZones.in(file, TravelText.FORMAT))
        .finding()
        .rule();
  }
}
