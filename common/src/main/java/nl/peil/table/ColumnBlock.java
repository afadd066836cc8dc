package nl.peil.table;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one slice, by column: how a derived table with very many rows is handed over, without an
 * object for each.
 *
 * @param slice the slice of a table whose slices are its partitions
 * @param rows rows, 1 or more
 * @param columns by name, the columns but for those of the slice: {@code String[]}, null where
 *     there is no value, {@code Boolean[]} alike, {@code double[]}, NaN there, or {@code int[]} or
 *     {@code long[]}
 */
public record ColumnBlock(Slice slice, int rows, Map<String, Object> columns) {

  /**
   * The columns in the order of the table, checked: that there are as many, filled where they must
   * be, and what the table demands of their values.
   *
   * @throws IllegalStateException when a value is not as the table demands
   */
  public Map<String, Object> checked(TableSpec table) {
    var ordered = new LinkedHashMap<String, Object>();
    for (var column : table.columns()) {
      if (!table.partitionBy().contains(column.name())) {
        var values = columns.get(column.name());
        if (values == null || Array.getLength(values) != rows) {
          throw new IllegalStateException(
              "%s, %s: expected %d values of %s".formatted(table, slice.id(), rows, column.name()));
        }
        var bad = firstBad(column, values);
        if (bad.isPresent()) {
          throw new IllegalStateException(
              "%s, %s: expected %s %s, got %s in row %d"
                  .formatted(
                      table,
                      slice.id(),
                      column.name(),
                      column.check() == null ? "with a value" : "with " + column.check(),
                      Array.get(values, bad.getAsInt()),
                      bad.getAsInt()));
        }
        ordered.put(column.name(), values);
      }
    }
    return ordered;
  }

  private static OptionalInt firstBad(Column column, Object values) {
    if (values instanceof double[] numbers) {
      return ValueRange.of(column).firstOutside(numbers, column.nullable());
    }
    if (values instanceof Object[] texts) {
      int missing = column.nullable() ? -1 : Arrays.asList(texts).indexOf(null);
      return missing < 0 ? firstUnlisted(column, texts) : OptionalInt.of(missing);
    }
    if (column.check() == null) {
      return OptionalInt.empty();
    }
    var whole =
        values instanceof int[] numbers
            ? IntStream.of(numbers).asDoubleStream()
            : LongStream.of((long[]) values).asDoubleStream();
    return ValueRange.of(column).firstOutside(whole.toArray(), false);
  }

  private static OptionalInt firstUnlisted(Column column, Object[] texts) {
    if (column.check() == null) {
      return OptionalInt.empty();
    }
    var list = ValueList.of(column);
    return IntStream.range(0, texts.length)
        .filter(row -> texts[row] instanceof String text && !list.allowed().contains(text))
        .findFirst();
  }

  /** True when what the table asks of this column can be checked here. */
  public static boolean canCheck(Column column) {
    return column.check() == null
        || (column.type().equals(DataTypes.StringType)
            ? ValueList.isOf(column)
            : ValueRange.isOf(column));
  }

  /** As rows of the table, with all its columns in order. */
  public List<Row> asRows(TableSpec table) {
    return IntStream.range(0, rows).mapToObj(row -> row(table, row)).toList();
  }

  private Row row(TableSpec table, int row) {
    return RowFactory.create(
        table.columns().stream()
            .map(
                column ->
                    table.partitionBy().contains(column.name())
                        ? partition(column)
                        : value(columns.get(column.name()), row))
            .toArray());
  }

  private Object partition(Column column) {
    var text = slice.get(column.name());
    return column.type().equals(DataTypes.IntegerType) ? (Object) Integer.valueOf(text) : text;
  }

  private static @Nullable Object value(@Nullable Object values, int row) {
    if (values instanceof double[] numbers) {
      return Double.isNaN(numbers[row]) ? null : (Object) numbers[row];
    }
    return values == null ? null : Array.get(values, row);
  }
}
