package nl.peil.table;

import java.io.Serializable;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, as the data dictionary and the Delta schema show it.
 *
 * @param name snake_case, stable
 * @param type Spark type
 * @param nullable whether a value may be missing
 * @param comment meaning, unit and range
 * @param check SQL condition that every row keeps; null when there is none
 */
public record Column(
    String name, DataType type, boolean nullable, String comment, @Nullable String check)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A column that is always filled. */
  public static Column of(String name, DataType type, String comment) {
    return new Column(name, type, false, comment, null);
  }

  /** The same column, where a value may be missing. */
  public Column orNull() {
    return new Column(name, type, true, comment, check);
  }

  /** The same column with a condition that the Delta table enforces. */
  public Column where(String condition) {
    return new Column(name, type, nullable, comment, condition);
  }

  /** A value of this column of slices, which are texts and whole numbers. */
  public Object value(String text) {
    return type.equals(DataTypes.IntegerType) ? Integer.valueOf(text) : text;
  }

  /** A value of this column as a SQL literal. */
  String literal(String value) {
    return type.equals(DataTypes.StringType) ? quoted(value) : value;
  }

  /** A text as a SQL literal. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  StructField field() {
    // Delta files keep no NOT NULL of their own here: every engine can read a nullable column, and
    // the checks guard the rest
    return new StructField(name, type, true, Metadata.empty()).withComment(comment);
  }
}
