package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.table.Derived;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Tables written by hand, as the inputs of a declaration and as views for SQL: what a declaration
 * makes of them, without a delivery and without files.
 */
final class HandMadeTables implements Derived.Inputs {

  private final SparkSession spark;
  private final List<Slice> slices;
  private final Map<String, Dataset<Row>> byName = new TreeMap<>();

  /** None yet, to make these slices from. */
  HandMadeTables(SparkSession spark, Slice... slices) {
    this.spark = spark;
    this.slices = List.of(slices);
  }

  /** Adds a table of which only these columns matter. */
  HandMadeTables add(TableSpec table, List<Row> rows, String... columns) {
    var schema = new StructType();
    for (var column : columns) {
      schema = schema.add(column, table.column(column).type());
    }
    return add(table, spark.createDataFrame(rows, schema));
  }

  /** Makes a table from those that are there, and adds it. */
  HandMadeTables make(Derived derived) {
    var made = derived.transform().apply(this);
    var columns = derived.table().columnNames().toArray(String[]::new);
    assertThat(made.columns()).contains(columns);
    return add(derived.table(), made.selectExpr(columns));
  }

  private HandMadeTables add(TableSpec table, Dataset<Row> rows) {
    var kept = spark.createDataFrame(rows.collectAsList(), rows.schema());
    kept.createOrReplaceTempView(table.name());
    byName.put(table.name(), kept);
    return this;
  }

  @Override
  public List<Slice> slices() {
    return slices;
  }

  @Override
  public Dataset<Row> read(TableSpec input) {
    var rows = byName.get(input.name());
    if (rows == null) {
      throw new IllegalArgumentException(input + " is not among " + byName.keySet());
    }
    return rows;
  }

  @Override
  public List<Row> rows(TableSpec input, String... columns) {
    return read(input).selectExpr(columns).collectAsList();
  }
}
