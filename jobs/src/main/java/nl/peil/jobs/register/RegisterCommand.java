package nl.peil.jobs.register;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Progress;
import nl.peil.table.DeltaStore;
import org.apache.spark.sql.SparkSession;

/** The command register: makes the tables known in a catalog, or prints how to. */
public final class RegisterCommand {

  private static final String CATALOG = "spark.sql.catalogImplementation";

  private RegisterCommand() {}

  /**
   * Does what the command line asks for.
   *
   * @throws ConfigProblemException when there are no tables, when names are taken, or when this
   *     session has no catalog that outlives it
   */
  public static void run(
      Arguments args, PeilConfig config, SparkSession spark, Progress progress, PrintStream out)
      throws ConfigProblemException {
    var store = new DeltaStore(spark, config.output());
    var database = args.text("database", "peil");
    if (Registration.tables(store).isEmpty()) {
      throw new ConfigProblemException(
          List.of(
              "register: there are no tables in " + config.output() + "; ./peil run makes them"));
    }
    var dialect = args.text("print");
    if (dialect != null) {
      out.print(script(Dialect.of(dialect), dialect, store, database));
      return;
    }
    if (!spark.conf().get(CATALOG, "in-memory").equals("hive")) {
      throw new ConfigProblemException(
          List.of(
              "register: the catalog of this session ends with it, so that nobody would see what is"
                  + " registered; with a Spark distribution that knows your metastore: SPARK_HOME=DIR"
                  + " ./peil register --master MASTER --spark "
                  + CATALOG
                  + "=hive ...; or take the statements to your own client: --print spark, or --print"
                  + " duckdb"));
    }
    var done = new Registration(spark, store, database, args.has("replace")).run();
    done.forEach(
        (name, what) -> progress.line("  %-40s %s".formatted(database + "." + name, what)));
    progress.line(
        "registered: %d tables and views of %s in database %s"
            .formatted(done.size(), store.root(), database));
    progress.line("next: SELECT * FROM " + database + ".basisniveau LIMIT 10");
  }

  private static String script(Dialect dialect, String name, DeltaStore store, String database) {
    var tables = Registration.tables(store);
    var statements = new ArrayList<>(dialect.schema(database, store.root()));
    tables.forEach(table -> statements.addAll(dialect.table(database, table, store)));
    Registration.views(tables).forEach(view -> statements.addAll(dialect.view(database, view)));
    return "-- The tables in %s for %s, by peil register --print %s\n\n%s;\n"
        .formatted(store.root(), name, name, String.join(";\n", statements));
  }
}
