package nl.peil.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import nl.peil.quality.RejectedFileException;

/**
 * A CSV table small enough to hold in memory: zones, grids, points, lists; not travel times.
 * Detects what the format leaves open, takes off a byte order mark, reads gzip by its first bytes,
 * and knows the line of every row.
 *
 * @param rows rows in the order of the file
 * @param encoding character set that was declared or detected
 * @param delimiter delimiter that was declared or detected
 * @param byteOrderMark the file began with a UTF-8 byte order mark
 */
public record CsvTable(List<CsvRow> rows, Charset encoding, char delimiter, boolean byteOrderMark)
    implements RowTable {

  private static final Pattern LONE_RETURN = Pattern.compile("\r(?!\n)");
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /**
   * Reads a table whole.
   *
   * @param in bytes of the file, plain or gzip; closed afterwards
   * @param file name for messages, relative to the delivery
   * @param table table that the rows are meant for, for messages
   * @param format how the file is written
   * @param columns for each column wanted: the name for the caller, and its header in the file; all
   *     must be there
   * @throws RejectedFileException when the file is empty, cut off, not in the declared encoding, or
   *     lacks a column
   */
  public static CsvTable read(
      InputStream in, String file, String table, CsvFormat format, Map<String, String> columns)
      throws IOException, RejectedFileException {
    return read(in, file, table, format, columns, Set.of());
  }

  /**
   * Reads a table whole, of which some columns may be absent.
   *
   * @param optional names for the caller of the columns that need not be there
   * @see #read(InputStream, String, String, CsvFormat, Map)
   */
  public static CsvTable read(
      InputStream in,
      String file,
      String table,
      CsvFormat format,
      Map<String, String> columns,
      Set<String> optional)
      throws IOException, RejectedFileException {
    byte[] bytes = bytes(in, file, table);
    boolean bom =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    var content = ByteBuffer.wrap(bytes, bom ? 3 : 0, bytes.length - (bom ? 3 : 0));
    if (!content.hasRemaining()) {
      throw empty(file, table);
    }
    var declared = format.encoding();
    var encoding = declared != null ? declared : detect(content);
    // A lone carriage return is an old way to end a line, and FastCSV 4.1 loses a row with one
    // before a closing quote
    var text = LONE_RETURN.matcher(decode(content, encoding, file, table)).replaceAll("\n");
    var declaredDelimiter = format.delimiter();
    char delimiter = declaredDelimiter != null ? declaredDelimiter : detectDelimiter(text);
    long open = openQuote(text, delimiter);
    if (open > 0) {
      throw new RejectedFileException(
          "open_quote",
          table,
          file,
          open,
          "expected a closing quote for the one that opens in this line; without it the rest of the"
              + " file is one field",
          "close or remove the quote, or check the delimiter");
    }
    return new CsvTable(
        parse(text, delimiter, file, table, format.decimalComma(), columns, optional),
        encoding,
        delimiter,
        bom);
  }

  private static RejectedFileException empty(String file, String table) {
    return new RejectedFileException(
        "empty_file",
        table,
        file,
        0,
        "expected a header and rows, the file is empty",
        "ask for the file again");
  }

  /** The line of a quote that is never closed; 0 when all are. */
  private static long openQuote(String text, char delimiter) {
    long line = 1;
    long opened = 0;
    boolean fieldStarts = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      }
      if (opened > 0) {
        opened = c == '"' ? 0 : opened;
        // A doubled quote closes and opens again at once
        fieldStarts = c == '"';
      } else if (c == '"' && fieldStarts) {
        opened = line;
      } else {
        fieldStarts = c == delimiter || c == '\n';
      }
    }
    return opened;
  }

  private static List<CsvRow> parse(
      String text,
      char delimiter,
      String file,
      String table,
      boolean decimalComma,
      Map<String, String> columns,
      Set<String> optional)
      throws IOException, RejectedFileException {
    var rows = new ArrayList<CsvRow>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(text)) {
      Map<String, Integer> positions = null;
      for (var record : reader) {
        if (positions == null) {
          positions = positions(record, file, table, delimiter, columns, optional);
        } else {
          rows.add(row(record, positions, delimiter, decimalComma));
        }
      }
      if (positions == null) {
        throw empty(file, table);
      }
    }
    return rows;
  }

  private static Map<String, Integer> positions(
      CsvRecord header,
      String file,
      String table,
      char delimiter,
      Map<String, String> columns,
      Set<String> optional)
      throws RejectedFileException {
    var fields = header.getFields();
    return new HeaderRow(
            fields, header.getStartingLineNumber(), String.join(String.valueOf(delimiter), fields))
        .positions(
            file,
            table,
            columns,
            optional,
            fields.size() == 1
                ? "check the delimiter: '" + delimiter + "' does not occur in the header"
                : "map the header names under 'columns' of this source");
  }

  private static CsvRow row(
      CsvRecord record, Map<String, Integer> positions, char delimiter, boolean decimalComma) {
    var fields = new HashMap<String, String>();
    positions.forEach(
        (name, at) -> {
          if (at < record.getFieldCount()) {
            fields.put(name, record.getField(at));
          }
        });
    return new CsvRow(
        record.getStartingLineNumber(),
        fields,
        String.join(String.valueOf(delimiter), record.getFields()),
        decimalComma);
  }

  private static byte[] bytes(InputStream in, String file, String table)
      throws IOException, RejectedFileException {
    try (in) {
      byte[] raw = in.readAllBytes();
      if (raw.length > 1 && raw[0] == (byte) 0x1F && raw[1] == (byte) 0x8B) {
        try (var gzip = new GZIPInputStream(new java.io.ByteArrayInputStream(raw))) {
          return gzip.readAllBytes();
        } catch (IOException e) {
          throw new RejectedFileException(
              "broken_gzip",
              table,
              file,
              0,
              "expected a whole gzip file: " + e.getMessage(),
              "transfer the file again");
        }
      }
      return raw;
    }
  }

  private static Charset detect(ByteBuffer content) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(content.duplicate());
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return Charset.forName("windows-1252");
    }
  }

  private static String decode(ByteBuffer content, Charset encoding, String file, String table)
      throws RejectedFileException {
    try {
      return encoding
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(content.duplicate())
          .toString();
    } catch (CharacterCodingException e) {
      throw new RejectedFileException(
          "wrong_encoding",
          table,
          file,
          0,
          "expected " + encoding + ", the bytes are not valid in it",
          "leave out 'encoding' to have it detected, or name the right one");
    }
  }

  private static char detectDelimiter(String text) {
    var first = text.stripLeading();
    int end = first.indexOf('\n');
    var header = (end < 0 ? first : first.substring(0, end)).replaceAll("\"[^\"]*\"", "");
    char best = ',';
    long most = 0;
    for (char candidate : DELIMITERS) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
