package nl.peil.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The files with inputs and expected numbers, in the folder that {@code -Doracles} names. */
final class Oracles {

  /** System property that names the folder; without it, conformance is not tested. */
  static final String FOLDER = "oracles";

  private Oracles() {}

  /** A file; that it must be there is left to who reads it. */
  static Path path(String file) {
    return Path.of(System.getProperty(FOLDER, ""), file);
  }

  /** All rows of a CSV file with a header, gzipped or not. */
  static List<NamedCsvRecord> rows(String file) {
    try (var raw = Files.newInputStream(path(file));
        var plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var reader = new InputStreamReader(plain, StandardCharsets.UTF_8);
        var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the oracle " + path(file), e);
    }
  }

  /** A column of numbers. */
  static double[] numbers(List<NamedCsvRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> number(row.getField(column))).toArray();
  }

  /**
   * A number; NaN for no value, which is nothing, NA, or Inf for a time of what is out of reach.
   */
  static double number(String text) {
    return text.isEmpty() || text.equals("NA") || text.equals("Inf")
        ? Double.NaN
        : Double.parseDouble(text);
  }
}
