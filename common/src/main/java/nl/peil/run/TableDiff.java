package nl.peil.run;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table differ from what they were, told apart by the key of the table. Numbers
 * that differ by no more than {@link RowComparison} allows are the same.
 *
 * @param added rows that came
 * @param removed rows that went
 * @param changed rows with another value in at least one column
 * @param columns how many rows changed, by column, in the order of the table
 * @param absolute the numbers that changed most
 * @param relative the numbers that changed most compared with what they were
 * @param other changes that are no difference of two numbers: a number that appeared or
 *     disappeared, a text
 */
public record TableDiff(
    long added,
    long removed,
    long changed,
    Map<String, Long> columns,
    List<Change> absolute,
    List<Change> relative,
    List<Change> other) {

  /**
   * A value that changed.
   *
   * @param key key of the row: value by column
   * @param column the column
   * @param before value then; null when it was missing
   * @param after value now; null when it is missing
   */
  public record Change(
      Map<String, String> key, String column, @Nullable String before, @Nullable String after) {}

  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String CHANGES = "changes";

  /**
   * Compares.
   *
   * @param table a table with a key
   * @param before its rows then
   * @param after its rows now
   * @param limit changes listed of each kind
   */
  public static TableDiff of(TableSpec table, Dataset<Row> before, Dataset<Row> after, int limit) {
    var key = table.key().toArray(String[]::new);
    var differing =
        side(table, before, BEFORE)
            .join(side(table, after, AFTER), key, "full_outer")
            .withColumn(CHANGES, filter(changes(table), change -> change.getField("differs")))
            .where(col(BEFORE).isNull().or(col(AFTER).isNull()).or(size(col(CHANGES)).gt(0)))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      var counts =
          differing
              .agg(count_if(col(BEFORE).isNull()), count_if(col(AFTER).isNull()), count_if(both()))
              .first();
      var each =
          differing
              .where(both())
              .select(
                  Stream.concat(
                          table.key().stream().map(name -> col(name).cast("string").as(name)),
                          Stream.of(explode(col(CHANGES)).as("change")))
                      .toArray(Column[]::new));
      return new TableDiff(
          counts.getLong(0),
          counts.getLong(1),
          counts.getLong(2),
          columns(table, each),
          largest(table, each, "absolute", limit),
          largest(table, each, "relative", limit),
          list(
              table,
              each.where(col("change.absolute").isNull())
                  .orderBy(table.key().stream().map(name -> col(name)).toArray(Column[]::new)),
              limit));
    } finally {
      differing.unpersist();
    }
  }

  /** True when nothing differs. */
  public boolean isEmpty() {
    return added == 0 && removed == 0 && changed == 0;
  }

  private static Column both() {
    return col(BEFORE).isNotNull().and(col(AFTER).isNotNull());
  }

  private static Dataset<Row> side(TableSpec table, Dataset<Row> rows, String name) {
    var values = table.values().stream().map(column -> col(column.name())).toArray(Column[]::new);
    return rows.select(
        Stream.concat(
                table.key().stream().map(column -> col(column)),
                Stream.of((values.length == 0 ? struct(lit(1)) : struct(values)).as(name)))
            .toArray(Column[]::new));
  }

  private static Column changes(TableSpec table) {
    return array(table.values().stream().map(TableDiff::change).toArray(Column[]::new));
  }

  private static Column change(nl.peil.table.Column column) {
    var then = col(BEFORE).getField(column.name());
    var now = col(AFTER).getField(column.name());
    boolean number = column.type() instanceof NumericType;
    var difference =
        number ? abs(now.cast("double").minus(then.cast("double"))) : lit(null).cast("double");
    var differs = then.eqNullSafe(now).unary_$bang();
    if (number) {
      var larger = greatest(abs(then.cast("double")), abs(now.cast("double")));
      differs =
          differs.and(
              then.isNull()
                  .or(now.isNull())
                  .or(
                      difference.gt(
                          greatest(
                              larger.multiply(RowComparison.TOLERANCE),
                              lit(RowComparison.SMALLEST)))));
    }
    return struct(
        lit(column.name()).as("column"),
        text(column, then).as("before"),
        text(column, now).as("after"),
        difference.as("absolute"),
        (number ? difference.divide(nullif(abs(then.cast("double")), lit(0.0))) : difference)
            .as("relative"),
        differs.as("differs"));
  }

  private static Column text(nl.peil.table.Column column, Column value) {
    return column.type().equals(DataTypes.BinaryType)
        ? concat(length(value).cast("string"), lit(" bytes"))
        : value.cast("string");
  }

  private static Map<String, Long> columns(TableSpec table, Dataset<Row> each) {
    var counted = new LinkedHashMap<String, Long>();
    table.values().forEach(column -> counted.put(column.name(), 0L));
    each.groupBy(col("change.column"))
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> counted.put(row.getString(0), row.getLong(1)));
    counted.values().removeIf(rows -> rows == 0);
    return counted;
  }

  private static List<Change> largest(
      TableSpec table, Dataset<Row> each, String measure, int limit) {
    var size = col("change." + measure);
    var order =
        Stream.concat(Stream.of(size.desc()), table.key().stream().map(name -> col(name).asc()));
    return list(table, each.where(size.isNotNull()).orderBy(order.toArray(Column[]::new)), limit);
  }

  private static List<Change> list(TableSpec table, Dataset<Row> ordered, int limit) {
    return ordered.takeAsList(limit).stream()
        .map(
            row -> {
              var key = new LinkedHashMap<String, String>();
              table.key().forEach(name -> key.put(name, row.getAs(name)));
              Row change = row.getAs("change");
              return new Change(
                  key, change.getAs("column"), change.getAs("before"), change.getAs("after"));
            })
        .toList();
  }
}
