package nl.peil.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.table.Column;
import nl.peil.table.DeltaStore;
import nl.peil.table.Derived;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.types.DataTypes;

/** Invented tables: raw ones with a file per slice, derived ones above them. */
final class TinyHouse {

  /** Version of each file: table, slice, number. */
  private final Map<TableSpec, Map<Slice, Integer>> files = new LinkedHashMap<>();

  final List<Producer> producers = new ArrayList<>();
  String settings = "";
  private final DeltaStore store;

  TinyHouse(DeltaStore store) {
    this.store = store;
  }

  static TableSpec table(String name, String... sliceBy) {
    var builder = TableSpec.named(name, "row", "An invented table");
    for (var column : sliceBy) {
      builder.columns(Column.of(column, DataTypes.StringType, column));
    }
    return builder
        .columns(Column.of("value", DataTypes.DoubleType, "value"))
        .partitionedBy(sliceBy)
        .build();
  }

  void raw(TableSpec table, Slice... slices) {
    var versions = new LinkedHashMap<Slice, Integer>();
    Arrays.stream(slices).forEach(slice -> versions.put(slice, 0));
    files.put(table, versions);
    producers.add(new RawProducer(table));
  }

  DerivedProducer derived(TableSpec table, List<String> batchBy, TableSpec... inputs) {
    return derived(
        table, batchBy, Arrays.stream(inputs).map(in -> Derived.Input.of(in, table)).toList());
  }

  DerivedProducer derived(TableSpec table, List<String> batchBy, List<Derived.Input> inputs) {
    var producer =
        new DerivedProducer(
            new Derived(
                table,
                inputs,
                batchBy,
                slice -> settings,
                TinyHouse.class,
                rows -> rows.read(inputs.get(0).table())),
            store);
    producers.add(producer);
    return producer;
  }

  /** The files of a raw table. */
  Map<Slice, Integer> filesOf(TableSpec table) {
    return files.computeIfAbsent(table, key -> new LinkedHashMap<>());
  }

  void change(TableSpec table, Slice slice) {
    filesOf(table).merge(slice, 1, Integer::sum);
  }

  /** Reads a file per slice. */
  private final class RawProducer implements Producer {
    private final TableSpec table;

    private RawProducer(TableSpec table) {
      this.table = table;
    }

    @Override
    public TableSpec table() {
      return table;
    }

    @Override
    public List<TableSpec> reads() {
      return List.of();
    }

    @Override
    public List<Target> targets(Available available) {
      return filesOf(table).entrySet().stream()
          .map(
              file -> {
                var name = table.name() + "/" + file.getKey().id() + ".csv";
                var input =
                    InputRef.file(new Fingerprint(name, 1, 1, String.valueOf(file.getValue())));
                return new Target(file.getKey(), List.of(input), "", "code");
              })
          .toList();
    }

    @Override
    public List<List<PlannedSlice>> batches(List<PlannedSlice> stale) {
      return stale.stream().map(List::of).toList();
    }

    @Override
    public Made make(List<PlannedSlice> batch) {
      throw new AssertionError("a plan makes nothing");
    }
  }
}
