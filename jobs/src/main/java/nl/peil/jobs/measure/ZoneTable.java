package nl.peil.jobs.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvFormat;
import nl.peil.source.CsvRow;
import nl.peil.source.CsvTable;
import org.jspecify.annotations.Nullable;

/** A file with a row per zone: its code, and whatever is known of it. Zones keep their order. */
final class ZoneTable {

  private static final String TABLE = "zones";

  /** What stands for a value that is not there, besides nothing and the marks of CBS. */
  private static final Set<String> MISSING = Set.of("NA", "NaN", "nan", "null", "NULL", "None");

  private final String file;
  private final List<CsvRow> rows;
  private final List<String> codes = new ArrayList<>();

  private ZoneTable(String file, List<CsvRow> rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Reads the file.
   *
   * @param path CSV, plain or gzip
   * @param zone header of the column with the code of the zone
   * @param columns headers of the other columns that are needed
   * @throws RejectedFileException when a column is not there, or a zone is blank or comes twice
   */
  static ZoneTable read(Path path, String zone, Collection<String> columns)
      throws IOException, RejectedFileException {
    var wanted = new LinkedHashMap<String, String>();
    wanted.put(zone, zone);
    columns.forEach(column -> wanted.put(column, column));
    var file = path.toString();
    var table = CsvTable.read(Files.newInputStream(path), file, TABLE, CsvFormat.DETECT, wanted);
    var zones = new ZoneTable(file, table.rows());
    var lineOf = new HashMap<String, Long>();
    for (var row : table.rows()) {
      var code = row.text(zone);
      var earlier = lineOf.put(code, row.line());
      if (code.isEmpty() || earlier != null) {
        throw new RejectedFileException(
            code.isEmpty() ? "incomplete_zone" : "duplicate_zone",
            TABLE,
            file,
            row.line(),
            code.isEmpty()
                ? "expected a zone in column '" + zone + "', it is blank"
                : "expected every zone once, '" + code + "' stands on line " + earlier + " too",
            "correct the file, or name another column with --zone");
      }
      zones.codes.add(code);
    }
    if (zones.codes.isEmpty()) {
      throw new RejectedFileException(
          "empty_file", TABLE, file, 1, "expected a row per zone, there is none", "ask for it");
    }
    return zones;
  }

  /** Number of zones. */
  int size() {
    return codes.size();
  }

  /** Codes in the order of the file. */
  List<String> codes() {
    return List.copyOf(codes);
  }

  /** The place of every zone, from 0, by its code. */
  Map<String, Integer> places() {
    var places = new LinkedHashMap<String, Integer>();
    codes.forEach(code -> places.put(code, places.size()));
    return places;
  }

  /**
   * Numbers of 0 or more.
   *
   * @param column a header that the file was read for
   * @return per zone; NaN where there is none
   * @throws RejectedFileException when a text is no number of 0 or more
   */
  double[] numbers(String column) throws RejectedFileException {
    var numbers = new double[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(rows.get(i), column);
    }
    return numbers;
  }

  private double number(CsvRow row, String column) throws RejectedFileException {
    if (missing(row, column)) {
      return Double.NaN;
    }
    Double number;
    try {
      number = row.number(column);
    } catch (IllegalArgumentException e) {
      number = null;
    }
    if (number == null || !(number >= 0) || number.isInfinite()) {
      throw new RejectedFileException(
          "bad_number",
          TABLE,
          file,
          row.line(),
          "expected a number of 0 or more in column '"
              + column
              + "', got '"
              + row.text(column)
              + "'",
          "correct it, or leave it blank when it is not known");
    }
    return number;
  }

  /** Texts per zone; null where there is none. */
  List<@Nullable String> texts(String column) {
    var texts = new ArrayList<@Nullable String>();
    rows.forEach(row -> texts.add(missing(row, column) ? null : row.text(column)));
    return texts;
  }

  private static boolean missing(CsvRow row, String column) {
    var text = row.text(column);
    return text.isEmpty() || MISSING.contains(text) || row.suppressed(column);
  }
}
