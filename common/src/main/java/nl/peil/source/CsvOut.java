package nl.peil.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A table as CSV: commas, quotes where they are needed, decimal points, UTF-8, LF. */
public final class CsvOut implements Closeable {

  /** Up to here a double holds every whole number. */
  private static final double WHOLE = 1L << 53;

  private final Writer writer;
  private final CsvWriter csv;

  /**
   * Begins a table.
   *
   * @param out where it goes; closed with this
   * @param fileName packed with gzip when it ends in .gz
   * @param columns headers
   */
  public CsvOut(OutputStream out, String fileName, List<String> columns) throws IOException {
    var bytes = fileName.endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    this.writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    this.csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(1 << 16).build(writer);
    csv.writeRecord(columns);
  }

  /** Writes a row. */
  public void row(String... fields) {
    csv.writeRecord(fields);
  }

  /** A number as it stands in a field: whole numbers without a point; empty for NaN. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < WHOLE
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  @Override
  public void close() throws IOException {
    csv.flush();
    writer.close();
  }
}
