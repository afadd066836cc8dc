package nl.peil.run;

import java.util.Arrays;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** A column of a table while rows come in, in order. */
abstract class ColumnOfRows {
  private static final int FIRST = 256;

  final TableSpec table;
  final int place;

  ColumnOfRows(TableSpec table, int place) {
    this.table = table;
    this.place = place;
  }

  static ColumnOfRows of(TableSpec table, int place) {
    var type = table.columns().get(place).type();
    if (type.equals(DataTypes.StringType)) {
      return new Texts(table, place);
    }
    if (type.equals(DataTypes.DoubleType)) {
      return new Numbers(table, place);
    }
    return type.equals(DataTypes.BooleanType)
        ? new Truths(table, place)
        : new WholeNumbers(table, place);
  }

  String name() {
    return table.columns().get(place).name();
  }

  /** Adds a value; rows come in order. */
  abstract void add(InternalRow row, int at);

  /** The first values, as a block wants them. */
  abstract Object first(int size);

  private static final class Texts extends ColumnOfRows {
    private @Nullable String[] values = new String[FIRST];
    private @Nullable UTF8String last;
    private @Nullable String lastText;

    Texts(TableSpec table, int place) {
      super(table, place);
    }

    @Override
    void add(InternalRow row, int at) {
      values = at < values.length ? values : Arrays.copyOf(values, 2 * at);
      var text = row.isNullAt(place) ? null : row.getUTF8String(place);
      // Texts repeat: one object for many rows
      if (text != null && !text.equals(last)) {
        last = text.copy();
        lastText = text.toString();
      }
      values[at] = text == null ? null : lastText;
    }

    @Override
    Object first(int size) {
      return Arrays.copyOf(values, size);
    }
  }

  private static final class Numbers extends ColumnOfRows {
    private double[] values = new double[FIRST];

    Numbers(TableSpec table, int place) {
      super(table, place);
    }

    @Override
    void add(InternalRow row, int at) {
      values = at < values.length ? values : Arrays.copyOf(values, 2 * at);
      double value = row.isNullAt(place) ? Double.NaN : row.getDouble(place);
      if (Double.isNaN(value) && !row.isNullAt(place)) {
        throw new IllegalStateException(
            "%s: expected a number or null in %s, got NaN".formatted(table, name()));
      }
      values[at] = value;
    }

    @Override
    Object first(int size) {
      return Arrays.copyOf(values, size);
    }
  }

  private static final class Truths extends ColumnOfRows {
    private @Nullable Boolean[] values = new Boolean[FIRST];

    Truths(TableSpec table, int place) {
      super(table, place);
    }

    @Override
    void add(InternalRow row, int at) {
      values = at < values.length ? values : Arrays.copyOf(values, 2 * at);
      values[at] = row.isNullAt(place) ? null : (Boolean) row.getBoolean(place);
    }

    @Override
    Object first(int size) {
      return Arrays.copyOf(values, size);
    }
  }

  private static final class WholeNumbers extends ColumnOfRows {
    private final boolean isLong;
    private long[] values = new long[FIRST];

    WholeNumbers(TableSpec table, int place) {
      super(table, place);
      this.isLong = table.columns().get(place).type().equals(DataTypes.LongType);
    }

    @Override
    void add(InternalRow row, int at) {
      values = at < values.length ? values : Arrays.copyOf(values, 2 * at);
      if (row.isNullAt(place)) {
        throw new IllegalStateException(
            "%s: expected %s with a value, got null".formatted(table, name()));
      }
      values[at] = isLong ? row.getLong(place) : row.getInt(place);
    }

    @Override
    Object first(int size) {
      return isLong
          ? Arrays.copyOf(values, size)
          : Arrays.stream(values).limit(size).mapToInt(Math::toIntExact).toArray();
    }
  }
}
