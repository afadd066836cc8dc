package nl.peil.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.peil.quality.RejectedFileException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in a folder, and what the supplier says of them. */
class DeliveryTest {

  @TempDir Path folder;

  private Delivery delivery() {
    return new Delivery(folder.toString(), new Configuration(false));
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void filesThatFitAreFoundInOrderWithTheirValues() throws IOException {
    write("reistijden/hoog/2040/auto_spits.csv", "123");
    write("reistijden/basis/2022/ov_fiets_spits.csv.gz", "12345");
    write("reistijden/basis/2022/leesmij.txt", "x");
    Files.createDirectories(folder.resolve("reistijden/basis/2022/auto_dal.csv"));

    var found =
        delivery().find(new PathPattern("reistijden/{scenario}/{year}/{mode}_{period}.csv*"));

    assertThat(found)
        .extracting(FoundFile::path)
        .containsExactly(
            "reistijden/basis/2022/ov_fiets_spits.csv.gz", "reistijden/hoog/2040/auto_spits.csv");
    var first = found.get(0);
    assertThat(first.values())
        .isEqualTo(
            Map.of("scenario", "basis", "year", "2022", "mode", "ov_fiets", "period", "spits"));
    assertThat(first.size()).isEqualTo(5);
    assertThat(first.modifiedMillis())
        .isEqualTo(Files.getLastModifiedTime(folder.resolve(first.path())).toMillis());
    assertThat(first.uri()).startsWith("file:").endsWith(first.path());
  }

  @Test
  void nothingThatFitsIsNoError() {
    assertThat(delivery().find(new PathPattern("niets/{year}.csv"))).isEmpty();
    assertThat(delivery().find(new PathPattern("niets.csv"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"banen (kopie) [1].csv", "a{b}c.csv", "wat?.csv", "a b+c%20.csv"})
  void namesWithSignsThatMeanSomethingToAGlobAreTakenAsTheyAre(String name) throws IOException {
    var inner = "levering [2025] {x}/";
    write(inner + name, "x");
    var there = new Delivery(folder.resolve(inner).toString(), new Configuration(false));
    assertThat(there.exists()).isTrue();
    if (!name.contains("{")) {
      assertThat(there.find(new PathPattern(name)))
          .extracting(FoundFile::path)
          .containsExactly(name);
    }
    assertThat(there.find(new PathPattern("*.csv")))
        .extracting(FoundFile::path)
        .containsExactly(name);
  }

  @Test
  void aFolderThatIsNotThereDoesNotExist() {
    assertThat(delivery().exists()).isTrue();
    assertThat(new Delivery(folder + "/weg", new Configuration(false)).exists()).isFalse();
  }

  @Test
  void filesAreOpenedAsTheyAre() throws IOException {
    write("a/b.csv", "één");
    try (var in = delivery().open("a/b.csv")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("één");
    }
  }

  @Test
  void aChecksumThatDiffersIsARejectionAndCaseDoesNotMatter() throws Exception {
    write(
        "levering.json",
        """
        {"files": [
          {"path": "a.csv", "sha256": "ABCD01", "rows": 12},
          {"path": "b.csv"}
        ]}
        """);
    var manifest = Manifest.read(delivery(), "levering.json");

    assertThat(manifest.of("a.csv")).hasValue(new Manifest.Entry("a.csv", "ABCD01", 12));
    assertThat(manifest.of("b.csv")).hasValue(new Manifest.Entry("b.csv", "", -1));
    assertThat(manifest.of("c.csv")).isEmpty();
    assertThatCode(() -> manifest.check("zones", "a.csv", "abcd01")).doesNotThrowAnyException();
    assertThatCode(() -> manifest.check("zones", "b.csv", "x")).doesNotThrowAnyException();
    assertThatCode(() -> manifest.check("zones", "c.csv", "x")).doesNotThrowAnyException();
    assertThatCode(() -> Manifest.none().check("zones", "a.csv", "x")).doesNotThrowAnyException();
    var thrown =
        catchThrowableOfType(
            RejectedFileException.class, () -> manifest.check("zones", "a.csv", "abcd02"));
    assertThat(thrown.finding().rule()).isEqualTo("wrong_checksum");
    assertThat(thrown.finding().file()).isEqualTo("a.csv");
    assertThat(thrown).hasMessageContaining("ABCD01").hasMessageContaining("abcd02");
  }

  @Test
  void aBrokenListIsRejectedAtItsLine() throws IOException {
    write("levering.json", "{\"files\": [\n  {\"path\": \"a.csv\",\n   oeps}\n]}\n");
    var thrown =
        catchThrowableOfType(
            RejectedFileException.class, () -> Manifest.read(delivery(), "levering.json"));
    assertThat(thrown.finding().rule()).isEqualTo("broken_manifest");
    assertThat(thrown.finding().line()).isEqualTo(3);
    assertThat(thrown).hasMessageContaining("levering.json:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"bestanden\": []}", "{\"files\": {}}", "{\"files\": [{}]}"})
  void aListOfAnotherShapeIsRejected(String text) throws IOException {
    write("levering.json", text);
    var thrown =
        catchThrowableOfType(
            RejectedFileException.class, () -> Manifest.read(delivery(), "levering.json"));
    assertThat(thrown.finding().rule()).isEqualTo("broken_manifest");
  }
}
