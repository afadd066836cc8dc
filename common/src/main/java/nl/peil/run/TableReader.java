package nl.peil.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.peil.table.DeltaStore;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the inputs of a table are read: as they are, or as they were. */
public interface TableReader {

  /** True when there is something to read. */
  boolean exists(TableSpec table);

  /** All rows of a table. */
  Dataset<Row> read(TableSpec table);

  /** The rows of some slices. */
  default Dataset<Row> read(TableSpec table, Collection<Slice> slices) {
    return read(table).where(Slice.predicate(table, slices));
  }

  /** Some columns of some slices of a small table, without a job. */
  List<Row> rows(TableSpec table, Collection<Slice> slices, List<String> columns);

  /** No rows, with the columns of the table. */
  Dataset<Row> empty(TableSpec table);

  /** The tables as they are now. */
  static TableReader now(DeltaStore store) {
    return new TableReader() {
      @Override
      public boolean exists(TableSpec table) {
        return store.exists(table);
      }

      @Override
      public Dataset<Row> read(TableSpec table) {
        return store.read(table);
      }

      @Override
      public Dataset<Row> read(TableSpec table, Collection<Slice> slices) {
        return store.read(table, slices);
      }

      @Override
      public List<Row> rows(TableSpec table, Collection<Slice> slices, List<String> columns) {
        return store.rows(table, slices, columns);
      }

      @Override
      public Dataset<Row> empty(TableSpec table) {
        return store.empty(table);
      }
    };
  }

  /**
   * The tables as they were.
   *
   * @param versions Delta version by name of the table; a table that is not named has no rows
   */
  static TableReader at(DeltaStore store, Map<String, Long> versions) {
    return new TableReader() {
      @Override
      public boolean exists(TableSpec table) {
        return versions.containsKey(table.name());
      }

      @Override
      public Dataset<Row> read(TableSpec table) {
        var version = versions.get(table.name());
        return version == null ? store.empty(table) : store.readVersion(table, version);
      }

      @Override
      public List<Row> rows(TableSpec table, Collection<Slice> slices, List<String> columns) {
        var version = versions.get(table.name());
        return version == null ? List.of() : store.rowsVersion(table, version, slices, columns);
      }

      @Override
      public Dataset<Row> empty(TableSpec table) {
        return store.empty(table);
      }
    };
  }
}
