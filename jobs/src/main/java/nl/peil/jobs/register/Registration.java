package nl.peil.jobs.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.peil.config.ConfigProblemException;
import nl.peil.table.DeltaStore;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import scala.Option;

/**
 * Makes the tables of an output folder known in the catalog of a Spark session, and the views on
 * them. Done twice it changes nothing; when the folder has moved, the entries move along; what is
 * not Peil's is left alone.
 */
public final class Registration {

  private final SparkSession spark;
  private final DeltaStore store;
  private final String database;
  private final boolean replace;
  private final SparkSql sql = new SparkSql();
  private final Map<String, String> done = new LinkedHashMap<>();

  /**
   * Points at both; nothing is changed yet.
   *
   * @param spark session with a catalog
   * @param store the tables
   * @param database database of the catalog
   * @param replace put Peil's tables in the place of others with their names
   */
  public Registration(SparkSession spark, DeltaStore store, String database, boolean replace) {
    this.spark = spark;
    this.store = store;
    this.database = database;
    this.replace = replace;
  }

  /** The tables that there are. */
  static List<TableSpec> tables(DeltaStore store) {
    return Tables.all().stream().filter(store::exists).toList();
  }

  /** The views that can be made of them. */
  static List<PolicyView> views(List<TableSpec> tables) {
    return PolicyView.all().stream().filter(view -> tables.containsAll(view.needs())).toList();
  }

  /**
   * Brings the catalog in line with the folder.
   *
   * @return what was done with each table and view, by its name
   * @throws ConfigProblemException when names are taken; then nothing was changed
   */
  public Map<String, String> run() throws ConfigProblemException {
    var tables = tables(store);
    var views = views(tables);
    var problems = new ArrayList<String>();
    var before = shown();
    tables.forEach(table -> conflict(table, before).ifPresent(problems::add));
    views.forEach(view -> conflict(view).ifPresent(problems::add));
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    spark.sql(sql.schema(database, store.root()).get(0));
    for (var table : Tables.all()) {
      if (tables.contains(table)) {
        register(table);
      } else if (entry(table.name()).filter(there -> isOurs(table, there, before)).isPresent()) {
        drop(table.name());
        done.put(table.name(), "taken out: it is not in the folder any more");
      }
    }
    for (var view : views) {
      done.put(view.name(), entry(view.name()).isPresent() ? "made anew" : "made");
      sql.view(database, view).forEach(spark::sql);
    }
    // Last: a registration that fails halfway still knows what was Peil's before
    spark.sql(SparkSql.marked(database, store.root()));
    return done;
  }

  private void register(TableSpec table) {
    var there = entry(table.name());
    if (there.isPresent() && isAt(there.get(), store.path(table))) {
      done.put(table.name(), "as it was");
      return;
    }
    if (there.isPresent()) {
      drop(table.name());
    }
    sql.table(database, table, store).forEach(spark::sql);
    done.put(
        table.name(),
        there.map(entry -> "now here; was " + location(entry).orElse("elsewhere")).orElse("made"));
  }

  /** Tables of Peil own no files: those stay. */
  private void drop(String name) {
    spark.sql("DROP TABLE " + database + "." + name);
  }

  private Optional<String> conflict(TableSpec table, Optional<String> before) {
    var found = entry(table.name());
    if (found.isEmpty() || isAt(found.get(), store.path(table))) {
      return Optional.empty();
    }
    var name = database + "." + table.name();
    var there = found.get();
    if (!there.tableType().equals(CatalogTableType.EXTERNAL())) {
      return Optional.of(
          "%s (%s) is there, Peil did not make it, and taking its place could cost rows: rename or drop it yourself, or take another --database"
              .formatted(name, there.tableType().name().toLowerCase(java.util.Locale.ROOT)));
    }
    var where = location(there).orElse("an unknown place");
    if (!isOurs(table, there, before)) {
      return taken(name + " exists and is not Peil's: it shows " + where);
    }
    boolean stillThere = new DeltaStore(spark, before.orElse(store.root())).exists(table);
    return stillThere
        ? taken("%s shows %s, and that is still there".formatted(name, where))
        : Optional.empty();
  }

  private Optional<String> conflict(PolicyView view) {
    var found = entry(view.name());
    var name = database + "." + view.name();
    if (found.isEmpty() || found.get().properties().contains(SparkSql.VIEW)) {
      return Optional.empty();
    }
    return found.get().tableType().equals(CatalogTableType.VIEW())
        ? taken(name + " exists and is not Peil's")
        : Optional.of(
            name
                + " is a table, and Peil makes a view of that name: rename or drop it yourself, or"
                + " take another --database");
  }

  private Optional<String> taken(String what) {
    return replace
        ? Optional.empty()
        : Optional.of(
            what
                + "; --replace puts "
                + store.root()
                + " in its place, --database NAME takes another database");
  }

  private boolean isOurs(TableSpec table, CatalogTable there, Optional<String> before) {
    return isAt(there, store.path(table))
        || before.filter(root -> isAt(there, root + "/" + table.name())).isPresent();
  }

  private static boolean isAt(CatalogTable there, String folder) {
    return there.provider().contains("delta")
        && location(there).filter(new Path(folder).toString()::equals).isPresent();
  }

  private static Optional<String> location(CatalogTable there) {
    var place = there.storage().locationUri();
    return place.isEmpty() ? Optional.empty() : Optional.of(new Path(place.get()).toString());
  }

  /** The folder that the database showed so far. */
  private Optional<String> shown() {
    if (!catalog().databaseExists(database)) {
      return Optional.empty();
    }
    var folder = catalog().getDatabaseMetadata(database).properties().get(SparkSql.OUTPUT);
    return folder.isEmpty() ? Optional.empty() : Optional.of(folder.get());
  }

  private Optional<CatalogTable> entry(String name) {
    var identifier = new TableIdentifier(name, Option.apply(database));
    if (!catalog().databaseExists(database) || !catalog().tableExists(identifier)) {
      return Optional.empty();
    }
    try {
      return Optional.of(catalog().getTableMetadata(identifier));
    } catch (NoSuchNamespaceException | NoSuchTableException e) {
      throw new IllegalStateException(identifier + " was dropped just now; try again", e);
    }
  }

  private SessionCatalog catalog() {
    return spark.sessionState().catalog();
  }
}
