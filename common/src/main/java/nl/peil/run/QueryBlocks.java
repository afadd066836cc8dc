package nl.peil.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.peil.table.Column;
import nl.peil.table.ColumnBlock;
import nl.peil.table.DeltaStore;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;

/**
 * Rows of a query as blocks of columns, in the order in which a task has them. So a table that SQL
 * describes is written by the tasks that make it, like one that is made as columns, and nothing is
 * planned, compiled and sorted for Delta's own writer: for some thousands of rows that takes longer
 * than the work.
 */
final class QueryBlocks extends Batches<ColumnBlock> {

  /** Rows that a task holds at most: of thirty columns about 200 MB. */
  private static final int MOST_HELD = 1 << 20;

  private final Iterator<InternalRow> rows;
  private final TableSpec table;
  private final int[] partition;

  private QueryBlocks(Iterator<InternalRow> rows, TableSpec table) {
    this.rows = rows;
    this.table = table;
    this.partition = table.partitionBy().stream().mapToInt(table.columnNames()::indexOf).toArray();
  }

  /**
   * True when rows of a table can be handed over so: its slices are its partitions, its columns are
   * texts, numbers and truth values of which whole numbers are never missing, and what it asks of
   * them can be checked without Spark.
   */
  static boolean suit(TableSpec table) {
    return !table.partitionBy().isEmpty()
        && table.partitionBy().equals(table.sliceBy())
        && table.statistics().stream()
            .map(table::column)
            .noneMatch(c -> is(c, DataTypes.DoubleType))
        && table.columns().stream().allMatch(QueryBlocks::suits);
  }

  private static boolean suits(Column column) {
    boolean whole = is(column, DataTypes.IntegerType) || is(column, DataTypes.LongType);
    return whole
        ? !column.nullable()
        : List.of(DataTypes.StringType, DataTypes.DoubleType, DataTypes.BooleanType)
                .contains(column.type())
            && ColumnBlock.canCheck(column);
  }

  private static boolean is(Column column, DataType type) {
    return column.type().equals(type);
  }

  /**
   * Hands the rows over by column, as an execution that Spark's UI shows.
   *
   * @param rows the columns of the table in any order
   * @param table a table that {@link #suit suits}
   * @param use what is done with them, here and now
   */
  static <T> T over(Dataset<Row> rows, TableSpec table, Function<JavaRDD<ColumnBlock>, T> use) {
    var query = DeltaStore.ordered(table, rows).queryExecution();
    return SQLExecution.withNewExecutionId(
        query,
        Option.apply("rows of " + table),
        () ->
            use.apply(
                query.toRdd().toJavaRDD().mapPartitions(part -> new QueryBlocks(part, table))));
  }

  @Override
  protected boolean make(Consumer<ColumnBlock> ready) {
    if (!rows.hasNext()) {
      return false;
    }
    var open = new LinkedHashMap<List<Object>, Gathered>();
    for (int held = 0; held < MOST_HELD && rows.hasNext(); held++) {
      var row = rows.next();
      open.computeIfAbsent(partitionOf(row), key -> new Gathered(table, slice(key))).add(row);
    }
    open.values().forEach(gathered -> ready.accept(gathered.block()));
    return true;
  }

  private List<Object> partitionOf(InternalRow row) {
    var values = new Object[partition.length];
    for (int i = 0; i < partition.length; i++) {
      int at = partition[i];
      if (row.isNullAt(at)) {
        throw new IllegalStateException(
            "%s: expected %s with a value, got null".formatted(table, table.columnNames().get(at)));
      }
      values[i] =
          is(table.columns().get(at), DataTypes.StringType)
              ? row.getUTF8String(at).toString()
              : (Object) row.getInt(at);
    }
    return List.of(values);
  }

  private Slice slice(List<Object> values) {
    var byName = new LinkedHashMap<String, String>();
    for (int i = 0; i < partition.length; i++) {
      byName.put(table.partitionBy().get(i), values.get(i).toString());
    }
    return new Slice(byName);
  }

  /** The rows of a slice while they come in. */
  private static final class Gathered {
    private final Slice slice;
    private final List<ColumnOfRows> columns = new ArrayList<>();
    private int size;

    Gathered(TableSpec table, Slice slice) {
      this.slice = slice;
      for (int i = 0; i < table.columns().size(); i++) {
        if (!table.partitionBy().contains(table.columns().get(i).name())) {
          columns.add(ColumnOfRows.of(table, i));
        }
      }
    }

    void add(InternalRow row) {
      for (var column : columns) {
        column.add(row, size);
      }
      size++;
    }

    ColumnBlock block() {
      Map<String, Object> byName = new HashMap<>();
      columns.forEach(column -> byName.put(column.name(), column.first(size)));
      return new ColumnBlock(slice, size, byName);
    }
  }
}
