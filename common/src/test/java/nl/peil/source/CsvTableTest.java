package nl.peil.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.peil.quality.RejectedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Map<String, String> COLUMNS = Map.of("zone", "pc4", "name", "naam");

  private static CsvTable read(byte[] bytes, CsvFormat format)
      throws IOException, RejectedFileException {
    return CsvTable.read(new ByteArrayInputStream(bytes), "zones.csv", "zones", format, COLUMNS);
  }

  private static CsvTable read(String text) throws IOException, RejectedFileException {
    return read(text.getBytes(StandardCharsets.UTF_8), CsvFormat.DETECT);
  }

  private static RejectedFileException rejected(byte[] bytes, CsvFormat format) {
    var thrown = catchThrowableOfType(RejectedFileException.class, () -> read(bytes, format));
    assertThat(thrown).isNotNull();
    assertThat(thrown.finding().file()).isEqualTo("zones.csv");
    assertThat(thrown.finding().table()).isEqualTo("zones");
    return thrown;
  }

  private static RejectedFileException rejected(String text) {
    return rejected(text.getBytes(StandardCharsets.UTF_8), CsvFormat.DETECT);
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstHeader() throws Exception {
    var table = read("\uFEFFpc4,naam\n1011,Café\n");
    assertThat(table.byteOrderMark()).isTrue();
    assertThat(table.encoding()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(table.rows()).extracting(row -> row.text("zone")).containsExactly("1011");
    assertThat(table.rows().get(0).text("name")).isEqualTo("Café");
    assertThat(read("pc4,naam\n1011,x\n").byteOrderMark()).isFalse();
  }

  @Test
  void onlyAnOptionalColumnMayBeAbsent() throws Exception {
    for (var text : List.of("pc4,naam\n1011,x\n", "pc4\n1011\n")) {
      var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      var table =
          CsvTable.read(in, "zones.csv", "zones", CsvFormat.DETECT, COLUMNS, Set.of("name"));
      assertThat(table.rows()).hasSize(1);
      assertThat(table.rows().get(0).text("zone")).isEqualTo("1011");
      assertThat(table.rows().get(0).text("name")).isEqualTo(text.contains("naam") ? "x" : "");
    }
    assertThat(rejected("pc4\n1011\n")).hasMessageContaining("missing [naam]");
  }

  @Test
  void windows1252IsDetectedAndCanBeDeclared() throws Exception {
    var bytes = "pc4;naam\n9700;Súdwest-Fryslân €\n".getBytes(WINDOWS);
    for (var format : List.of(CsvFormat.DETECT, new CsvFormat(WINDOWS, null, false))) {
      var table = read(bytes, format);
      assertThat(table.encoding()).isEqualTo(WINDOWS);
      assertThat(table.rows().get(0).text("name")).isEqualTo("Súdwest-Fryslân €");
    }
  }

  @Test
  void aDeclaredEncodingThatTheBytesBreakIsARejection() {
    var thrown =
        rejected(
            "pc4;naam\n9700;Fryslân\n".getBytes(WINDOWS),
            new CsvFormat(StandardCharsets.UTF_8, null, false));
    assertThat(thrown.finding().rule()).isEqualTo("wrong_encoding");
    assertThat(thrown).hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsTheOneThatTheHeaderHasMostOf(String delimiter) throws Exception {
    var table = read("pc4 naam\n1011 a\n".replace(" ", delimiter));
    assertThat(table.delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(table.rows().get(0).text("name")).isEqualTo("a");
  }

  @Test
  void delimitersWithinQuotesDoNotCount() throws Exception {
    var table = read("\"straat, nr, plaats\";pc4;naam\nx;1011;a\n");
    assertThat(table.delimiter()).isEqualTo(';');
    assertThat(table.rows().get(0).text("zone")).isEqualTo("1011");
  }

  @Test
  void aDeclaredDelimiterGoesBeforeWhatTheHeaderSuggests() throws Exception {
    var table =
        read(
            "pc4;naam;a,b,c,d\n1011;x;y\n".getBytes(StandardCharsets.UTF_8),
            new CsvFormat(null, ';', false));
    assertThat(table.rows().get(0).fields()).containsEntry("zone", "1011");
  }

  @Test
  void linesAreCountedThroughQuotedLineBreaksAndEmptyLines() throws Exception {
    var table = read("pc4,naam\r\n1011,\"twee\r\nregels\"\r\n\r\n1012,\"zegt \"\"ja\"\"\"\r\n");
    assertThat(table.rows())
        .extracting(CsvRow::line, row -> row.text("zone"), row -> row.text("name"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, "1011", "twee\r\nregels"),
            org.assertj.core.groups.Tuple.tuple(5L, "1012", "zegt \"ja\""));
  }

  @Test
  void textAfterAClosingQuoteBelongsToTheField() throws Exception {
    var table = read("pc4,naam\n1011,\"De Pijp\" oost\n1012,b\n");
    assertThat(table.rows())
        .extracting(row -> row.text("name"))
        .containsExactly("De Pijp oost", "b");
  }

  @Test
  void aLoneCarriageReturnEndsALineToo() throws Exception {
    var table = read("pc4,naam\r1011,a\r1012,b");
    assertThat(table.rows())
        .extracting(CsvRow::line, row -> row.text("name"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, "a"),
            org.assertj.core.groups.Tuple.tuple(3L, "b"));
  }

  @Test
  void aRowThatIsTooShortLacksTheColumnAndKeepsItsText() throws Exception {
    var row = read("pc4,naam\n1011\n").rows().get(0);
    assertThat(row.fields()).containsOnlyKeys("zone");
    assertThat(row.text("name")).isEmpty();
    assertThat(row.raw()).isEqualTo("1011");
  }

  @Test
  void missingColumnsAreNamedWithTheHeaderAndAHint() {
    var thrown = rejected("pc4,plaats\n1011,x\n");
    assertThat(thrown.finding().rule()).isEqualTo("missing_column");
    assertThat(thrown.finding().line()).isEqualTo(1);
    assertThat(thrown).hasMessageContaining("missing [naam]").hasMessageContaining("'pc4,plaats'");
    assertThat(thrown.finding().advice()).contains("columns");

    var oneColumn =
        rejected(
            "pc4;naam\n1011;x\n".getBytes(StandardCharsets.UTF_8), new CsvFormat(null, ',', false));
    assertThat(oneColumn.finding().advice()).contains("delimiter").contains("','");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n", "\r\n\r\n"})
  void aFileWithoutAHeaderIsEmpty(String text) {
    assertThat(rejected(text).finding().rule()).isEqualTo("empty_file");
  }

  @Test
  void aQuoteThatIsNeverClosedIsARejectionAndNotOneLongRow() {
    var thrown = rejected("pc4,naam\n1011,\"De Pijp\n1012,Centrum\n1013,Jordaan\n");
    assertThat(thrown.finding().rule()).isEqualTo("open_quote");
    assertThat(thrown.finding().line()).isEqualTo(2);
    assertThat(thrown).hasMessageContaining("quote");
  }

  @Test
  void gzipIsKnownByItsBytesAndMustBeWhole() throws Exception {
    var bytes = gzip("pc4,naam\n" + "1011,Centrum\n".repeat(500));
    assertThat(read(bytes, CsvFormat.DETECT).rows()).hasSize(500);
    var thrown = rejected(Arrays.copyOf(bytes, bytes.length - 12), CsvFormat.DETECT);
    assertThat(thrown.finding().rule()).isEqualTo("broken_gzip");
    assertThat(rejected(gzip(""), CsvFormat.DETECT).finding().rule()).isEqualTo("empty_file");
  }

  @Provide
  Arbitrary<List<List<String>>> anyRows() {
    var text = Arbitraries.strings().withChars("aé\"';,\n\r |\t").ofMaxLength(6);
    return text.map(value -> "x" + value).list().ofSize(2).list().ofMaxSize(6);
  }

  @Property(tries = 200)
  void whateverIsQuotedComesBack(@ForAll("anyRows") List<List<String>> rows) throws Exception {
    var text =
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(";", "", "\n")))
            .collect(Collectors.joining("", "pc4;naam\n", ""));
    assertThat(read(text).rows())
        .extracting(row -> List.of(row.fields().get("zone"), row.fields().get("name")))
        .isEqualTo(
            rows.stream()
                .map(row -> row.stream().map(f -> f.replaceAll("\r(?!\n)", "\n")).toList())
                .toList());
  }

  private static CsvRow row(String value, boolean decimalComma) {
    return new CsvRow(2, Map.of("v", value), value, decimalComma);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12,5       | 12.5",
        "1.234,5    | 1234.5",
        "1.234.567  | 1234567",
        "-0,25      | -0.25",
        "7          | 7",
        "' 3,0 '    | 3",
      })
  void decimalCommaWithThousands(String text, double value) {
    assertThat(row(text, true).number("v")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "12.34,5", "1,2,3", "1.2345", "12,5x", "0x10", "NaN"})
  void aPointThatSetsNoThousandsApartIsNotSilentlyDropped(String text) {
    assertThat(catchThrowableOfType(NumberFormatException.class, () -> row(text, true).number("v")))
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource({"12.5, 12.5", "-3, -3", "1e3, 1000", ".5, 0.5", "+4., 4"})
  void decimalPoint(String text, double value) {
    assertThat(row(text, false).number("v")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12,5", "12d", "1f", "0x1p3", "Infinity", "1e999", "-", "12 5", "n.v.t."})
  void whatIsNoNumberIsAnError(String text) {
    assertThat(
            catchThrowableOfType(NumberFormatException.class, () -> row(text, false).number("v")))
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"-99997 | false", ". | false", "-99997.0 | false", "-99997,0 | true", ". | true"})
  void suppressedIsNeverANumber(String text, boolean decimalComma) {
    assertThat(row(text, decimalComma).suppressed("v")).isTrue();
    assertThat(row(text, decimalComma).number("v")).isNull();
  }

  @Test
  void emptyIsNoNumberAndNotSuppressed() {
    assertThat(row("  ", false).number("v")).isNull();
    assertThat(row("  ", false).suppressed("v")).isFalse();
    assertThat(row("-99996", false).number("v")).isEqualTo(-99996);
  }
}
