package nl.peil.table;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What the condition of a column says of numbers, for rows that do not pass through Spark.
 *
 * @param least smallest that is allowed
 * @param most largest that is allowed
 * @param leastToo whether the smallest is allowed itself
 */
record ValueRange(double least, double most, boolean leastToo) {

  private static final String NUMBER = "(-?[0-9.]+(?:[eE]-?[0-9]+)?)";

  private static final Pattern FROM = Pattern.compile("\\w+ (>=|>) " + NUMBER);

  private static final Pattern BETWEEN =
      Pattern.compile("\\w+ BETWEEN " + NUMBER + " AND " + NUMBER);

  /** True when the condition of a column is a range of numbers. */
  static boolean isOf(Column column) {
    var check = column.check();
    return check != null && (FROM.matcher(check).matches() || BETWEEN.matcher(check).matches());
  }

  /**
   * Of a column.
   *
   * @throws IllegalArgumentException when its condition is no range
   */
  static ValueRange of(Column column) {
    var check = column.check();
    if (check == null) {
      return new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);
    }
    var from = FROM.matcher(check);
    if (from.matches()) {
      return new ValueRange(
          Double.parseDouble(from.group(2)), Double.POSITIVE_INFINITY, from.group(1).equals(">="));
    }
    var between = BETWEEN.matcher(check);
    if (between.matches()) {
      return new ValueRange(
          Double.parseDouble(between.group(1)), Double.parseDouble(between.group(2)), true);
    }
    throw new IllegalArgumentException(
        "column %s: expected a condition like 'x >= 0' or 'x BETWEEN 0 AND 1', got '%s'"
            .formatted(column.name(), check));
  }

  /** The first number that is not allowed. */
  OptionalInt firstOutside(double[] numbers, boolean nullable) {
    for (int i = 0; i < numbers.length; i++) {
      double number = numbers[i];
      boolean allowed =
          Double.isNaN(number)
              ? nullable
              : number <= most && (leastToo ? number >= least : number > least);
      if (!allowed) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
