package nl.peil.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.table.DeltaStore;
import nl.peil.table.Derived;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** Makes a derived table from its declaration. */
public final class DerivedProducer implements Producer {

  /** Slices that share a write: what is lost when a run is killed, and what a plan can hold. */
  private static final int BATCH = 32;

  private final Derived derived;
  private final DeltaStore store;
  private final Predicate<Slice> asked;
  private final String codeVersion;

  /** For this declaration, over the tables in this store. */
  public DerivedProducer(Derived derived, DeltaStore store) {
    this(derived, store, slice -> true);
  }

  /**
   * The same, of which not all slices are asked for.
   *
   * @param asked whether a slice that could be made is wanted; one that is stored and no longer
   *     wanted is kept as it is
   */
  public DerivedProducer(Derived derived, DeltaStore store, Predicate<Slice> asked) {
    this.derived = derived;
    this.store = store;
    this.asked = asked;
    this.codeVersion = CodeVersion.of(derived.declaredIn());
  }

  @Override
  public TableSpec table() {
    return derived.table();
  }

  @Override
  public boolean owns(Slice slice) {
    return derived.owns().test(slice);
  }

  @Override
  public List<TableSpec> reads() {
    return derived.inputs().stream().map(Derived.Input::table).distinct().toList();
  }

  @Override
  public List<Target> targets(Available available) {
    var targets = new ArrayList<Target>();
    for (var slice : derived.possible(available::slices).stream().filter(asked).toList()) {
      var inputs = new ArrayList<InputRef>();
      for (var input : derived.inputs()) {
        inputs.addAll(
            available.matching(input.table(), candidate -> input.matters(candidate, slice)));
      }
      targets.add(
          new Target(
              slice,
              inputs.stream().distinct().toList(),
              derived.settings().apply(slice),
              codeVersion));
    }
    return targets;
  }

  /**
   * Slices that belong together stay together; small groups that are alike share a write, so that
   * their tasks fill the machine and the cost of a write is paid once. Alike: with the same
   * layouts, say, so that a transform that joins every scenario-year with every layout makes what
   * was asked.
   */
  @Override
  public List<List<PlannedSlice>> batches(List<PlannedSlice> stale) {
    var groups = new LinkedHashMap<Slice, List<PlannedSlice>>();
    for (var planned : stale) {
      groups
          .computeIfAbsent(planned.slice().project(derived.batchBy()), key -> new ArrayList<>())
          .add(planned);
    }
    var open = new HashMap<Set<Slice>, List<PlannedSlice>>();
    var batches = new ArrayList<List<PlannedSlice>>();
    for (var group : groups.values()) {
      var rest = rest(group);
      var batch = open.get(rest);
      if (batch == null || batch.size() + group.size() > BATCH) {
        batch = new ArrayList<>();
        open.put(rest, batch);
        batches.add(batch);
      }
      batch.addAll(group);
    }
    return batches;
  }

  /** What tells the slices of a group apart. */
  private Set<Slice> rest(List<PlannedSlice> group) {
    var columns =
        table().sliceBy().stream().filter(column -> !derived.batchBy().contains(column)).toList();
    return group.stream()
        .map(planned -> planned.slice().project(columns))
        .collect(Collectors.toSet());
  }

  @Override
  public String work(List<PlannedSlice> batch) {
    return derived.work().apply(batch.stream().map(PlannedSlice::slice).toList());
  }

  @Override
  public Made make(List<PlannedSlice> batch) {
    var made = new Made();
    batch.forEach(planned -> made.accept(planned.slice()));
    if (derived.transform() instanceof Derived.Blocks inBlocks) {
      var inputs = new StoredInputs(batch, TableReader.now(store));
      inBlocks.notes().apply(inputs).forEach(note -> made.found(note.slice(), finding(note)));
      var blocks = inBlocks.blocks().apply(inputs);
      return made.files(new BlockFiles(table(), store).write(blocks, made.slices()));
    }
    var rows = rows(batch, TableReader.now(store));
    derived.remarks().forEach(remark -> tell(remark, rows, made));
    return QueryBlocks.suit(table())
        ? made.files(
            QueryBlocks.over(
                rows,
                table(),
                blocks -> new BlockFiles(table(), store).write(blocks, made.slices())))
        : made.rows(rows);
  }

  private Finding finding(Derived.Blocks.Note note) {
    return new Finding(
        Severity.WARN,
        note.rule(),
        table().name(),
        "",
        0,
        note.count(),
        note.message(),
        note.advice());
  }

  private void tell(Derived.Remark remark, Dataset<Row> rows, Made made) {
    var columns = new ArrayList<>(table().sliceBy());
    columns.add(remark.by());
    var by = columns.stream().map(functions::col).toArray(Column[]::new);
    for (var row : rows.where(remark.condition()).groupBy(by).count().orderBy(by).collectAsList()) {
      var values = new LinkedHashMap<String, String>();
      for (int i = 0; i < columns.size() - 1; i++) {
        values.put(columns.get(i), String.valueOf(row.get(i)));
      }
      long count = row.getLong(columns.size());
      made.found(
          new Slice(values),
          new Finding(
              Severity.WARN,
              remark.rule(),
              table().name(),
              "",
              0,
              count,
              remark.message().formatted(count, row.get(columns.size() - 1)),
              remark.advice()));
    }
  }

  /**
   * The rows of slices, from tables as they are or as they were.
   *
   * @param batch the slices and what they are made from
   * @param tables where the inputs are read
   */
  public Dataset<Row> rows(List<PlannedSlice> batch, TableReader tables) {
    return derived.transform().apply(new StoredInputs(batch, tables));
  }

  /** Version of the code that makes the table now. */
  public String codeVersion() {
    return codeVersion;
  }

  /** The part of the configuration that a slice depends on now, as text. */
  public String settings(Slice slice) {
    return derived.settings().apply(slice);
  }

  /**
   * Reads the inputs: the slices that the plan names, under the names of those who inherit them.
   */
  private final class StoredInputs implements Derived.Inputs {
    private final List<PlannedSlice> batch;
    private final TableReader tables;

    private StoredInputs(List<PlannedSlice> batch, TableReader tables) {
      this.batch = batch;
      this.tables = tables;
    }

    @Override
    public List<Slice> slices() {
      return batch.stream().map(PlannedSlice::slice).toList();
    }

    @Override
    public Dataset<Row> read(TableSpec table) {
      return byName(table).entrySet().stream()
          .map(entry -> renamed(table, entry.getValue(), entry.getKey()))
          .reduce(Dataset::union)
          .orElseGet(() -> tables.empty(table));
    }

    @Override
    public List<Row> rows(TableSpec table, String... columns) {
      var rows = new ArrayList<Row>();
      byName(table)
          .forEach(
              (names, stored) -> {
                for (var row : tables.rows(table, stored, List.of(columns))) {
                  rows.add(renamed(table, row, columns, names));
                }
              });
      return rows;
    }

    /** Slices by the values that a reader sees in their rows: none for one under its own name. */
    private Map<Slice, Set<Slice>> byName(TableSpec table) {
      if (derived.inputs().stream().noneMatch(input -> input.table().equals(table))) {
        throw new IllegalArgumentException(
            derived.table() + " reads " + table + " without declaring it");
      }
      var byName = new LinkedHashMap<Slice, Set<Slice>>();
      for (var planned : batch) {
        for (var reference : planned.target().inputs()) {
          if (!reference.isFile() && reference.tableName().equals(table.name())) {
            var stored = Slice.parse(reference.sliceId());
            byName
                .computeIfAbsent(
                    difference(Slice.parse(reference.readAs()), stored),
                    key -> new LinkedHashSet<>())
                .add(stored);
          }
        }
      }
      return byName;
    }

    private static Row renamed(TableSpec table, Row row, String[] columns, Slice names) {
      if (names.values().isEmpty()) {
        return row;
      }
      var values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        var name = names.values().get(columns[i]);
        values[i] = name == null ? row.get(i) : table.column(columns[i]).value(name);
      }
      return RowFactory.create(values);
    }

    private Dataset<Row> renamed(TableSpec table, Set<Slice> stored, Slice names) {
      var rows = stored.contains(Slice.ALL) ? tables.read(table) : tables.read(table, stored);
      for (var name : names.values().entrySet()) {
        rows =
            rows.withColumn(
                name.getKey(),
                functions.lit(name.getValue()).cast(table.column(name.getKey()).type()));
      }
      return rows;
    }

    private static Slice difference(Slice readAs, Slice stored) {
      var values = new LinkedHashMap<>(readAs.values());
      values.entrySet().removeAll(stored.values().entrySet());
      return new Slice(values);
    }
  }
}
