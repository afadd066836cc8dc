package nl.peil.jobs.register;

import java.util.List;
import java.util.stream.Collectors;
import nl.peil.table.DeltaStore;
import nl.peil.table.TableSpec;

/**
 * For Spark with Delta and a catalog that lasts. The comments of tables and columns stand in the
 * Delta log, where Spark finds them; those of views go into the catalog.
 */
final class SparkSql implements Dialect {

  /** Property of a database: the folder whose tables it shows. */
  static final String OUTPUT = "peil.output";

  /** Property of a view that Peil made. */
  static final String VIEW = "peil.view";

  @Override
  public List<String> schema(String schema, String output) {
    return List.of(
        "CREATE DATABASE IF NOT EXISTS %s COMMENT 'Accessibility per region, made by Peil'"
            .formatted(schema),
        marked(schema, output));
  }

  /** Writes down which folder a database shows. */
  static String marked(String schema, String output) {
    return "ALTER DATABASE %s SET DBPROPERTIES (%s = %s)"
        .formatted(schema, quoted(OUTPUT), quoted(output));
  }

  @Override
  public List<String> table(String schema, TableSpec table, DeltaStore store) {
    return List.of(
        "CREATE TABLE IF NOT EXISTS %s.%s USING delta LOCATION %s"
            .formatted(schema, table.name(), quoted(store.path(table))));
  }

  @Override
  public List<String> view(String schema, PolicyView view) {
    var columns =
        view.columns().stream()
            .map(column -> "  " + column.name() + " COMMENT " + quoted(column.comment()))
            .collect(Collectors.joining(",\n"));
    return List.of(
        "CREATE OR REPLACE VIEW %s.%s (\n%s\n)\nCOMMENT %s\nTBLPROPERTIES (%s = 'true')\nAS %s"
            .formatted(
                schema,
                view.name(),
                columns,
                quoted(view.comment()),
                quoted(VIEW),
                view.query(schema)));
  }

  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
