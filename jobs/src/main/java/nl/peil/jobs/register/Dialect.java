package nl.peil.jobs.register;

import java.util.List;
import nl.peil.table.DeltaStore;
import nl.peil.table.TableSpec;

/** How a program that reads Delta tables is told of them. */
interface Dialect {

  /** What stands before everything: comments and the making of the schema. */
  List<String> schema(String schema, String output);

  /** Statements that make a table known, with the comments that it has. */
  List<String> table(String schema, TableSpec table, DeltaStore store);

  /** Statements that make a view, with its comments. */
  List<String> view(String schema, PolicyView view);

  /** The dialect of this name. */
  static Dialect of(String name) {
    return name.equals("duckdb") ? new DuckDbSql() : new SparkSql();
  }
}
