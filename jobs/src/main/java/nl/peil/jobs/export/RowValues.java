package nl.peil.jobs.export;

import java.io.IOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.peil.source.write.Field;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** From rows of Spark to values of fields. */
final class RowValues {

  private RowValues() {}

  /**
   * Rows that come from Spark part by part: no more than one part is in memory.
   *
   * @param rows the columns of the fields, in their order
   */
  static Exported.Rows of(Dataset<Row> rows, List<Field> fields) {
    return taker -> {
      for (var all = rows.toLocalIterator(); all.hasNext(); ) {
        var row = all.next();
        var values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(row.get(i), fields.get(i).kind());
        }
        taker.row(values);
      }
    };
  }

  /** A value as a field wants it; null when it is missing or no number. */
  static @Nullable Object value(@Nullable Object value, Field.Kind kind) throws IOException {
    if (value == null) {
      return null;
    }
    return switch (kind) {
      case TEXT -> value.toString();
      case WHOLE -> ((Number) value).longValue();
      case NUMBER -> number((Number) value);
      case FLAG -> value;
      case DATE -> value instanceof LocalDate date ? date : ((Date) value).toLocalDate();
      case MOMENT -> value instanceof Instant moment ? moment : ((Timestamp) value).toInstant();
      case SHAPE -> shape((byte[]) value);
    };
  }

  private static @Nullable Double number(Number value) {
    // 12.3 as float is 12.300000190734863 as double: keep the decimals that were meant
    double number =
        value instanceof Float single
            ? Double.parseDouble(Float.toString(single))
            : value.doubleValue();
    return Double.isFinite(number) ? number : null;
  }

  private static Geometry shape(byte[] wkb) throws IOException {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IOException("a geometry in the tables cannot be read: " + e.getMessage(), e);
    }
  }
}
