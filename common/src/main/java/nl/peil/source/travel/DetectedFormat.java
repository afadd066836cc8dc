package nl.peil.source.travel;

import java.util.Map;
import nl.peil.quality.RejectedFileException;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written, as declared and, for the rest, as its first bytes and lines show.
 *
 * @param kind kind of file
 * @param gzip the file is packed
 * @param delimiter character between fields; a comma when there are none
 * @param decimalComma numbers are written as {@code 12,3}
 * @param columns header by what it holds: {@code origin}, {@code destination}, {@code minutes} and
 *     optionally {@code km}; empty for a matrix, and for Parquet of which only the first bytes were
 *     seen
 * @param omx what of an OMX file is used; null for other files, and when only the first bytes were
 *     seen
 */
public record DetectedFormat(
    FormatKind kind,
    boolean gzip,
    char delimiter,
    boolean decimalComma,
    Map<String, String> columns,
    @Nullable OmxContents omx) {

  /** Of a file that is no OMX. */
  DetectedFormat(
      FormatKind kind,
      boolean gzip,
      char delimiter,
      boolean decimalComma,
      Map<String, String> columns) {
    this(kind, gzip, delimiter, decimalComma, columns, null);
  }

  /** The file does not say which zones its rows and columns are. */
  public boolean needsZones() {
    return kind == FormatKind.SQUARE_CSV || (omx != null && omx.mappings().isEmpty());
  }

  /** One line for a person: what the file was taken for. */
  public String sentence() {
    var text = new StringBuilder(kind.title());
    if (gzip) {
      text.append(", gzip");
    }
    if (kind == FormatKind.LONG_CSV || kind == FormatKind.SQUARE_CSV) {
      text.append(", delimiter ")
          .append(delimiter == '\t' ? "tab" : "'" + delimiter + "'")
          .append(decimalComma ? ", decimal comma" : ", decimal point");
    }
    for (var name : ColumnNames.ALL) {
      if (columns.containsKey(name)) {
        text.append(", ").append(name).append('=').append(columns.get(name));
      }
    }
    return omx == null ? text.toString() : text + omx.sentence();
  }

  /**
   * The description to read the file with.
   *
   * @param rules which travel times are believed
   * @param zones the zones of rows and columns: needed for square CSV and for OMX without a
   *     mapping, and used instead of the mapping of another OMX file
   * @param file the file, for messages
   * @throws RejectedFileException with rule {@code no_zone_list} when they are needed and not
   *     there, or {@code zones_twice} when zones and a mapping are declared
   */
  public TravelFormat format(TimeRules rules, @Nullable ZoneOrder zones, String file)
      throws RejectedFileException {
    switch (kind) {
      case LONG_CSV -> {
        return new LongCsv(
            delimiter,
            decimalComma,
            column("origin"),
            column("destination"),
            column("minutes"),
            columns.get("km"),
            rules.unreachable(),
            rules.blankIsUnreachable(),
            rules.maxMinutes());
      }
      case SQUARE_CSV -> {
        if (zones == null) {
          throw new RejectedFileException(
              "no_zone_list",
              Inspector.TABLE,
              file,
              0,
              "expected a zone list for a square matrix, there is none",
              "say which zones its rows and columns are, in their order");
        }
        return new SquareCsv(delimiter, decimalComma, zones, rules);
      }
      case PARQUET -> {
        return new ParquetPairs(
            column("origin"), column("destination"), column("minutes"), columns.get("km"), rules);
      }
      case OMX -> {
        if (omx == null) {
          throw new IllegalStateException("only the first bytes of " + file + " were looked at");
        }
        if (zones != null && omx.mapping() != null) {
          throw new RejectedFileException(
              "zones_twice",
              Inspector.TABLE,
              file,
              0,
              "expected the zones of the rows once, came mapping '%s' and the zones of %s"
                  .formatted(omx.mapping(), zones.source()),
              "take one of the two out");
        }
        return new OmxMatrix(omx.matrix(), omx.mapping(), zones, rules);
      }
    }
    throw new IllegalStateException("no description for " + kind);
  }

  private String column(String name) {
    return columns.getOrDefault(name, "");
  }
}
