package nl.peil.table;

import java.io.Serializable;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Parquet file that was written for a table and is not part of it yet.
 *
 * @param slice the slice whose rows it holds, all of its partition columns included
 * @param path full address, below the folder of the table
 * @param rows rows in it
 * @param bytes its size
 * @param least smallest value by column, of the columns with statistics: a number or a text
 * @param most largest value by column
 */
public record DataFile(
    Slice slice,
    String path,
    long rows,
    long bytes,
    Map<String, ? extends Object> least,
    Map<String, ? extends Object> most)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What Delta keeps of a file to skip it: columns without nulls. */
  String statistics() {
    return "{\"numRecords\":%d,\"minValues\":%s,\"maxValues\":%s,\"nullCount\":%s}"
        .formatted(
            rows,
            json(least),
            json(most),
            json(least.keySet().stream().collect(Collectors.toMap(name -> name, name -> 0))));
  }

  private static String json(Map<String, ? extends Object> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> "\"" + entry.getKey() + "\":" + json(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Object value) {
    if (!(value instanceof String text)) {
      return String.valueOf(value);
    }
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
