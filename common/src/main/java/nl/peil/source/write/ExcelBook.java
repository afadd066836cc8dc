package nl.peil.source.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook (.xlsx), sheet after sheet. The first row has stable names, small and grey; the
 * second has labels and the filter; both stay in view. Text goes into typed text cells, which Excel
 * never takes for formulas; numbers, dates and truth values are what they are. A shape is left out.
 */
public final class ExcelBook implements Closeable {

  /** Rows of a sheet, a limit of Excel. */
  public static final int MOST_ROWS = Worksheet.MAX_ROWS;

  /** Characters of a cell, a limit of Excel. */
  static final int MOST_CHARACTERS = 32_767;

  private static final int HEADER_ROWS = 2;
  private static final int FLUSH_ROWS = 1000;
  private static final String CUT = " [...]";

  private final Workbook book;

  /**
   * Begins a workbook.
   *
   * @param file the file; one that is there is replaced
   * @param version version of Peil, as Excel wants it: digits with a point
   */
  public ExcelBook(Path file, String version) throws IOException {
    this.book = new Workbook(Files.newOutputStream(file), "Peil", version);
  }

  /** Begins a sheet; the one before must have ended. */
  public RowSink sheet(Sheet sheet) {
    return new Rows(book.newWorksheet(tab(sheet.label())), sheet);
  }

  /** The name of a tab: without the characters that Excel does not allow. */
  private static String tab(String label) {
    var allowed = label.replaceAll("[\\[\\]:*?/\\\\]", "-");
    return allowed.length() > 31 ? allowed.substring(0, 31) : allowed;
  }

  @Override
  public void close() throws IOException {
    book.close();
  }

  private static final class Rows implements RowSink {
    private final Worksheet out;
    private final String name;
    private final List<Field> fields;
    private final int shape;
    private int next = HEADER_ROWS;

    private Rows(Worksheet out, Sheet sheet) {
      this.out = out;
      this.name = sheet.name();
      this.fields = sheet.fields();
      this.shape = sheet.shape();
      out.freezePane(0, HEADER_ROWS);
      for (int i = 0; i < fields.size(); i++) {
        if (i != shape) {
          header(column(i), fields.get(i));
        }
      }
    }

    private int column(int field) {
      return shape >= 0 && field > shape ? field - 1 : field;
    }

    private void header(int column, Field field) {
      out.inlineString(0, column, field.name());
      out.style(0, column).fontSize(8).fontColor("808080").set();
      out.inlineString(1, column, field.label());
      out.style(1, column).bold().wrapText(true).verticalAlignment("top").fillColor("E8EEF4").set();
      int letters = Math.max(field.name().length() * 3 / 4, field.label().length() / 2);
      int least =
          switch (field.kind()) {
            case TEXT -> 14;
            case MOMENT -> 18;
            default -> 11;
          };
      out.width(column, Math.min(40, Math.max(least, letters + 3)));
    }

    @Override
    public void row(@Nullable Object[] values) throws IOException {
      if (next == MOST_ROWS) {
        throw new IOException(
            "%s has more rows than the %,d that fit on a sheet of Excel: choose less with --region,"
                    .formatted(name, MOST_ROWS - HEADER_ROWS)
                + " --scenario and --year, or other tables with --tables, or write --format csv,"
                + " parquet or gpkg, which have no limit");
      }
      for (int i = 0; i < values.length; i++) {
        var value = values[i];
        if (value != null && i != shape) {
          cell(column(i), fields.get(i), value);
        }
      }
      next++;
      if (next % FLUSH_ROWS == 0) {
        out.flush();
      }
    }

    private void cell(int column, Field field, Object value) {
      switch (field.kind()) {
        case TEXT -> out.inlineString(next, column, fitting((String) value));
        case WHOLE, NUMBER -> {
          out.value(next, column, (Number) value);
          if (!field.numberFormat().isEmpty()) {
            out.style(next, column).format(field.numberFormat()).set();
          }
        }
        case FLAG -> out.value(next, column, (Boolean) value);
        case DATE -> {
          out.value(next, column, (LocalDate) value);
          out.style(next, column).format("yyyy-mm-dd").set();
        }
        case MOMENT -> {
          out.value(next, column, ((Instant) value).atOffset(ZoneOffset.UTC).toLocalDateTime());
          out.style(next, column).format("yyyy-mm-dd hh:mm:ss").set();
        }
        case SHAPE -> throw new IllegalStateException("a shape has no cell");
      }
    }

    private static String fitting(String text) {
      return text.length() <= MOST_CHARACTERS
          ? text
          : text.substring(0, MOST_CHARACTERS - CUT.length()) + CUT;
    }

    @Override
    public void close() throws IOException {
      int last = fields.size() - (shape < 0 ? 1 : 2);
      if (last >= 0) {
        out.setAutoFilter(1, 0, Math.max(HEADER_ROWS, next - 1), last);
      }
      out.finish();
    }
  }
}
