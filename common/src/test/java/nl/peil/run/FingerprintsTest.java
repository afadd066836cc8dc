package nl.peil.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import nl.peil.source.Delivery;
import nl.peil.source.FoundFile;
import nl.peil.source.PathPattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {

  /** SHA-256 of "abc": the test vector of FIPS 180-2. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final long LONG_AGO = 1_600_000_000_000L;

  @TempDir Path folder;

  private Delivery delivery() {
    return new Delivery(folder.toString(), new Configuration(false));
  }

  private FoundFile file(String text, long modifiedMillis) throws IOException {
    Files.writeString(folder.resolve("a.csv"), text);
    Files.setLastModifiedTime(folder.resolve("a.csv"), FileTime.fromMillis(modifiedMillis));
    return delivery().find(new PathPattern("a.csv")).get(0);
  }

  private Fingerprint take(FoundFile file, Map<String, Fingerprint> known) {
    return new Fingerprints(delivery(), known).of(file);
  }

  @Test
  void aFingerprintIsSizeTimeAndHash() throws IOException {
    assertThat(take(file("abc", LONG_AGO), Map.of()))
        .isEqualTo(new Fingerprint("a.csv", 3, LONG_AGO, ABC));
  }

  @Test
  void aFileThatKeptItsSizeAndTimeIsNotReadAgain() throws IOException {
    var known = new Fingerprint("a.csv", 3, LONG_AGO, "as recorded");
    assertThat(take(file("abc", LONG_AGO), Map.of("a.csv", known))).isEqualTo(known);
  }

  @Test
  void anotherSizeOrTimeIsReadAgain() throws IOException {
    var otherSize = new Fingerprint("a.csv", 4, LONG_AGO, "as recorded");
    var otherTime = new Fingerprint("a.csv", 3, LONG_AGO - 1000, "as recorded");
    assertThat(take(file("abc", LONG_AGO), Map.of("a.csv", otherSize)).sha256()).isEqualTo(ABC);
    assertThat(take(file("abc", LONG_AGO), Map.of("a.csv", otherTime)).sha256()).isEqualTo(ABC);
    assertThat(take(file("abc", LONG_AGO), Map.of("b.csv", otherTime)).sha256()).isEqualTo(ABC);
  }

  @Test
  void aChangeOfTheSameSizeWithinTheSameTickOfTheClockIsFound() throws IOException {
    long now = System.currentTimeMillis();
    var first = take(file("abd", now), Map.of());
    assertThat(first.modifiedMillis()).isEqualTo(Fingerprint.UNSETTLED);

    // the clock of the file system did not move: size and time are as before
    var second = take(file("abc", now), Map.of("a.csv", first));

    assertThat(second.sha256()).isEqualTo(ABC).isNotEqualTo(first.sha256());
  }

  @Test
  void oneRunReadsAFileOnce() throws IOException {
    var found = file("abc", LONG_AGO);
    var fingerprints = new Fingerprints(delivery(), Map.of());
    fingerprints.prepare(java.util.List.of(found, found));
    Files.delete(folder.resolve("a.csv"));
    assertThat(fingerprints.of(found).sha256()).isEqualTo(ABC);
    assertThatThrownBy(() -> take(found, Map.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("a.csv");
  }

  @Test
  void aFileBesideTheConfigurationHasOneToo() throws IOException {
    file("abc", LONG_AGO);
    assertThat(Fingerprints.beside(folder.resolve("a.csv")))
        .isEqualTo(new Fingerprint("configuration: a.csv", 3, LONG_AGO, ABC));
  }
}
