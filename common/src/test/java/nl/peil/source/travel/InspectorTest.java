package nl.peil.source.travel;

import static nl.peil.source.travel.TravelText.CODES;
import static nl.peil.source.travel.TravelText.FORMAT;
import static nl.peil.source.travel.TravelText.HEADER;
import static nl.peil.source.travel.TravelText.bytes;
import static nl.peil.source.travel.TravelText.inspect;
import static nl.peil.source.travel.TravelText.linesByRule;
import static nl.peil.source.travel.TravelText.load;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.peil.quality.Intake;
import nl.peil.quality.QuarantinedRow;
import nl.peil.quality.Severity;
import nl.peil.source.travel.TravelText.Trip;
import org.junit.jupiter.api.Test;

/** Rows: which stay, which are set aside and why. */
class InspectorTest {

  private static void conserved(Inspection inspection) {
    assertThat(
            inspection.rowsLoaded() + inspection.rowsUnreachable() + inspection.rowsQuarantined())
        .isEqualTo(inspection.rowsRead());
    assertThat(inspection.splits().stream().mapToLong(Split::rows).sum())
        .isEqualTo(inspection.rowsLoaded());
  }

  @Test
  void brokenLinesHaveTooFewOrTooManyFields() throws Exception {
    var found =
        inspect(
            HEADER
                + "1011,1011,5.6\n1011,1012\n1011,1013,9.0,12.0\n### regel onleesbaar ###\n"
                + "1011,\"1014,7.0\n1011,1015,3\n");
    conserved(found);
    assertThat(found.rowsRead()).isEqualTo(6);
    assertThat(found.rowsLoaded()).isEqualTo(2);
    assertThat(linesByRule(found)).isEqualTo(Map.of("wrong_field_count", List.of(3L, 4L, 5L, 6L)));
    assertThat(found.intake().quarantined().get(2))
        .isEqualTo(
            new QuarantinedRow(
                "travel_times",
                "auto_dal.csv",
                5,
                "wrong_field_count",
                "### regel onleesbaar ###"));
    assertThat(found.intake().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.QUARANTINE);
              assertThat(finding.line()).isEqualTo(3);
              assertThat(finding.count()).isEqualTo(4);
            });
  }

  @Test
  void timesThatCannotBeBelievedAreSetAside() throws Exception {
    var found =
        inspect(
            HEADER
                + "1011,1011,0\n1011,1012,-12.5\n1011,1013,-1\n1011,1014,1440\n1011,1015,1440.1\n"
                + "1011,1016,-0.0\n1011,1017,1e30\n");
    conserved(found);
    assertThat(linesByRule(found))
        .isEqualTo(Map.of("negative_time", List.of(3L, 4L), "time_too_long", List.of(6L, 8L)));
  }

  @Test
  void unreadableTimesAreSetAside() throws Exception {
    var found =
        inspect(
            HEADER
                + "1011,1011,\n1011,1012,NaN\n1011,1013,null\n1011,1014, \n1011,1015,\"12,3\"\n"
                + "1011,1016,12m\n1011,1017,12.3\n");
    conserved(found);
    assertThat(linesByRule(found)).isEqualTo(Map.of("bad_number", List.of(2L, 3L, 4L, 5L, 6L, 7L)));
  }

  @Test
  void zonesThatWereNotDeliveredAreSetAside() throws Exception {
    var found = inspect(HEADER + "0000,1011,10.0\n1011,1000,10.0\n99999,1011,10.0\n1011,1011,1\n");
    conserved(found);
    assertThat(linesByRule(found)).isEqualTo(Map.of("unknown_zone", List.of(2L, 3L, 4L)));
  }

  @Test
  void firstRowOfAPairIsKeptWhateverTheOrder() throws Exception {
    var text =
        HEADER + "1012,1013,5\n1011,1012,7\n1012,1013,15\n1013,1012,6\n1011,1012,17\n1012,1013,5\n";
    var found = inspect(text);
    conserved(found);
    assertThat(linesByRule(found)).isEqualTo(Map.of("duplicate_pair", List.of(4L, 6L, 7L)));
    assertThat(found.duplicateLines()).containsExactly(4, 6, 7);
    assertThat(load(text, FORMAT))
        .containsExactly(Trip.of(1012, 1013, 5), Trip.of(1011, 1012, 7), Trip.of(1013, 1012, 6));
  }

  @Test
  void aBadRowDoesNotStandInTheWayOfALaterGoodOneButAnUnreachableOneDoes() throws Exception {
    var text = HEADER + "1011,1012,x\n1011,1012,7\n1011,1013,999\n1011,1013,8\n";
    var format = FORMAT.withUnreachable(999f);
    assertThat(load(text, format)).containsExactly(Trip.of(1011, 1012, 7));
    var found = inspect(text, format);
    conserved(found);
    assertThat(found.rowsUnreachable()).isEqualTo(1);
    assertThat(linesByRule(found))
        .isEqualTo(Map.of("bad_number", List.of(2L), "duplicate_pair", List.of(5L)));
  }

  @Test
  void declaredCodesMeanUnreachableAndNothingElseDoes() throws Exception {
    var text =
        HEADER
            + "1011,1011,-1\n1011,1012,999.0\n1011,1013,9999\n1011,1014,2147483647\n1011,1015,998\n"
            + "1011,1016,-2\n1011,1017,\n1011,1018,nan\n99,1018,-1\n";
    var format = FORMAT.withUnreachable(-1f, 999f, 9999f, 2147483647f);

    var found = inspect(text, format);
    conserved(found);
    assertThat(found.rowsUnreachable()).isEqualTo(4);
    assertThat(linesByRule(found))
        .isEqualTo(
            Map.of(
                "negative_time", List.of(7L),
                "bad_number", List.of(8L, 9L),
                "unknown_zone", List.of(10L)));
    assertThat(load(text, format)).containsExactly(Trip.of(1011, 1015, 998));

    var blank = inspect(text, format.withBlankUnreachable());
    conserved(blank);
    assertThat(blank.rowsUnreachable()).isEqualTo(6);
    assertThat(linesByRule(blank)).doesNotContainKey("bad_number");
  }

  @Test
  void headerOrderExtraColumnsAndQuotesDoNotMatter() throws Exception {
    var text =
        "\"naam\";reistijd; \"bestemming\" ;km;herkomst\n"
            + "\"a;b \"\"c\"\"\";\"12,3\";1012;4,5;\"1011\"\n"
            + ";7;\" 1013 \";; 1011 \n"
            + "x\"y;8,25;1014;ver;1011\n";
    var format = FORMAT.withDelimiter(';').withDecimalComma().withKm("km");
    assertThat(load(text, format))
        .containsExactly(
            new Trip(1011, 1012, 12.3f, 4.5f), Trip.of(1011, 1013, 7), Trip.of(1011, 1014, 8.25));
    assertThat(inspect(text, format).intake().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("bad_km");
              assertThat(finding.severity()).isEqualTo(Severity.WARN);
              assertThat(finding.line()).isEqualTo(4);
              assertThat(finding.count()).isEqualTo(1);
            });
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreReadInFullAndReported() throws Exception {
    var text = "\uFEFF" + HEADER + "1011,1011,14.4\n1011,1012,\"69.4\"\n";
    var windows = text.replace("\n", "\r\n");
    assertThat(load(windows, FORMAT))
        .containsExactly(Trip.of(1011, 1011, 14.4), Trip.of(1011, 1012, 69.4));
    assertThat(inspect(windows).intake().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("bom_crlf");
              assertThat(finding.severity()).isEqualTo(Severity.WARN);
              assertThat(finding.message()).contains("a byte order mark and CRLF");
            });
    assertThat(inspect(text).intake().findings().get(0).message()).doesNotContain("file has CRLF");
    assertThat(inspect(windows.substring(1)).intake().findings()).hasSize(1);
    assertThat(inspect(text.substring(1)).intake().findings()).isEmpty();
  }

  @Test
  void lastLineMayLackItsEndAndEmptyLinesAreNoRows() throws Exception {
    for (var end : new String[] {"", "\n", "\r\n", "\n\n\r\n"}) {
      var text = "\n" + HEADER + "\n1011,1011,1.5\r\n\r\n1011,1012,2.5" + end;
      var found = inspect(text);
      assertThat(found.rowsRead()).as("end %s", end.length()).isEqualTo(2);
      assertThat(found.lines()).isEqualTo(text.lines().count());
      assertThat(load(text, FORMAT))
          .containsExactly(Trip.of(1011, 1011, 1.5), Trip.of(1011, 1012, 2.5));
    }
    assertThat(linesByRule(inspect(HEADER + "\n1011,1011,x")))
        .isEqualTo(Map.of("bad_number", List.of(3L)));
  }

  @Test
  void linesLongerThanTheBufferAreReadWhole() throws Exception {
    var wide = "y".repeat(700_000);
    var text =
        "reistijd,opmerking,bestemming,herkomst\n1,\""
            + wide
            + "\",1011,1011\n2,"
            + wide
            + ",1012,1011";
    assertThat(load(text, FORMAT)).containsExactly(Trip.of(1011, 1011, 1), Trip.of(1011, 1012, 2));
  }

  @Test
  void textCodesAreZonesToo() throws Exception {
    var codes = ZoneCodes.of(Map.of("E0974N4514", 5, "Zone 7", 7, "0123", 8));
    var text = HEADER + "E0974N4514,Zone 7,1.5\n Zone 7,\"0123\",2.5\nZone 7,123,3\n";
    var found =
        Inspector.inspect(
            new java.io.ByteArrayInputStream(bytes(text)), "cellen.csv", FORMAT, codes, 1000);
    assertThat(load(bytes(text), found, FORMAT, codes))
        .containsExactly(Trip.of(5, 7, 1.5), Trip.of(7, 8, 2.5));
    assertThat(linesByRule(found)).isEqualTo(Map.of("unknown_zone", List.of(4L)));
  }

  @Test
  void sortedMeansThatTheRowsToBeLoadedAscendStrictly() throws Exception {
    assertThat(inspect(HEADER + "1011,1012,1\n1011,1013,1\n1012,1011,1\n").sorted()).isTrue();
    assertThat(inspect(HEADER + "1011,1013,1\n1011,1012,1\n").sorted()).isFalse();
    assertThat(inspect(HEADER + "1012,1011,1\n1011,1012,1\n").sorted()).isFalse();
    assertThat(inspect(HEADER + "1011,1012,1\n1012,1011,1\n1011,1012,9\n").sorted())
        .as("a duplicate is not loaded, so its place does not matter")
        .isTrue();
  }

  @Test
  void digestAndSizeAreOfTheBytesAsStored() throws Exception {
    byte[] bytes = bytes("\uFEFF" + HEADER + "1011,1011,1\r\n");
    var found = inspect(bytes, FORMAT);
    assertThat(found.bytes()).isEqualTo(bytes.length);
    assertThat(found.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
  }

  @Test
  void millionsOfBadRowsAreCountedAndNotKept() throws Exception {
    int rows = 3 * Intake.MAX_KEPT;
    var found = inspect(HEADER + "1011,1011,oeps\n".repeat(rows));
    conserved(found);
    assertThat(found.rowsQuarantined()).isEqualTo(rows);
    assertThat(found.intake().quarantined()).hasSize(Intake.MAX_KEPT);
  }

  @Test
  void aFormatThatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> FORMAT.withDelimiter('"')).hasMessageContaining("cannot separate");
    assertThatThrownBy(() -> FORMAT.withDelimiter('.')).hasMessageContaining("cannot separate");
    assertThatThrownBy(() -> FORMAT.withKm("reistijd")).hasMessageContaining("different header");
    assertThatThrownBy(() -> FORMAT.withUnreachable(Float.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> FORMAT.withMaxMinutes(0)).hasMessageContaining("above 0");
    assertThatThrownBy(
            () ->
                Inspector.inspect(
                    new java.io.ByteArrayInputStream(bytes(HEADER)), "x", FORMAT, CODES, 0))
        .hasMessageContaining("splits above 0");
  }
}
