package nl.peil.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.quality.RejectedFileException;

/**
 * The row with the headers of a table.
 *
 * @param fields the headers, in order
 * @param line number of the row, from 1
 * @param raw the row as it stood, for messages
 */
record HeaderRow(List<String> fields, long line, String raw) {

  /**
   * Finds columns by their headers; of equal headers the first one counts, and blanks and line
   * breaks in them count as one blank.
   *
   * @param columns for each column wanted: the name for the caller, and its header in the file
   * @param optional names for the caller of the columns that need not be there
   * @param advice what to do when a column is missing
   * @return position from 0 by the name for the caller
   * @throws RejectedFileException when a column is missing
   */
  Map<String, Integer> positions(
      String file, String table, Map<String, String> columns, Set<String> optional, String advice)
      throws RejectedFileException {
    var byHeader = new HashMap<String, Integer>();
    for (int i = 0; i < fields.size(); i++) {
      byHeader.putIfAbsent(plain(fields.get(i)), i);
    }
    var positions = new LinkedHashMap<String, Integer>();
    var missing = new ArrayList<String>();
    columns.forEach(
        (name, header) -> {
          var at = byHeader.get(plain(header));
          if (at != null) {
            positions.put(name, at);
          } else if (!optional.contains(name)) {
            missing.add(header);
          }
        });
    if (!missing.isEmpty()) {
      throw new RejectedFileException(
          "missing_column",
          table,
          file,
          line,
          "expected the columns "
              + columns.values()
              + ", missing "
              + missing
              + "; the header is '"
              + raw
              + "'",
          advice);
    }
    return positions;
  }

  private static String plain(String header) {
    return header.strip().replaceAll("\\s+", " ");
  }
}
