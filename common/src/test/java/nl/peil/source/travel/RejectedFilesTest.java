package nl.peil.source.travel;

import static nl.peil.source.travel.TravelText.CODES;
import static nl.peil.source.travel.TravelText.FORMAT;
import static nl.peil.source.travel.TravelText.HEADER;
import static nl.peil.source.travel.TravelText.bytes;
import static nl.peil.source.travel.TravelText.gzip;
import static nl.peil.source.travel.TravelText.inspect;
import static nl.peil.source.travel.TravelText.load;
import static nl.peil.source.travel.TravelText.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.peil.quality.Finding;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.travel.TravelText.Trip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be used, what is said about them, and gzip. */
class RejectedFilesTest {

  private static final String ROWS = HEADER + "1011,1011,1.5\n1011,1012,2.5\n1012,1011,3.5\n";

  private static Finding closed(String text, LongCsv format) throws Exception {
    var found = inspect(text, format);
    return catchThrowableOfType(RejectedFileException.class, () -> found.close(0.01)).finding();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n", "\r\n\r\n", HEADER, "\uFEFF" + HEADER + "\r\n"})
  void aFileWithoutHeaderOrRowsIsEmpty(String text) throws IOException {
    assertThat(rejection(bytes(text), FORMAT).rule()).isEqualTo("empty_file");
    assertThat(rejection(gzip(text), FORMAT).rule()).isEqualTo("empty_file");
  }

  @Test
  void aWrongDelimiterIsNamed() {
    var finding = rejection(bytes(ROWS.replace(',', ';')), FORMAT);
    assertThat(finding.rule()).isEqualTo("missing_column");
    assertThat(finding.file()).isEqualTo("auto_dal.csv");
    assertThat(finding.line()).isEqualTo(1);
    assertThat(finding.message()).contains("the header is 'herkomst;bestemming;reistijd'");
    assertThat(finding.advice()).contains("declare delimiter ';'");
    assertThat(rejection(bytes(ROWS.replace(',', '\t')), FORMAT).advice()).contains("'tab'");
  }

  @Test
  void aMissingColumnIsNamed() {
    var finding = rejection(bytes("herkomst,reistijd\n1011,1\n"), FORMAT.withKm("afstand"));
    assertThat(finding.rule()).isEqualTo("missing_column");
    assertThat(finding.message())
        .contains("expected the columns [herkomst, bestemming, reistijd, afstand]")
        .contains("missing [bestemming, afstand]")
        .contains("the header is 'herkomst,reistijd'");
    assertThat(rejection(bytes("1011,1012,5\n"), FORMAT).rule()).isEqualTo("missing_column");
  }

  @Test
  void otherReasonsForAMissingColumnAreTold() {
    assertThat(rejection(bytes(ROWS.replace("reis", "Reis")), FORMAT).advice())
        .contains("capitals included");
    assertThat(rejection(bytes(ROWS.replace('\n', '\r')), FORMAT).advice()).contains("CR alone");
    assertThat(rejection(ROWS.getBytes(StandardCharsets.UTF_16LE), FORMAT).advice())
        .contains("UTF-16");
    assertThat(rejection(bytes("PK\u0003\u0004rest\n"), FORMAT).advice()).contains("Excel");
  }

  @Test
  void aColumnThatStandsThereTwiceIsNotGuessed() {
    var finding =
        rejection(bytes("herkomst,bestemming,reistijd,reistijd\n1011,1011,1,2\n"), FORMAT);
    assertThat(finding.rule()).isEqualTo("ambiguous_column");
    assertThat(finding.message()).contains("'reistijd'");
  }

  @Test
  void aFileWithoutLineEndsIsNoCsv() {
    var finding = rejection(bytes(HEADER + "1".repeat(2 << 20)), FORMAT);
    assertThat(finding.rule()).isEqualTo("line_too_long");
    assertThat(finding.line()).isEqualTo(2);
  }

  @Test
  void everyCutOfAGzipFileIsFound() throws IOException {
    byte[] whole = gzip(ROWS);
    for (int length = 2; length < whole.length; length++) {
      var finding = rejection(Arrays.copyOf(whole, length), FORMAT);
      assertThat(finding.rule()).as("cut at %s", length).isEqualTo("broken_gzip");
      assertThat(finding.advice()).contains("transfer the file again");
    }
    byte[] damaged = whole.clone();
    damaged[damaged.length - 5] ^= 1;
    assertThat(rejection(damaged, FORMAT).rule()).isEqualTo("broken_gzip");
  }

  @Test
  void gzipIsOneSplitAlsoWhenPackedInParts() throws Exception {
    byte[] whole = gzip(ROWS);
    var found = Inspector.inspect(new ByteArrayInputStream(whole), "x.csv", FORMAT, CODES, 1);
    assertThat(found.gzip()).isTrue();
    assertThat(found.splits()).hasSize(1);
    assertThat(load(whole, found, FORMAT, CODES)).isEqualTo(load(ROWS, FORMAT)).hasSize(3);

    byte[] parts = gzip(ROWS, "1012,1012,4.5\n", "1012,1013,5.5");
    // A stream that never knows what it has, as one over a network: no part may be left out.
    var network =
        new SequenceInputStream(new ByteArrayInputStream(parts), InputStream.nullInputStream()) {
          @Override
          public int available() {
            return 0;
          }
        };
    var all = Inspector.inspect(network, "x.csv", FORMAT, CODES, 1);
    assertThat(load(parts, all, FORMAT, CODES))
        .hasSize(5)
        .endsWith(Trip.of(1012, 1012, 4.5), Trip.of(1012, 1013, 5.5));
  }

  @Test
  void aDecimalCommaIsRejectedWithAHintAndReadWhereDeclared() throws Exception {
    var text = HEADER + "1011,1011,\"14,1\"\n1011,1012,\"32,6\"\n";
    var finding = closed(text, FORMAT);
    assertThat(finding.rule()).isEqualTo("too_many_bad_rows");
    assertThat(finding.message()).contains("2 of 2").contains("bad_number");
    assertThat(finding.advice()).contains("declare the decimal comma");
    assertThat(load(text, FORMAT.withDecimalComma()))
        .containsExactly(Trip.of(1011, 1011, 14.1), Trip.of(1011, 1012, 32.6));
  }

  @Test
  void theOtherMistakesInADescriptionGetAHintToo() throws Exception {
    assertThat(closed(ROWS, FORMAT.withDecimalComma()).advice())
        .contains("3 of them are numbers with a decimal point");
    assertThat(closed(HEADER + "1011,1011,14,1\n1011,1012,32,6\n", FORMAT).advice())
        .contains("decimal commas without quotes");
    assertThat(closed(ROWS + "1012,1012,-1\n1012,1013,-1\n", FORMAT).advice())
        .contains("all 2 have the value -1: declare it as unreachable");
    assertThat(closed(HEADER + "1011,1011,1800\n1011,1012,3600\n", FORMAT).advice())
        .contains("are they seconds?");
    assertThat(closed(ROWS.replace("10", "NL10"), FORMAT).advice())
        .contains("'NL1011'")
        .contains("'10");
  }

  @Test
  void aHintIsNotGivenForAFewBadRows() throws Exception {
    var finding = closed(ROWS + "1012,1012,-1\n1012,1013,-2\n", FORMAT);
    assertThat(finding.advice()).doesNotContain("unreachable").contains("correct the file");
  }

  @Test
  void aStreamThatFailsIsNotTakenForABrokenFileAndIsClosed() {
    var closed = new AtomicBoolean();
    var failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    assertThatThrownBy(() -> Inspector.inspect(failing, "x.csv", FORMAT, CODES, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");
    assertThat(closed).isTrue();
  }
}
