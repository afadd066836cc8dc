package nl.peil.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.peil.table.DeltaStore;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Computes a stored row again, from the versions of the inputs that it was made from, with the code
 * and the configuration of today.
 */
public final class Recomputation {

  private final DerivedProducer producer;
  private final DeltaStore store;
  private final SliceRecord record;

  /**
   * Of a slice.
   *
   * @param producer makes the table
   * @param store holds the tables
   * @param record what the slice was made from
   */
  public Recomputation(DerivedProducer producer, DeltaStore store, SliceRecord record) {
    this.producer = producer;
    this.store = store;
    this.record = record;
  }

  /**
   * The versions that are read, by table. A slice is recorded with the version that wrote it; all
   * slices of a table are read at the latest of these, which had the others unchanged: so it was
   * read when the slice was made.
   */
  public Map<String, Long> versions() {
    var versions = new TreeMap<String, Long>();
    record.inputs().stream()
        .filter(input -> !input.isFile())
        .forEach(input -> versions.merge(input.tableName(), input.deltaVersion(), Math::max));
    return versions;
  }

  /** What the slice was made from. */
  public SliceRecord record() {
    return record;
  }

  /** The code that makes the table is no longer the code that made the slice. */
  public boolean codeChanged() {
    return !producer.codeVersion().equals(record.codeVersion());
  }

  /** The settings that the slice depends on are no longer those that it was made with. */
  public boolean settingsChanged() {
    return !producer.settings(slice()).equals(record.settings());
  }

  private Slice slice() {
    return Slice.parse(record.slice());
  }

  /**
   * The row with the key of a stored row; empty when there is none any more. Fails as Spark does
   * when a version can no longer be read; {@link nl.peil.table.GoneVersion} tells.
   */
  public Optional<Row> row(Row stored) {
    TableSpec table = producer.table();
    var target = new Target(slice(), record.inputs(), record.settings(), record.codeVersion());
    var planned = new PlannedSlice(table, slice(), target, List.of("computed again"));
    var rows =
        DeltaStore.ordered(
            table, producer.rows(List.of(planned), TableReader.at(store, versions())));
    Column same = functions.lit(true);
    for (var name : table.key()) {
      same = same.and(functions.col(name).eqNullSafe(functions.lit(stored.getAs(name))));
    }
    return rows.where(same).takeAsList(1).stream().findFirst();
  }
}
