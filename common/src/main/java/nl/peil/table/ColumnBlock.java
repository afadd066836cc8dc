package nl.peil.table;

import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
 * @param columns by name, the columns but for those of the slice: {@code String[]} or {@code
 *     long[]}, always filled, or {@code double[]}, NaN where there is no value
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
        if (values instanceof double[] numbers) {
          var bad = ValueRange.of(column).firstOutside(numbers, column.nullable());
          if (bad.isPresent()) {
            throw new IllegalStateException(
                "%s, %s: expected %s %s, got %s in row %d"
                    .formatted(
                        table,
                        slice.id(),
                        column.name(),
                        column.check() == null ? "with a value" : "with " + column.check(),
                        numbers[bad.getAsInt()],
                        bad.getAsInt()));
          }
        }
        ordered.put(column.name(), values);
      }
    }
    return ordered;
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
