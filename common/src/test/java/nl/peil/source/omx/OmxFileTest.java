package nl.peil.source.omx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import nl.peil.quality.RejectedFileException;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmxFileTest {

  @TempDir private Path folder;

  private static Path fixture() throws Exception {
    var resource = OmxFileTest.class.getResource("/omx/six_zones.omx");
    return Path.of(Objects.requireNonNull(resource).toURI());
  }

  private Path hdf(Consumer<WritableHdfFile> content) {
    var path = folder.resolve("made.omx");
    try (var hdf = HdfFile.write(path)) {
      content.accept(hdf);
    }
    return path;
  }

  private static float[][] square(int zones) {
    return new float[zones][zones];
  }

  private static AbstractStringAssert<?> rejection(Path path, String rule) {
    return assertThatRejected(() -> OmxFile.open(path, "in/m.omx").close(), rule);
  }

  private static AbstractStringAssert<?> assertThatRejected(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String rule) {
    var rejected = assertThatThrownBy(call).isInstanceOf(RejectedFileException.class).actual();
    var finding = ((RejectedFileException) rejected).finding();
    assertThat(finding.rule()).isEqualTo(rule);
    assertThat(finding.file()).isEqualTo("in/m.omx");
    assertThat(finding.advice()).isNotEmpty();
    return assertThat(finding.message());
  }

  @Test
  void aFileOfThePythonLibraryIsReadAsItWasWritten() throws Exception {
    try (var omx = OmxFile.open(fixture(), "in/m.omx")) {
      assertThat(omx.note()).isEmpty();
      assertThat(omx.version()).isEqualTo("0.2");
      assertThat(omx.zones()).isEqualTo(6);
      assertThat(omx.matrices()).containsExactlyInAnyOrder("auto_spits", "CAR_AM", "partly");
      assertThat(omx.mappings()).containsExactlyInAnyOrder("zone_number", "name", "district");
      assertThat(omx.mapping("zone_number"))
          .containsExactly("1011", "1012", "1021", "9999", "2011", "3");
      assertThat(omx.mapping("name")).containsExactly("a", "b", "c", "d", "e", "zone f");
      assertThat(omx.rows("auto_spits", 4, 6))
          .containsExactly(40.5, 41.5, 42.5, 43.5, 44.5, 45.5, 50.5, 51.5, 52.5, 53.5, 54.5, 55.5);
      assertThat(omx.rows("CAR_AM", 0, 3))
          .containsExactly(
              0.1,
              1.1,
              2.1,
              3.1,
              4.1,
              Double.NaN,
              Double.POSITIVE_INFINITY,
              101.1,
              102.1,
              103.1,
              104.1,
              105.1,
              200.1,
              201.1,
              -1,
              203.1,
              204.1,
              205.1);
      assertThat(omx.noValue("CAR_AM")).hasValue(-1);
      assertThat(omx.noValue("auto_spits")).isEmpty();
    }
  }

  @Test
  void cellsNeverWrittenAreTheFillerOfTheFileAndNotZeroMinutes() throws Exception {
    try (var omx = OmxFile.open(fixture(), "in/m.omx")) {
      assertThat(omx.rows("partly", 1, 5))
          .containsExactly(
              -9, -9, -9, -9, -9, -9, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, -9, -9, -9, -9, -9, -9);
      assertThat(omx.rows("partly", 2, 4)).containsOnly(7);
      assertThat(omx.rows("partly", 5, 6)).hasSize(6).containsOnly(-9);
    }
  }

  @Test
  void zonesMustBeNamedWhenThereIsMoreThanOneWay() throws Exception {
    try (var omx = OmxFile.open(fixture(), "in/m.omx")) {
      assertThatRejected(() -> omx.mapping(null), "ambiguous_mapping")
          .contains("zone_number", "name", "district");
      assertThatRejected(() -> omx.mapping("taz"), "unknown_mapping")
          .contains("'taz'", "zone_number", "name", "district");
      assertThatRejected(() -> omx.mapping("district"), "bad_mapping")
          .contains("'district'", "'1' at positions 1 and 2");
      assertThatRejected(() -> omx.cells("fiets"), "unknown_matrix")
          .contains("'fiets'", "auto_spits", "CAR_AM");
    }
  }

  @Test
  void theOnlyMappingNeedsNoNameAndNoneIsSaid() throws Exception {
    var one =
        hdf(
            hdf -> {
              hdf.putGroup("data").putDataset("m", square(2));
              hdf.putGroup("lookup").putDataset("taz", new double[] {12, 7});
            });
    try (var omx = OmxFile.open(one, "in/m.omx")) {
      assertThat(omx.mapping(null)).containsExactly("12", "7");
      assertThat(omx.version()).isEmpty();
    }
    var none = hdf(hdf -> hdf.putGroup("data").putDataset("m", square(2)));
    try (var omx = OmxFile.open(none, "in/m.omx")) {
      assertThat(omx.mappings()).isEmpty();
      assertThatRejected(() -> omx.mapping(null), "no_mapping").contains("/lookup");
      assertThat(omx.positions()).containsExactly("1", "2");
    }
  }

  @Test
  void aMappingGivesEveryRowItsOwnZone() throws Exception {
    var path =
        hdf(
            hdf -> {
              hdf.putGroup("data").putDataset("m", square(2));
              WritableGroup lookup = hdf.putGroup("lookup");
              lookup.putDataset("short", new int[] {1});
              lookup.putDataset("half", new double[] {1, 2.5});
              lookup.putDataset("blank", new String[] {"a", "  "});
              lookup.putDataset("same", new String[] {"a", "a "});
              lookup.putDataset("table", new int[][] {{1, 2}, {3, 4}});
              lookup.putDataset("long", new long[] {30_000_000_000L, -1});
            });
    try (var omx = OmxFile.open(path, "in/m.omx")) {
      assertThatRejected(() -> omx.mapping("short"), "bad_mapping")
          .contains("2 codes in one row, got the shape 1");
      assertThatRejected(() -> omx.mapping("table"), "bad_mapping").contains("got the shape 2 x 2");
      assertThatRejected(() -> omx.mapping("half"), "bad_mapping").contains("'2.5' at position 2");
      assertThatRejected(() -> omx.mapping("blank"), "bad_mapping").contains("at position 2");
      assertThatRejected(() -> omx.mapping("same"), "bad_mapping")
          .contains("'a' at positions 1 and 2");
      assertThat(omx.mapping("long")).containsExactly("30000000000", "-1");
    }
  }

  @Test
  void anyTypeOfNumberIsRead() throws Exception {
    var path =
        hdf(
            hdf -> {
              WritableGroup data = hdf.putGroup("data");
              data.putDataset("byte", new byte[][] {{1, -2}, {3, 4}});
              data.putDataset("short", new short[][] {{1, -2}, {3, 4}});
              data.putDataset("int", new int[][] {{1, -2}, {3, 4}});
              data.putDataset("long", new long[][] {{1, -2}, {3, 4}});
              data.putDataset("float", new float[][] {{1, -2}, {3, 4}});
              data.putDataset("double", new double[][] {{1, -2}, {3, 4}});
              data.putDataset("text", new String[][] {{"1", "2"}, {"3", "4"}});
            });
    try (var omx = OmxFile.open(path, "in/m.omx")) {
      for (var type : List.of("byte", "short", "int", "long", "float", "double")) {
        assertThat(omx.rows(type, 0, 2)).as(type).containsExactly(1, -2, 3, 4);
        assertThat(omx.rows(type, 1, 2)).as(type).containsExactly(3, 4);
      }
      assertThatRejected(() -> omx.rows("text", 0, 2), "not_numeric").contains("'text'", "String");
    }
  }

  @Test
  void whatIsNoOmxIsRejected() throws Exception {
    var text = Files.writeString(folder.resolve("text.omx"), "origin,destination,minutes\n");
    rejection(text, "not_hdf5").contains("other bytes");
    rejection(Files.createFile(folder.resolve("empty.omx")), "not_hdf5").contains("empty");
    rejection(hdf(hdf -> hdf.putGroup("results")), "not_omx").contains("/data", "results");
    rejection(hdf(hdf -> hdf.putDataset("data", square(2))), "not_omx").contains("group /data");
    rejection(hdf(hdf -> hdf.putGroup("data")), "no_matrix").contains("/data");
  }

  @Test
  void matricesAreSquareAndOfOneSize() {
    rejection(hdf(hdf -> hdf.putGroup("data").putDataset("m", new float[2][3])), "wrong_shape")
        .contains("'m' is 2 x 3");
    rejection(
            hdf(
                hdf -> {
                  hdf.putAttribute("SHAPE", new int[] {3, 3});
                  hdf.putGroup("data").putDataset("m", square(2));
                }),
            "wrong_shape")
        .contains("3 x 3", "'m' is 2 x 2");
    rejection(
            hdf(
                hdf -> {
                  hdf.putAttribute("SHAPE", new int[] {2, 3});
                  hdf.putGroup("data").putDataset("m", new float[2][3]);
                }),
            "wrong_shape")
        .contains("SHAPE says 2 x 3");
    rejection(
            hdf(
                hdf -> {
                  WritableGroup data = hdf.putGroup("data");
                  data.putDataset("a", square(2));
                  data.putDataset("b", square(3));
                }),
            "wrong_shape")
        .contains("2 x 2", "3 x 3");
  }

  @Test
  void aDamagedFileIsRejectedWhereItIsCut() throws Exception {
    byte[] whole = Files.readAllBytes(fixture());
    for (int length : new int[] {whole.length - 1, whole.length / 2, 100}) {
      var cut = Files.write(folder.resolve("cut.omx"), Arrays.copyOf(whole, length));
      rejection(cut, "broken_hdf5")
          .contains("%,d bytes".formatted(whole.length), "got %,d".formatted(length));
    }
    byte[] scrambled = whole.clone();
    Arrays.fill(scrambled, 512, whole.length, (byte) 0x55);
    rejection(Files.write(folder.resolve("scrambled.omx"), scrambled), "broken_hdf5")
        .contains("could not read");
  }

  @Test
  void aStreamIsCopiedAndTheCopyRemoved() throws Exception {
    Path copy;
    try (var omx = OmxFile.open(Files.newInputStream(fixture()), "in/m.omx")) {
      assertThat(omx.note()).startsWith("in/m.omx was copied to ").contains("removed");
      copy = Path.of(omx.note().replaceAll(".* copied to (.*) \\(.*", "$1"));
      assertThat(copy).exists();
      assertThat(omx.rows("auto_spits", 0, 1)).startsWith(0.5, 1.5);
    }
    assertThat(copy).doesNotExist();
  }

  @Test
  void onlyAFileElsewhereIsCopied() throws Exception {
    Files.copy(fixture(), folder.resolve("m.omx"));
    var hadoop = new Configuration();
    hadoop.set("fs.viewfs.mounttable.elsewhere.link./in", folder.toUri().toString());
    try (var omx = OmxFile.open("viewfs://elsewhere/in/m.omx", "in/m.omx", hadoop)) {
      assertThat(omx.note()).startsWith("viewfs://elsewhere/in/m.omx was copied to ");
      assertThat(omx.zones()).isEqualTo(6);
    }
    var local = folder.resolve("m.omx").toUri().toString();
    try (var omx = OmxFile.open(local, "in/m.omx", hadoop)) {
      assertThat(omx.note()).isEmpty();
      assertThat(omx.zones()).isEqualTo(6);
    }
  }
}
