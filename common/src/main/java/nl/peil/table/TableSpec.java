package nl.peil.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What a table is: its columns with their meaning, how it is divided, and what holds for every row.
 *
 * @param name snake_case, stable
 * @param comment what the table says, in a sentence
 * @param grain what one row is about, for example "zone x service x measure"
 * @param columns columns in order
 * @param partitionBy columns that divide the files
 * @param sliceBy columns that divide the work: a slice is replaced and recorded as one; at least
 *     the partition columns
 * @param statistics columns with file statistics: those that queries select on
 * @param key columns that tell a row from every other; empty: rows may be alike
 */
public record TableSpec(
    String name,
    String comment,
    String grain,
    List<Column> columns,
    List<String> partitionBy,
    List<String> sliceBy,
    List<String> statistics,
    List<String> key)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Checks that every column comes once and that the columns named are there. */
  public TableSpec {
    var names = columns.stream().map(Column::name).toList();
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("table " + name + ": a column comes twice in " + names);
    }
    for (var list : List.of(partitionBy, sliceBy, statistics, key)) {
      if (!names.containsAll(list)) {
        throw new IllegalArgumentException("table " + name + ": " + list + " are not all columns");
      }
    }
    if (!sliceBy.containsAll(partitionBy)) {
      throw new IllegalArgumentException(
          "table " + name + ": slices " + sliceBy + " are coarser than partitions " + partitionBy);
    }
  }

  /** Starts a table. */
  public static Builder named(String name, String grain, String comment) {
    return new Builder(name, grain, comment);
  }

  /** The column with this name. */
  public Column column(String columnName) {
    return columns.stream()
        .filter(column -> column.name().equals(columnName))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("table " + name + " has no column " + columnName));
  }

  /** The column names in order. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** The columns that are no part of the key, in order: what the table says about a row. */
  public List<Column> values() {
    return columns.stream().filter(column -> !key.contains(column.name())).toList();
  }

  /** The Spark schema, with the comments. */
  public StructType schema() {
    return new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
  }

  /**
   * The CHECK constraints by name: one per column that has a condition, one per column that must be
   * filled.
   */
  Map<String, String> constraints() {
    var constraints = new LinkedHashMap<String, String>();
    for (var column : columns) {
      var parts = new ArrayList<String>();
      if (!column.nullable()) {
        parts.add(column.name() + " IS NOT NULL");
      }
      var check = column.check();
      if (check != null) {
        parts.add(
            column.nullable()
                ? "(" + column.name() + " IS NULL OR (" + check + "))"
                : "(" + check + ")");
      }
      if (!parts.isEmpty()) {
        constraints.put(column.name() + "_valid", String.join(" AND ", parts));
      }
    }
    return constraints;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects the parts of a table. */
  public static final class Builder {
    private final String name;
    private final String grain;
    private final String comment;
    private final List<Column> columns = new ArrayList<>();
    private List<String> partitionBy = List.of();
    private List<String> sliceBy = List.of();
    private List<String> statistics = List.of();
    private List<String> key = List.of();

    private Builder(String name, String grain, String comment) {
      this.name = name;
      this.grain = grain;
      this.comment = comment;
    }

    /** Adds columns. */
    public Builder columns(Column... more) {
      columns.addAll(List.of(more));
      return this;
    }

    /** Divides the files by these columns, and the work unless {@link #slicedBy} says more. */
    public Builder partitionedBy(String... names) {
      partitionBy = List.of(names);
      sliceBy = sliceBy.isEmpty() ? partitionBy : sliceBy;
      return this;
    }

    /** Divides the work by these columns. */
    public Builder slicedBy(String... names) {
      sliceBy = List.of(names);
      return this;
    }

    /** Keeps file statistics of these columns. */
    public Builder statisticsOn(String... names) {
      statistics = List.of(names);
      return this;
    }

    /** These columns tell a row from every other. */
    public Builder keyedBy(String... names) {
      key = List.of(names);
      return this;
    }

    /** The table. */
    public TableSpec build() {
      return new TableSpec(
          name, comment, grain, List.copyOf(columns), partitionBy, sliceBy, statistics, key);
    }
  }
}
