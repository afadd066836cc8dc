package nl.peil.source.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.peil.source.CsvOut;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV. A missing value is an empty field. A text that a spreadsheet would take for a
 * formula (it starts with = + - @, a tab or a line break) gets an apostrophe before it; numbers are
 * left alone, so that -3.5 stays a number. A shape has no place here and is left out.
 */
public final class CsvRows implements RowSink {

  private static final String FORMULA = "=+-@\t\r\n";

  private final CsvDialect dialect;
  private final List<Field> fields;
  private final int columns;
  private final Writer writer;
  private final CsvWriter csv;

  /**
   * Begins a table.
   *
   * @param file the file; one that is there is replaced
   * @param sheet what is written
   * @param dialect how
   * @param labels readable labels as headers, instead of stable names
   */
  public CsvRows(Path file, Sheet sheet, CsvDialect dialect, boolean labels) throws IOException {
    this.dialect = dialect;
    this.fields = sheet.fields();
    this.columns = fields.size() - (sheet.shape() < 0 ? 0 : 1);
    this.writer =
        new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), 1 << 16);
    if (dialect.mark()) {
      writer.write('\ufeff');
    }
    this.csv =
        CsvWriter.builder()
            .fieldSeparator(dialect.separator())
            .lineDelimiter(LineDelimiter.CRLF)
            .build(writer);
    csv.writeRecord(
        fields.stream()
            .filter(field -> field.kind() != Field.Kind.SHAPE)
            .map(field -> harmless(labels ? field.label() : field.name()))
            .toList());
  }

  @Override
  public void row(@Nullable Object[] values) {
    var texts = new String[columns];
    int column = 0;
    for (int i = 0; i < values.length; i++) {
      var kind = fields.get(i).kind();
      if (kind != Field.Kind.SHAPE) {
        var value = values[i];
        texts[column++] = value == null ? "" : text(kind, value);
      }
    }
    csv.writeRecord(texts);
  }

  private String text(Field.Kind kind, Object value) {
    return switch (kind) {
      case NUMBER -> CsvOut.number((Double) value).replace('.', dialect.decimal());
      case TEXT -> harmless((String) value);
      default -> value.toString();
    };
  }

  /** A text that no spreadsheet takes for a formula. */
  static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  @Override
  public void close() throws IOException {
    csv.flush();
    writer.close();
  }
}
