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
 */
public record DetectedFormat(
    FormatKind kind,
    boolean gzip,
    char delimiter,
    boolean decimalComma,
    Map<String, String> columns) {

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
    return text.toString();
  }

  /**
   * The description to read the file with.
   *
   * @param rules which travel times are believed
   * @param zones the zones of rows and columns; needed for square CSV only
   * @param file the file, for messages
   * @throws RejectedFileException with rule {@code no_zone_list} when they are needed and not
   *     there, or {@code unsupported_format} when the kind of file is not read as pairs
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
      case OMX ->
          throw new RejectedFileException(
              "unsupported_format",
              Inspector.TABLE,
              file,
              0,
              "expected a file of pairs or one matrix, came " + kind.title(),
              "say which of its matrices is meant");
    }
    throw new IllegalStateException("no description for " + kind);
  }

  private String column(String name) {
    return columns.getOrDefault(name, "");
  }
}
