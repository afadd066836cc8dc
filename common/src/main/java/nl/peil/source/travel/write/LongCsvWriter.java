package nl.peil.source.travel.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Writes long CSV: header {@code origin,destination,minutes} and, when asked, {@code km}; UTF-8,
 * comma, decimal point, LF. Pairs may come in any order.
 */
public final class LongCsvWriter implements PairWriter {

  private static final int BUFFER = 1 << 16;

  private final Writer out;
  private final boolean withKm;

  /**
   * Starts a file.
   *
   * @param out where the bytes go; closed with this writer
   * @param fileName name of the file: one that ends in {@code .gz} is packed
   * @param withKm write the distance, too
   */
  public LongCsvWriter(OutputStream out, String fileName, boolean withKm) throws IOException {
    this.out = text(out, fileName);
    this.withKm = withKm;
    this.out.write(withKm ? "origin,destination,minutes,km\n" : "origin,destination,minutes\n");
  }

  static Writer text(OutputStream out, String fileName) throws IOException {
    var bytes = fileName.endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : out;
    return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER);
  }

  @Override
  public void write(String origin, String destination, float minutes, float km) throws IOException {
    out.write(field(origin));
    out.write(',');
    out.write(field(destination));
    out.write(',');
    out.write(NumberText.of(NumberText.checked(minutes, "minutes")));
    if (withKm) {
      out.write(',');
      if (!Float.isNaN(km)) {
        out.write(NumberText.of(NumberText.checked(km, "km")));
      }
    }
    out.write('\n');
  }

  /** A code as a field: quoted when it must be. */
  static String field(String code) {
    if (code.indexOf('\n') >= 0 || code.indexOf('"') >= 0) {
      throw new IllegalArgumentException(
          "zone code '" + code + "' has a line end or a quote and cannot be written as CSV");
    }
    return code.indexOf(',') >= 0 || !code.equals(code.strip()) ? '"' + code + '"' : code;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
