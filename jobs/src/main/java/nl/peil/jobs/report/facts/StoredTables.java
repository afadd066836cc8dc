package nl.peil.jobs.report.facts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.peil.table.DeltaStore;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.functions;

/**
 * The tables of an output folder, those that are there: a table that was never made has no rows,
 * and a page says so instead of failing.
 */
public final class StoredTables {

  private final DeltaStore store;
  private final Map<String, Boolean> present = new HashMap<>();

  /** The tables of a folder. */
  public StoredTables(DeltaStore store) {
    this.store = store;
  }

  /** The folder. */
  public DeltaStore store() {
    return store;
  }

  /** True when the table is there. */
  boolean has(String table) {
    return spec(table)
        .filter(spec -> present.computeIfAbsent(table, name -> store.exists(spec)))
        .isPresent();
  }

  /**
   * Rows of a table of some thousands of rows, read here; none when there is no such table.
   *
   * @param slice values of columns that divide the table; only rows that have them
   */
  List<Line> rows(String table, Slice slice, String... columns) {
    if (!has(table)) {
      return List.of();
    }
    var names = List.of(columns);
    return store.rows(spec(table).orElseThrow(), List.of(slice), names).stream()
        .map(row -> new Line(row, names))
        .toList();
  }

  /**
   * Rows of a table that has many more than are asked for, by Spark; none when there is no such
   * table.
   *
   * @param slice values of columns that divide the table
   * @param condition which of them, in SQL
   */
  List<Line> select(String table, Slice slice, String condition, String... columns) {
    if (!has(table)) {
      return List.of();
    }
    var names = List.of(columns);
    return store
        .read(spec(table).orElseThrow())
        .where(Slice.predicate(spec(table).orElseThrow(), List.of(slice)))
        .where(condition)
        .select(
            Arrays.stream(columns).map(functions::col).toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList()
        .stream()
        .map(row -> new Line(row, names))
        .toList();
  }

  /** Tables that pages read, and those that say what the others rest on. */
  private static final List<String> READ =
      List.of(
          "scenarios",
          "zones",
          "norms",
          "regions",
          "region_membership",
          "accessibility_level",
          "region_accessibility",
          "region_level",
          "region_barriers",
          "region_effective_access",
          "best_places",
          "forecasts",
          "welfare_indicators",
          "welfare_goals",
          "welfare_relation",
          "findings",
          "lineage");

  /** Version of each table that pages read, -1 when it is not there. */
  public Map<String, Long> versions() {
    var versions = new java.util.TreeMap<String, Long>();
    for (var table : READ) {
      versions.put(table, spec(table).map(spec -> store.version(spec).orElse(-1)).orElse(-1L));
    }
    return versions;
  }

  private static Optional<TableSpec> spec(String table) {
    return Tables.all().stream().filter(spec -> spec.name().equals(table)).findFirst();
  }
}
