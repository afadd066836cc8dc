package nl.peil.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.peil.quality.RejectedFileException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A table in a sheet of a workbook (.xlsx, .xlsm), row by row the same as a {@link CsvTable}. A
 * number has the text of its value, whatever its format shows (12 % is 0.12), a date is written as
 * 2040-01-31, a formula has the value that was stored with it, and an error has its name (#N/A).
 *
 * @param rows rows below the header with anything in them
 * @param sheet name of the sheet
 */
public record ExcelTable(List<CsvRow> rows, String sheet) implements RowTable {

  /** Letters of a date in a number format, when texts, colours and escapes are taken out. */
  private static final Pattern DATE = Pattern.compile("[ymdYMD]");

  private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|General");

  /** What is read and for whom, for messages. */
  private record Place(String file, String table) {

    private RejectedFileException rejected(String rule, long line, String message, String advice) {
      return new RejectedFileException(rule, table, file, line, message, advice);
    }
  }

  /**
   * Reads a table whole.
   *
   * @param in bytes of the workbook; closed afterwards
   * @param file name for messages, relative to the delivery
   * @param table table that the rows are meant for, for messages
   * @param format where in the workbook it stands
   * @param decimalComma numbers in cells of text are written as {@code 12,3}
   * @param columns for each column wanted: the name for the caller, and its header in the sheet;
   *     all must be there
   * @throws RejectedFileException when the file is no workbook, or lacks the sheet or a column
   */
  public static ExcelTable read(
      InputStream in,
      String file,
      String table,
      ExcelFormat format,
      boolean decimalComma,
      Map<String, String> columns)
      throws IOException, RejectedFileException {
    return read(in, file, table, format, decimalComma, columns, Set.of());
  }

  /**
   * Reads a sheet whole, of which some columns may be absent.
   *
   * @param optional names for the caller of the columns that need not be there
   */
  public static ExcelTable read(
      InputStream in,
      String file,
      String table,
      ExcelFormat format,
      boolean decimalComma,
      Map<String, String> columns,
      Set<String> optional)
      throws IOException, RejectedFileException {
    var place = new Place(file, table);
    byte[] bytes;
    try (in) {
      bytes = in.readAllBytes();
    }
    // The library throws when there are fewer bytes than a header has
    boolean begins = bytes.length >= 8;
    if (begins && ReadableWorkbook.isOLE2Header(bytes)) {
      throw place.rejected(
          "no_workbook",
          0,
          "expected a workbook as .xlsx; this is one of before 2007 (.xls), or it has a password",
          "save it as .xlsx without a password");
    }
    if (!begins || !ReadableWorkbook.isOOXMLZipHeader(bytes)) {
      throw place.rejected(
          "no_workbook",
          0,
          "expected a workbook (.xlsx); the file does not begin as one",
          "save it as .xlsx, or give it the name of what it is");
    }
    try (var workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
      var sheet = sheet(workbook, format, place);
      try (var rows = sheet.openStream()) {
        return new ExcelTable(
            parse(rows::iterator, sheet, format, decimalComma, columns, optional, place),
            sheet.getName());
      }
    } catch (IOException | ExcelReaderException e) {
      throw place.rejected(
          "broken_workbook",
          0,
          "expected a whole workbook: " + e.getMessage(),
          "transfer the file again, or open it in Excel and save it");
    }
  }

  private static Sheet sheet(ReadableWorkbook workbook, ExcelFormat format, Place place)
      throws RejectedFileException {
    var sheets = workbook.getSheets().toList();
    var wanted = format.sheet();
    if (wanted == null && !sheets.isEmpty()) {
      return sheets.get(0);
    }
    for (var sheet : sheets) {
      if (sheet.getName().strip().equals(wanted)) {
        return sheet;
      }
    }
    if (wanted != null && wanted.matches("[1-9]\\d{0,3}")) {
      int number = Integer.parseInt(wanted);
      if (number <= sheets.size()) {
        return sheets.get(number - 1);
      }
    }
    throw place.rejected(
        "missing_sheet",
        0,
        "expected the sheet '"
            + wanted
            + "'; the workbook has "
            + sheets.stream().map(sheet -> "'" + sheet.getName() + "'").toList(),
        "name one of these, or its number from 1, as 'sheet' of this source");
  }

  private static List<CsvRow> parse(
      Iterable<Row> sheetRows,
      Sheet sheet,
      ExcelFormat format,
      boolean decimalComma,
      Map<String, String> columns,
      Set<String> optional,
      Place place)
      throws RejectedFileException {
    var rows = new ArrayList<CsvRow>();
    var headerRow = format.headerRow();
    Map<String, Integer> positions = null;
    for (var row : sheetRows) {
      var texts = texts(row, decimalComma);
      boolean blank = texts.stream().allMatch(String::isBlank);
      if (blank || (headerRow != null && row.getRowNum() < headerRow)) {
        continue;
      }
      if (positions == null) {
        if (headerRow != null && row.getRowNum() > headerRow) {
          break;
        }
        positions =
            new HeaderRow(texts, row.getRowNum(), raw(row, texts))
                .positions(
                    place.file(),
                    place.table(),
                    columns,
                    optional,
                    "map the headers under 'columns' of this source; 'header_row' and 'sheet' say"
                        + " where they stand, here row "
                        + row.getRowNum()
                        + " of '"
                        + sheet.getName()
                        + "'");
      } else {
        rows.add(row(row, texts, positions, decimalComma));
      }
    }
    if (positions == null) {
      throw place.rejected(
          "empty_file",
          headerRow == null ? 0 : headerRow,
          "expected headers and rows, the sheet '"
              + sheet.getName()
              + (headerRow == null ? "' is empty" : "' has nothing in row " + headerRow),
          "name another sheet or 'header_row', or ask for the file again");
    }
    return rows;
  }

  private static CsvRow row(
      Row row, List<String> texts, Map<String, Integer> positions, boolean decimalComma) {
    var fields = new HashMap<String, String>();
    positions.forEach(
        (name, at) -> {
          if (at < texts.size()) {
            fields.put(name, texts.get(at));
          }
        });
    return new CsvRow(row.getRowNum(), fields, raw(row, texts), decimalComma);
  }

  /** The cells with anything in them, each with its address: A5=1001 | C5=#N/A. */
  private static String raw(Row row, List<String> texts) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      var cell = row.getCell(i);
      if (cell != null && !texts.get(i).isEmpty()) {
        cells.add(cell.getAddress() + "=" + texts.get(i));
      }
    }
    return String.join(" | ", cells);
  }

  private static List<String> texts(Row row, boolean decimalComma) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < row.getCellCount(); i++) {
      var cell = row.getCell(i);
      texts.add(cell == null ? "" : text(cell, decimalComma));
    }
    return texts;
  }

  private static String text(Cell cell, boolean decimalComma) {
    var value = cell.getValue();
    if (value instanceof BigDecimal number) {
      if (isDate(cell)) {
        var date = cell.asDate();
        return date.toLocalTime().toSecondOfDay() == 0
            ? date.toLocalDate().toString()
            : date.toString();
      }
      var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      return decimalComma ? plain.replace('.', ',') : plain;
    }
    if (value != null) {
      return value.toString();
    }
    // What Excel never computed has no value: shown as it stands, so that nobody takes it for blank
    return switch (cell.getType()) {
      case FORMULA -> "=" + cell.getFormula();
      case EMPTY -> "";
      default -> cell.getRawValue() == null ? "" : cell.getRawValue();
    };
  }

  private static boolean isDate(Cell cell) {
    var format = cell.getDataFormatString();
    return cell.getType() == CellType.NUMBER
        && format != null
        && DATE.matcher(NO_FORMAT.matcher(format).replaceAll("")).find();
  }
}
