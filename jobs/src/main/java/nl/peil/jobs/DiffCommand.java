package nl.peil.jobs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Progress;
import nl.peil.run.Cause;
import nl.peil.run.Causes;
import nl.peil.run.LineageHistory;
import nl.peil.run.RunName;
import nl.peil.run.RunState;
import nl.peil.run.TableDiff;
import nl.peil.table.DeltaStore;
import nl.peil.table.GoneVersion;
import nl.peil.table.RunTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The command diff: which numbers changed between two runs, and which inputs caused it. */
final class DiffCommand {

  private static final int CHANGES_SHOWN = 5;

  private final DeltaStore store;
  private final LineageHistory history;
  private final RunState before;
  private final RunState after;
  private final Causes causes;
  private final List<Cause> numbered = new ArrayList<>();
  private final DiffText text;
  private final int limit;

  private DiffCommand(DeltaStore store, String from, String to, int limit, Progress progress) {
    this.store = store;
    this.history = LineageHistory.load(store);
    this.before = history.asOf(from);
    this.after = history.asOf(to);
    this.causes = new Causes(history, before, after);
    this.limit = limit;
    this.text = new DiffText(progress::line);
  }

  static ExitCode run(Arguments args, PeilConfig config, SparkSession spark, Progress progress)
      throws Exception {
    var store = new DeltaStore(spark, config.output());
    var runs = runs(store);
    var from = resolve("from", args.text("from", ""), runs);
    var to = resolve("to", args.text("to", "last"), runs);
    if (from.compareTo(to) > 0) {
      throw new ConfigProblemException(
          List.of("--from: run " + from + " is later than " + to + " of --to"));
    }
    progress.line("from run " + from + " to run " + to);
    var names = args.names("table").isEmpty() ? derived() : Set.copyOf(args.names("table"));
    return new DiffCommand(store, from, to, args.number("limit", CHANGES_SHOWN), progress)
        .run(Tables.all().stream().filter(table -> names.contains(table.name())).toList());
  }

  private static Set<String> derived() {
    return Registry.declarations().stream()
        .map(table -> table.table().name())
        .collect(Collectors.toSet());
  }

  /**
   * Ids of all runs: also of those that wrote nothing, and of those that did not come to an end.
   */
  private static List<String> runs(DeltaStore store) {
    var runs = new TreeSet<>(LineageHistory.load(store).runs());
    if (store.exists(RunTables.RUNS)) {
      store
          .read(RunTables.RUNS)
          .select("run_id")
          .collectAsList()
          .forEach(row -> runs.add(row.getString(0)));
    }
    return List.copyOf(runs);
  }

  private static String resolve(String option, String name, List<String> runs)
      throws ConfigProblemException {
    try {
      return RunName.resolve(name, runs);
    } catch (IllegalArgumentException e) {
      throw new ConfigProblemException(List.of("--" + option + ": " + e.getMessage()));
    }
  }

  private ExitCode run(List<TableSpec> tables) throws Exception {
    var unchanged = new ArrayList<String>();
    boolean complete = true;
    for (var table : tables) {
      var slices = before.differing(after, table.name());
      if (slices.isEmpty()) {
        unchanged.add(table.name());
      } else {
        complete &= compare(table, slices);
      }
    }
    text.unchanged(unchanged);
    text.causes(numbered);
    return complete ? ExitCode.DONE : ExitCode.FAILED;
  }

  private boolean compare(TableSpec table, List<String> slices) throws Exception {
    text.table(table, before.version(table.name()), after.version(table.name()), slices);
    boolean comparable =
        before.version(table.name()).orElse(-1) <= after.version(table.name()).orElse(-1);
    if (!comparable) {
      text.madeAnew();
    } else {
      try {
        text.rows(
            TableDiff.of(table, rows(table, before, slices), rows(table, after, slices), limit));
      } catch (Exception e) { // Spark throws checked exceptions that it does not declare
        if (!GoneVersion.isCauseOf(e)) {
          throw e;
        }
        comparable = false;
        text.gone();
      }
    }
    text.because(because(table, slices));
    return comparable;
  }

  private Dataset<Row> rows(TableSpec table, RunState state, List<String> slices) {
    var version = state.version(table.name());
    var there = slices.stream().filter(slice -> state.of(table.name(), slice).isPresent()).toList();
    return version.isEmpty() || there.isEmpty()
        ? store.empty(table)
        : store
            .readVersion(table, version.getAsLong())
            .where(Slice.predicate(table, there.stream().map(Slice::parse).toList()));
  }

  /** Numbers of the causes of what became of these slices. */
  private Set<Integer> because(TableSpec table, List<String> slices) {
    var numbers = new LinkedHashSet<Integer>();
    for (var slice : slices) {
      for (var cause : causes.of(before.of(table.name(), slice), after.of(table.name(), slice))) {
        if (!numbered.contains(cause)) {
          numbered.add(cause);
        }
        numbers.add(numbered.indexOf(cause) + 1);
      }
    }
    return new TreeSet<>(numbers);
  }
}
