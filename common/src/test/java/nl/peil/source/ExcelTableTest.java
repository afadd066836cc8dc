package nl.peil.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import nl.peil.quality.RejectedFileException;
import org.junit.jupiter.api.Test;

class ExcelTableTest {

  private static final Map<String, String> COLUMNS = Map.of("zone", "Zone", "value", "Waarde 2040");

  private static ExcelTable read(byte[] bytes, ExcelFormat format, boolean decimalComma)
      throws IOException, RejectedFileException {
    return ExcelTable.read(
        new ByteArrayInputStream(bytes),
        "p.xlsx",
        "forecast_source",
        format,
        decimalComma,
        COLUMNS);
  }

  private static TinyWorkbook headed() {
    return new TinyWorkbook().sheet("Blad1").row(1, "Zone", "Waarde 2040");
  }

  @Test
  void numbersAreTheirValuesInBothNotations() throws Exception {
    var bytes =
        headed()
            .row(2, 1001, 12.50)
            .row(3, "0102", "1.234,5")
            .row(4, "1003")
            .row(5, 1.0E3, 0.0)
            .bytes();
    var rows = read(bytes, ExcelFormat.DETECT, true).rows();
    assertThat(rows)
        .extracting(row -> row.text("zone"))
        .containsExactly("1001", "0102", "1003", "1000");
    assertThat(rows)
        .extracting(row -> row.number("value"))
        .containsExactly(12.5, 1234.5, null, 0.0);
    assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L, 4L, 5L);
    // With decimal points the number stays what it is, and the text is no number
    var points = read(bytes, ExcelFormat.DETECT, false).rows();
    assertThat(points.get(0).number("value")).isEqualTo(12.5);
    assertThatThrownBy(() -> points.get(1).number("value"))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void datesFormulasAndErrorsAreWhatTheyShow() throws Exception {
    var rows =
        read(
                headed()
                    .cell("A2", "<v>44259</v>", " s='1'") // 44,259 days after 30 December 1899
                    .cell("B2", "<f>1+2</f><v>3</v>", "")
                    .cell("A3", "<v>7</v>", " s='2'")
                    .cell("B3", "<v>#N/A</v>", " t='e'")
                    .cell("A4", "<f>\"x\"</f><v>x</v>", " t='str'")
                    .cell("B4", "<f>1/0</f><v>#DIV/0!</v>", " t='e'")
                    .cell("A5", "<v>1</v>", " t='b'")
                    .cell("B5", "<f>SUM(B2:B3)</f>", "")
                    .bytes(),
                ExcelFormat.DETECT,
                false)
            .rows();
    assertThat(rows)
        .extracting(row -> row.text("zone"))
        .containsExactly("2021-03-04", "7", "x", "true");
    assertThat(rows)
        .extracting(row -> row.text("value"))
        .containsExactly("3", "#N/A", "#DIV/0!", "=SUM(B2:B3)");
    assertThat(rows).extracting(CsvRow::hasErrorCell).containsExactly(false, true, true, false);
    assertThat(rows.get(1).raw()).isEqualTo("A3=7 | B3=#N/A");
  }

  @Test
  void theHeaderMayStandLowerAndBlankRowsDoNotCount() throws Exception {
    var bytes =
        new TinyWorkbook()
            .sheet("Toelichting")
            .row(1, "Bron: IMA")
            .sheet("Bijlage 3")
            .row(1, "Zone", "Waarde 2030")
            .row(3, "Zone", "Waarde\n  2040")
            .row(4, "", " ")
            .row(6, 1001, 5)
            .bytes();
    for (var sheet : new String[] {"Bijlage 3", "2"}) {
      var table = read(bytes, new ExcelFormat(sheet, 3), false);
      assertThat(table.sheet()).isEqualTo("Bijlage 3");
      assertThat(table.rows()).hasSize(1);
      assertThat(table.rows().get(0).line()).isEqualTo(6);
      assertThat(table.rows().get(0).number("value")).isEqualTo(5.0);
    }
    assertThatThrownBy(() -> read(bytes, new ExcelFormat("Bijlage 4", 3), false))
        .hasMessageContaining("missing_sheet")
        .hasMessageContaining("'Toelichting', 'Bijlage 3'");
    assertThatThrownBy(() -> read(bytes, new ExcelFormat("3", null), false))
        .hasMessageContaining("missing_sheet");
    assertThatThrownBy(() -> read(bytes, new ExcelFormat("2", null), false))
        .hasMessageContaining("missing_column")
        .hasMessageContaining("[Waarde 2040]")
        .hasMessageContaining("B1=Waarde 2030");
    assertThatThrownBy(() -> read(bytes, new ExcelFormat("2", 2), false))
        .hasMessageContaining("empty_file")
        .hasMessageContaining("nothing in row 2");
  }

  @Test
  void whatIsNoWorkbookIsRejected() {
    assertThatThrownBy(
            () -> read("zone;x".getBytes(StandardCharsets.UTF_8), ExcelFormat.DETECT, false))
        .hasMessageContaining("no_workbook");
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
    };
    assertThatThrownBy(() -> read(old, ExcelFormat.DETECT, false)).hasMessageContaining("password");
    var whole = headed().bytes();
    assertThatThrownBy(
            () -> read(Arrays.copyOf(whole, whole.length / 2), ExcelFormat.DETECT, false))
        .hasMessageContaining("broken_workbook");
    assertThatThrownBy(
            () -> read(new TinyWorkbook().sheet("Leeg").bytes(), ExcelFormat.DETECT, false))
        .hasMessageContaining("empty_file");
  }
}
