package nl.peil.jobs.register;

import java.util.ArrayList;
import java.util.List;
import nl.peil.table.DeltaStore;
import nl.peil.table.TableSpec;

/** For DuckDB with its extension delta: tables become views on the folders. */
final class DuckDbSql implements Dialect {

  @Override
  public List<String> schema(String schema, String output) {
    return List.of("INSTALL delta", "LOAD delta", "CREATE SCHEMA IF NOT EXISTS " + schema);
  }

  @Override
  public List<String> table(String schema, TableSpec table, DeltaStore store) {
    var name = schema + "." + table.name();
    var statements = new ArrayList<String>();
    statements.add(
        "CREATE OR REPLACE VIEW %s AS SELECT * FROM delta_scan(%s)"
            .formatted(name, quoted(address(store.path(table)))));
    statements.add("COMMENT ON VIEW %s IS %s".formatted(name, quoted(table.comment())));
    for (var field : store.read(table).schema().fields()) {
      if (field.getComment().isDefined()) {
        statements.add(comment(name, field.name(), field.getComment().get()));
      }
    }
    return statements;
  }

  @Override
  public List<String> view(String schema, PolicyView view) {
    var name = schema + "." + view.name();
    var statements = new ArrayList<String>();
    statements.add("CREATE OR REPLACE VIEW %s AS %s".formatted(name, view.query(schema)));
    statements.add("COMMENT ON VIEW %s IS %s".formatted(name, quoted(view.comment())));
    view.columns()
        .forEach(column -> statements.add(comment(name, column.name(), column.comment())));
    return statements;
  }

  private static String comment(String name, String column, String comment) {
    return "COMMENT ON COLUMN %s.\"%s\" IS %s".formatted(name, column, quoted(comment));
  }

  /** A folder of this machine goes by its path, all else by its address. */
  private static String address(String folder) {
    return folder.replaceFirst("^file:/+", "/");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
