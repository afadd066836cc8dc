package nl.peil.jobs;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.table.DeltaStore;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** The command sql: all tables as views, now or as they were. */
final class SqlCommand {

  private static final String RUN_ID = "\\d{8}T\\d{6}-[0-9a-f]{6}";
  private static final String MOMENT =
      "\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?)?";

  private SqlCommand() {}

  static int run(Arguments args, PeilConfig config, SparkSession spark, PrintStream out)
      throws ConfigProblemException {
    var moment = args.text("as-of");
    if (moment != null && !moment.matches(RUN_ID) && !moment.matches(MOMENT)) {
      throw new ConfigProblemException(
          List.of(
              "--as-of: expected a run id, or a moment (UTC) such as '2026-11-20 10:00:00', got '"
                  + moment
                  + "'"));
    }
    var store = new DeltaStore(spark, config.output());
    int views = 0;
    for (var table : Tables.all()) {
      if (store.exists(table)) {
        var rows = asOf(store, table, args.text("as-of"), spark);
        if (rows != null) {
          rows.createOrReplaceTempView(table.name());
          views++;
        }
      }
    }
    if (views == 0) {
      throw new ConfigProblemException(
          List.of(
              moment == null
                  ? config.file()
                      + ": output: there are no tables in "
                      + config.output()
                      + "; ./peil run makes them"
                  : "--as-of: there were no tables in " + config.output() + " yet at " + moment));
    }
    print(spark.sql(args.text("query", "")), args, out);
    return Peil.DONE;
  }

  /** The table as it is or was; null when it was not there yet. */
  private static @Nullable Dataset<Row> asOf(
      DeltaStore store, TableSpec table, @Nullable String asOf, SparkSession spark)
      throws ConfigProblemException {
    if (asOf == null) {
      return store.read(table);
    }
    if (!asOf.matches(RUN_ID)) {
      var version = store.versionAt(table, asOf);
      return version.isPresent() ? store.readVersion(table, version.getAsLong()) : null;
    }
    var lineage = store.exists(RunTables.LINEAGE) ? store.read(RunTables.LINEAGE) : null;
    if (lineage == null || lineage.where(functions.col("run_id").equalTo(asOf)).isEmpty()) {
      throw new ConfigProblemException(
          List.of(
              "--as-of: no run "
                  + asOf
                  + " wrote anything here; SELECT run_id, outcome FROM runs lists them"));
    }
    if (table.columnNames().contains("run_id")) {
      return store.read(table).where(functions.col("run_id").leq(asOf));
    }
    var version =
        lineage
            .where(
                functions
                    .col("run_id")
                    .leq(asOf)
                    .and(functions.col("table_name").equalTo(table.name())))
            .agg(functions.max("delta_version"))
            .first();
    return version.isNullAt(0) ? null : store.readVersion(table, version.getLong(0));
  }

  private static void print(Dataset<Row> rows, Arguments args, PrintStream out) {
    switch (args.text("format", "table")) {
      case "csv" -> {
        out.println(
            java.util.Arrays.stream(rows.columns())
                .map(SqlCommand::quoted)
                .collect(Collectors.joining(",")));
        var columns =
            java.util.Arrays.stream(rows.columns())
                .map(name -> functions.col("`" + name.replace("`", "``") + "`"))
                .toArray(org.apache.spark.sql.Column[]::new);
        rows.select(functions.to_csv(functions.struct(columns)))
            .toLocalIterator()
            .forEachRemaining(row -> out.println(row.getString(0)));
      }
      case "json" -> rows.toJSON().toLocalIterator().forEachRemaining(out::println);
      default -> out.println(TextTable.of(rows, args.number("limit", 1000)));
    }
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z0-9_ ().]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
