package nl.peil.source.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {

  @TempDir Path folder;

  @Test
  void aProgramReadsCommasAndPointsAndStableNames() throws IOException {
    var file = folder.resolve("plain.csv");
    Written.to(new CsvRows(file, Written.SHEET, CsvDialect.PLAIN, false));

    assertThat(records(file, ','))
        .containsExactly(
            List.of("region", "zones", "share", "known", "valid_from", "written_at"),
            List.of(
                "'" + Written.FORMULA,
                "3",
                "0.25",
                "true",
                "2024-01-31",
                "2026-11-21T18:00:01.500Z"),
            List.of("'s-Gravenhage; \"Den Haag\"", "", "", "", "", ""),
            List.of("'-5", "-7", "-3.5", "false", "", ""));
    assertThat(Files.readString(file)).endsWith("\r\n").doesNotStartWith("\ufeff");
  }

  @Test
  void aDutchExcelReadsSemicolonsAndDecimalCommasAndKnowsThatItIsUtf8() throws IOException {
    var file = folder.resolve("excel.csv");
    Written.to(new CsvRows(file, Written.SHEET, CsvDialect.EXCEL, true));

    var text = Files.readString(file);
    assertThat(text).startsWith("\ufeffRegio;Aantal zones;Aandeel;Bekend;");
    assertThat(text).contains(";0,25;").contains(";-3,5;").contains("\"'s-Gravenhage; ");
  }

  @Property(tries = 300)
  void noTextBecomesAFormulaAndAnyOtherStaysAsItIs(@ForAll String text) {
    var harmless = CsvRows.harmless(text);
    assertThat(harmless).doesNotMatch("(?s)[=+\\-@\\t\\r\\n].*");
    assertThat(harmless).isIn(text, "'" + text);
    assertThat(harmless.equals(text)).isEqualTo(!text.matches("(?s)[=+\\-@\\t\\r\\n].*"));
  }

  private static List<List<String>> records(Path file, char separator) throws IOException {
    try (var csv = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
      return csv.stream().map(record -> record.getFields()).toList();
    }
  }
}
