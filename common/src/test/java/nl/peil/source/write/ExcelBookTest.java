package nl.peil.source.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelBookTest {

  @TempDir Path folder;

  @Test
  void textStaysTextNumbersStayNumbersAndNothingIsAFormula() throws IOException {
    var file = folder.resolve("book.xlsx");
    try (var book = new ExcelBook(file, "1.0")) {
      Written.to(book.sheet(Written.SHEET));
    }

    var rows = rows(file, 0);
    assertThat(rows).hasSize(5);
    assertThat(rows.get(0).getCellText(0)).isEqualTo("region");
    assertThat(rows.get(1).getCellText(1)).isEqualTo("Aantal zones");
    // The shape is left out: the share comes next.
    assertThat(rows.get(0).getCellText(2)).isEqualTo("share");
    var filled = rows.get(2);
    assertThat(filled.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(filled.getCell(0).getText()).isEqualTo(Written.FORMULA);
    assertThat(filled.getCell(1).asNumber()).isEqualByComparingTo(BigDecimal.valueOf(3));
    assertThat(filled.getCell(2).asNumber()).isEqualByComparingTo(new BigDecimal("0.25"));
    assertThat(filled.getCell(3).asBoolean()).isTrue();
    assertThat(filled.getCell(4).asDate()).isEqualTo(LocalDateTime.of(2024, 1, 31, 0, 0));
    // The second row has a name alone: its other cells are empty, not 0.
    assertThat(rows.get(3).getCellCount()).isEqualTo(1);
    assertThat(rows.get(4).getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(rows.get(4).getCell(2).asNumber()).isEqualByComparingTo(new BigDecimal("-3.5"));
    assertThat(rows)
        .flatExtracting(row -> row.stream().toList())
        .allMatch(cell -> cell == null || cell.getType() != CellType.FORMULA);
  }

  @Test
  void headersStayInViewAndTheLabelsHaveTheFilter() throws IOException {
    var file = folder.resolve("book.xlsx");
    try (var book = new ExcelBook(file, "1.0")) {
      Written.to(book.sheet(Written.SHEET));
    }
    try (var zip = new ZipFile(file.toFile())) {
      var xml =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(xml)
          .contains("ySplit=\"2\"")
          .contains("<autoFilter ref=\"A2:F5\"")
          .doesNotContain("<f>");
    }
  }

  @Test
  void aTextThatIsTooLongForACellIsCutVisibly() throws IOException {
    var file = folder.resolve("long.xlsx");
    try (var book = new ExcelBook(file, "1.0")) {
      try (var sheet = book.sheet(oneColumn(Field.Kind.TEXT))) {
        sheet.row(new @Nullable Object[] {"x".repeat(40_000)});
      }
    }
    assertThat(rows(file, 0).get(2).getCellText(0))
        .hasSize(ExcelBook.MOST_CHARACTERS)
        .endsWith("x [...]");
  }

  @Test
  @Tag("thorough")
  void moreRowsThanFitOnASheetSayWhatToDo() throws IOException {
    try (var book = new ExcelBook(folder.resolve("full.xlsx"), "1.0");
        var sheet = book.sheet(oneColumn(Field.Kind.WHOLE))) {
      for (int i = 0; i < 1_048_574; i++) {
        sheet.row(new @Nullable Object[] {1L});
      }
      assertThatThrownBy(() -> sheet.row(new @Nullable Object[] {1L}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("figures has more rows than the 1,048,574")
          .hasMessageContaining("--format csv");
    }
  }

  private static Sheet oneColumn(Field.Kind kind) {
    return new Sheet("figures", "Cijfers", "", List.of(new Field("a", "A", kind, "", "")));
  }

  static List<Row> rows(Path file, int sheet) throws IOException {
    try (var book = new ReadableWorkbook(file.toFile())) {
      return book.getSheet(sheet).get().read();
    }
  }
}
