package nl.peil.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import nl.peil.table.DeltaStore;
import nl.peil.table.Derived;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes a derived table from its declaration. */
public final class DerivedProducer implements Producer {

  private final Derived derived;
  private final DeltaStore store;
  private final String codeVersion;

  /** For this declaration, over the tables in this store. */
  public DerivedProducer(Derived derived, DeltaStore store) {
    this.derived = derived;
    this.store = store;
    this.codeVersion = CodeVersion.of(derived.declaredIn());
  }

  @Override
  public TableSpec table() {
    return derived.table();
  }

  @Override
  public List<TableSpec> reads() {
    return derived.inputs().stream().map(Derived.Input::table).toList();
  }

  @Override
  public List<Target> targets(Available available) {
    var targets = new ArrayList<Target>();
    for (var slice : derived.possible(available::slices)) {
      var inputs = new ArrayList<InputRef>();
      for (var input : derived.inputs()) {
        inputs.addAll(
            available.matching(input.table(), candidate -> input.matters(candidate, slice)));
      }
      targets.add(new Target(slice, inputs, derived.settings().apply(slice), codeVersion));
    }
    return targets;
  }

  @Override
  public List<List<PlannedSlice>> batches(List<PlannedSlice> stale) {
    var batches = new LinkedHashMap<Slice, List<PlannedSlice>>();
    for (var planned : stale) {
      batches
          .computeIfAbsent(planned.slice().project(derived.batchBy()), key -> new ArrayList<>())
          .add(planned);
    }
    return List.copyOf(batches.values());
  }

  @Override
  public Made make(List<PlannedSlice> batch) {
    var made = new Made().rows(rows(batch, TableReader.now(store)));
    batch.forEach(planned -> made.accept(planned.slice()));
    return made;
  }

  /**
   * The rows of slices, from tables as they are or as they were.
   *
   * @param batch the slices and what they are made from
   * @param tables where the inputs are read
   */
  public Dataset<Row> rows(List<PlannedSlice> batch, TableReader tables) {
    var slices = batch.stream().map(PlannedSlice::slice).toList();
    return derived.transform().apply(new StoredInputs(slices, tables));
  }

  /** Version of the code that makes the table now. */
  public String codeVersion() {
    return codeVersion;
  }

  /** The part of the configuration that a slice depends on now, as text. */
  public String settings(Slice slice) {
    return derived.settings().apply(slice);
  }

  /** Reads the inputs from the store, cut down to what matters to the slices. */
  private final class StoredInputs implements Derived.Inputs {
    private final List<Slice> slices;
    private final TableReader tables;

    private StoredInputs(List<Slice> slices, TableReader tables) {
      this.slices = slices;
      this.tables = tables;
    }

    @Override
    public List<Slice> slices() {
      return slices;
    }

    @Override
    public Dataset<Row> read(TableSpec table) {
      var input =
          derived.inputs().stream()
              .filter(candidate -> candidate.table().name().equals(table.name()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          derived.table() + " reads " + table + " without declaring it"));
      if (input.optional() && !tables.exists(table)) {
        return tables.empty(table);
      }
      var wanted = new LinkedHashSet<Slice>();
      slices.forEach(slice -> wanted.addAll(input.wanted(slice)));
      return wanted.contains(Slice.ALL)
          ? tables.read(table)
          : tables.read(table).where(Slice.predicate(table, wanted));
    }
  }
}
