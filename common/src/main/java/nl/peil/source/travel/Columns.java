package nl.peil.source.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.peil.quality.RejectedFileException;

/**
 * Where the columns stand in a file, from 0.
 *
 * @param count number of columns in the header
 * @param origin column of the origin
 * @param destination column of the destination
 * @param minutes column of the minutes
 * @param km column of the kilometres; -1 when there is none
 */
public record Columns(int count, int origin, int destination, int minutes, int km)
    implements Layout {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;

  /**
   * Finds the columns by their names.
   *
   * @param header scanner that stands at the header
   * @param format the names
   * @param file the file, for messages
   * @throws RejectedFileException when a column is missing or stands there twice
   */
  static Columns locate(RowScanner header, LongCsv format, String file)
      throws RejectedFileException {
    var names = new ArrayList<String>();
    for (int i = 0; i < header.fields(); i++) {
      names.add(header.text(i).strip());
    }
    var missing = new ArrayList<String>();
    var kmHeader = format.km();
    var columns =
        new Columns(
            names.size(),
            find(names, format.origin(), missing),
            find(names, format.destination(), missing),
            find(names, format.minutes(), missing),
            kmHeader == null ? -1 : find(names, kmHeader, missing));
    if (!missing.isEmpty()) {
      var shown = header.raw();
      throw new RejectedFileException(
          "missing_column",
          Inspector.TABLE,
          file,
          header.line(),
          "expected the columns %s, missing %s; the header is '%s'"
              .formatted(
                  wanted(format),
                  missing,
                  shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown),
          advice(shown, format, missing));
    }
    for (var name : wanted(format)) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new RejectedFileException(
            "ambiguous_column",
            Inspector.TABLE,
            file,
            header.line(),
            "expected one column '" + name + "', the header has more: " + names,
            "give the columns different names; which one is meant cannot be told");
      }
    }
    return columns;
  }

  private static List<String> wanted(LongCsv format) {
    var km = format.km();
    return km == null
        ? List.of(format.origin(), format.destination(), format.minutes())
        : List.of(format.origin(), format.destination(), format.minutes(), km);
  }

  private static int find(List<String> names, String name, List<String> missing) {
    int at = names.indexOf(name);
    if (at < 0) {
      missing.add(name);
    }
    return at;
  }

  private static String advice(String header, LongCsv format, List<String> missing) {
    char delimiter = format.delimiter();
    if (header.startsWith("PK")) {
      return "this is a zip or Excel file, not CSV: unpack it or save it as CSV";
    }
    if (header.indexOf('\0') >= 0) {
      return "this looks like UTF-16 or a binary file: deliver it as CSV in UTF-8";
    }
    if (header.indexOf('\r') >= 0) {
      return "the lines end in CR alone: deliver the file with LF or CRLF as line end";
    }
    for (char other : new char[] {';', ',', '\t', '|'}) {
      if (other != delimiter && header.indexOf(other) >= 0 && header.indexOf(delimiter) < 0) {
        return "the header contains '%s' and not the declared delimiter '%s': declare delimiter '%s'"
            .formatted(shown(other), shown(delimiter), shown(other));
      }
    }
    for (var name : missing) {
      if (header.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
        return "names must be equal, capitals included: write '%s' as it stands in the header"
            .formatted(name);
      }
    }
    return "map the names of the header under 'columns' of this source";
  }

  private static String shown(char delimiter) {
    return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
  }
}
