package nl.peil.table;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the condition of a column says of texts, for rows that do not pass through Spark.
 *
 * @param allowed the texts that may stand there
 */
record ValueList(Set<String> allowed) {

  private static final String QUOTED = "'((?:[^'\\\\]|\\\\.)*)'";

  private static final Pattern TEXT = Pattern.compile(QUOTED);

  private static final Pattern LIST =
      Pattern.compile("\\w+ IN \\(" + QUOTED + "(?:, ?" + QUOTED + ")*\\)");

  /** True when the condition of a column is a list of texts. */
  static boolean isOf(Column column) {
    var check = column.check();
    return check != null && LIST.matcher(check).matches();
  }

  /**
   * Of a column.
   *
   * @throws IllegalArgumentException when its condition is no list
   */
  static ValueList of(Column column) {
    var check = column.check();
    if (check == null || !isOf(column)) {
      throw new IllegalArgumentException(
          "column %s: expected a condition like x IN ('a', 'b'), got '%s'"
              .formatted(column.name(), check));
    }
    return new ValueList(
        TEXT.matcher(check)
            .results()
            .map(found -> found.group(1).replaceAll("\\\\(.)", "$1"))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
