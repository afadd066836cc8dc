package nl.peil.jobs;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.run.AsOf;
import nl.peil.run.UnknownStateException;
import nl.peil.table.DeltaStore;
import nl.peil.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** The command sql: all tables as views, now or as they were. */
final class SqlCommand {

  private SqlCommand() {}

  static ExitCode run(Arguments args, PeilConfig config, SparkSession spark, PrintStream out)
      throws ConfigProblemException {
    var moment = args.text("as-of");
    var state = state(moment, new DeltaStore(spark, config.output()));
    int views = 0;
    for (var table : Tables.all()) {
      var rows = state.read(table);
      if (rows.isPresent()) {
        rows.get().createOrReplaceTempView(table.name());
        views++;
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
    return ExitCode.DONE;
  }

  private static AsOf state(@Nullable String asOf, DeltaStore store) throws ConfigProblemException {
    try {
      return AsOf.of(asOf, store);
    } catch (UnknownStateException e) {
      throw new ConfigProblemException(List.of("--as-of: " + e.getMessage()));
    }
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
