package nl.peil.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Progress;
import nl.peil.jobs.derive.IkobSettings;
import nl.peil.jobs.derive.MeasureSettings;
import nl.peil.jobs.ingest.DecayCurves;
import nl.peil.jobs.ingest.IkobFiles;
import nl.peil.run.DerivedProducer;
import nl.peil.run.FileState;
import nl.peil.run.Fingerprints;
import nl.peil.run.InputRef;
import nl.peil.run.Lineage;
import nl.peil.run.LineageHistory;
import nl.peil.run.LineageNode;
import nl.peil.run.Recomputation;
import nl.peil.run.RecordedFinding;
import nl.peil.run.RowComparison;
import nl.peil.run.SliceRecord;
import nl.peil.source.Delivery;
import nl.peil.table.DeltaStore;
import nl.peil.table.GoneVersion;
import nl.peil.table.RunTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The command explain: from a number through tables, versions and settings to files, and the number
 * computed again to show that it holds.
 */
final class ExplainCommand {

  private static final int MOST_ROWS = 5;

  private final Arguments args;
  private final PeilConfig config;
  private final DeltaStore store;
  private final LineageHistory history;
  private final Delivery delivery;
  private final Fingerprints fingerprints;
  private final ExplainText text;
  private final RecomputedText recomputed;
  private final Map<InputRef, FileState> states = new HashMap<>();

  private ExplainCommand(Arguments args, PeilConfig config, SparkSession spark, Progress progress) {
    this.args = args;
    this.config = config;
    this.store = new DeltaStore(spark, config.output());
    this.history = LineageHistory.load(store);
    this.delivery = new Delivery(config.input(), spark.sparkContext().hadoopConfiguration());
    this.fingerprints = new Fingerprints(delivery, Lineage.load(store).files());
    this.text = new ExplainText(progress::line, runs(store), args.has("all"), this::state);
    this.recomputed = new RecomputedText(progress::line);
  }

  static ExitCode run(Arguments args, PeilConfig config, SparkSession spark, Progress progress)
      throws Exception {
    return new ExplainCommand(args, config, spark, progress).run();
  }

  private ExitCode run() throws Exception {
    var table = table();
    var rows = rows(table);
    var producers = producers(table);
    boolean holds = true;
    for (var row : rows) {
      text.row(table, row, args.text("column"));
      var producer = producers.stream().filter(each -> each.owns(slice(table, row))).findFirst();
      holds &= explain(table, row, producer);
    }
    return holds ? ExitCode.DONE : ExitCode.FAILED;
  }

  private TableSpec table() throws ConfigProblemException {
    var name = args.text("table", "");
    var table =
        Tables.all().stream().filter(candidate -> candidate.name().equals(name)).findFirst();
    if (table.isEmpty() || !store.exists(table.get())) {
      throw wrong(
          "--table: there is no table %s in %s; ./peil run makes it"
              .formatted(name, config.output()));
    }
    if (table.get().columnNames().contains("run_id")) {
      throw wrong("--table: %s is a record of runs itself: nothing made it".formatted(name));
    }
    var column = args.text("column");
    if (column != null && !table.get().columnNames().contains(column)) {
      throw wrong(
          "--column: %s has no column %s; columns: %s"
              .formatted(name, column, table.get().columnNames()));
    }
    return table.get();
  }

  private List<Row> rows(TableSpec table) throws Exception {
    Dataset<Row> matching;
    try {
      matching = store.read(table).where(args.text("where", "true"));
    } catch (Exception e) {
      if (e instanceof AnalysisException wrong) {
        throw wrong("--where: " + wrong.getSimpleMessage());
      }
      throw e;
    }
    var rows = DeltaStore.ordered(table, matching).takeAsList(MOST_ROWS + 1);
    if (rows.isEmpty()) {
      throw wrong("--where: no row of %s matches".formatted(table));
    }
    if (rows.size() > MOST_ROWS) {
      throw wrong(
          "--where: %,d rows of %s match, at most %d are explained at a time; narrow it down by %s"
              .formatted(matching.count(), table, MOST_ROWS, String.join(", ", table.key())));
    }
    return rows;
  }

  private boolean explain(TableSpec table, Row row, Optional<DerivedProducer> producer)
      throws Exception {
    var slice = slice(table, row);
    var found = history.last(table.name(), slice.id());
    if (found.isEmpty()) {
      text.unknown(table, slice);
      return false;
    }
    var record = found.get();
    var foreign = store.foreignChanges(table, record.deltaVersion());
    text.slice(record, foreign);
    producer.ifPresent(
        maker -> text.today(new Recomputation(maker, store, record), maker.codeVersion()));
    var tree = LineageNode.walk(record, history, concerning(row));
    var records =
        tree.all().stream().flatMap(node -> Stream.ofNullable(node.record())).distinct().toList();
    text.tree(tree, row, RecordedFinding.about(store, records));
    return producer.isEmpty() || holds(table, row, record, producer.get());
  }

  private boolean holds(TableSpec table, Row row, SliceRecord record, DerivedProducer producer)
      throws Exception {
    var recomputation = new Recomputation(producer, store, record);
    Optional<Row> computed;
    try {
      computed = recomputation.row(row);
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      if (GoneVersion.isCauseOf(e)) {
        recomputed.gone(recomputation.versions());
        return true;
      }
      throw e;
    }
    if (computed.isEmpty()) {
      recomputed.noSuchRow(recomputation.versions());
      return false;
    }
    var comparison = RowComparison.of(table, row, computed.get());
    recomputed.comparison(comparison, recomputation.versions(), args.text("column"));
    return comparison.holds();
  }

  /** Slices of inputs that do not contradict the row: others are about other rows. */
  private Predicate<Slice> concerning(Row row) {
    return args.has("all")
        ? slice -> true
        : slice ->
            slice.values().entrySet().stream()
                .allMatch(
                    value ->
                        !List.of(row.schema().fieldNames()).contains(value.getKey())
                            || value
                                .getValue()
                                .equals(String.valueOf((Object) row.getAs(value.getKey()))));
  }

  private static Slice slice(TableSpec table, Row row) {
    var values = new java.util.LinkedHashMap<String, String>();
    table.sliceBy().forEach(name -> values.put(name, String.valueOf((Object) row.getAs(name))));
    return new Slice(values);
  }

  private List<DerivedProducer> producers(TableSpec table) throws Exception {
    var curves = DecayCurves.read(config.decayCurves());
    var measures = MeasureSettings.of(config, curves.byMode(), curves.problems());
    var files = IkobFiles.read(config.ikob());
    var ikob =
        IkobSettings.of(config.ikob(), files.composition(), files.parking(), files.problems());
    return Registry.derived(TableSettings.of(config, measures, ikob)).stream()
        .filter(derived -> derived.table().name().equals(table.name()))
        .map(derived -> new DerivedProducer(derived, store))
        .toList();
  }

  private FileState state(InputRef file) {
    var besides = Stream.concat(Stream.of(config.norms()), Stream.ofNullable(config.decayCurves()));
    return states.computeIfAbsent(
        file, key -> FileState.of(key, delivery, fingerprints, besides.toList()));
  }

  private static Map<String, Row> runs(DeltaStore store) {
    var runs = new HashMap<String, Row>();
    if (store.exists(RunTables.RUNS)) {
      store.read(RunTables.RUNS).collectAsList().forEach(row -> runs.put(row.getString(0), row));
    }
    return runs;
  }

  private static ConfigProblemException wrong(String problem) {
    return new ConfigProblemException(List.of(problem));
  }
}
