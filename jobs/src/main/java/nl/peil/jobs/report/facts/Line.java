package nl.peil.jobs.report.facts;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table, by column.
 *
 * @param row the values
 * @param columns the names of the values, in order
 */
record Line(Row row, List<String> columns) {

  private @Nullable Object value(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException("column " + column + " was not asked for: " + columns);
    }
    return row.isNullAt(place) ? null : row.get(place);
  }

  /** A text; empty for null. */
  String text(String column) {
    var value = value(column);
    return value == null ? "" : value.toString();
  }

  /** A text that may be null. */
  @Nullable String optionalText(String column) {
    var value = value(column);
    return value == null ? null : value.toString();
  }

  /** A number that may be null. */
  @Nullable Double optional(String column) {
    var value = value(column);
    return value == null ? null : ((Number) value).doubleValue();
  }

  /** A number that is always there. */
  double number(String column) {
    var value = optional(column);
    if (value == null) {
      throw new IllegalStateException("expected a number in " + column + ", got null");
    }
    return value;
  }

  /** A number; NaN for null, for arrays that are read often. */
  double numberOrNan(String column) {
    var value = optional(column);
    return value == null ? Double.NaN : value;
  }

  /** A whole number that is always there. */
  int whole(String column) {
    return (int) number(column);
  }

  /** A truth value that may be null. */
  @Nullable Boolean optionalFlag(String column) {
    return (Boolean) value(column);
  }

  /** A date that may be null. */
  @Nullable LocalDate date(String column) {
    var value = value(column);
    return value == null ? null : LocalDate.parse(value.toString().substring(0, 10));
  }

  /** Bytes that may be null. */
  byte @Nullable [] bytes(String column) {
    return (byte[]) value(column);
  }
}
