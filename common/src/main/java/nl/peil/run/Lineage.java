package nl.peil.run;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.peil.table.DeltaStore;
import nl.peil.table.RunTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What every slice was made from: the last record of each slice, and the way to add one. */
public final class Lineage {

  private final DeltaStore store;
  private final Map<String, SliceRecord> latest = new HashMap<>();
  private final List<SliceRecord> forgotten = new ArrayList<>();

  private Lineage(DeltaStore store) {
    this.store = store;
  }

  /** Reads the last record of every slice; none when nothing was ever written. */
  public static Lineage load(DeltaStore store) {
    var lineage = new Lineage(store);
    LineageHistory.load(store).records().forEach(lineage::note);
    return lineage;
  }

  /** Takes a record to be the last of its slice, unless a later one is known. */
  void note(SliceRecord record) {
    latest.merge(
        key(record.table(), record.slice()),
        record,
        (a, b) -> b.writtenMillis() >= a.writtenMillis() ? b : a);
  }

  private static String key(String table, String slice) {
    return table + "[" + slice + "]";
  }

  /** The last record of a slice. */
  public Optional<SliceRecord> of(String table, String slice) {
    return Optional.ofNullable(latest.get(key(table, slice))).filter(SliceRecord::stored);
  }

  /** The last record of every slice. */
  public List<SliceRecord> all() {
    return latest.values().stream().filter(SliceRecord::stored).toList();
  }

  /** The last records of the slices of a table. */
  public List<SliceRecord> of(String table) {
    return all().stream().filter(record -> record.table().equals(table)).toList();
  }

  /** Forgets a table whose rows can no longer be trusted to be what was recorded. */
  public void forget(String table) {
    for (var record : of(table)) {
      latest.remove(key(table, record.slice()));
      forgotten.add(record);
    }
  }

  /**
   * Writes down what was forgotten. A slice that this run cannot make again, because its file is
   * rejected now, would otherwise pass for stored at the next: the table itself has changed by
   * then.
   */
  public void recordForgotten(String runId) {
    if (!forgotten.isEmpty()) {
      long now = System.currentTimeMillis();
      append(forgotten.stream().map(record -> record.asGone(runId, now)).toList(), runId);
      forgotten.clear();
    }
  }

  /** The last fingerprint that earlier runs took of each file, by path. */
  public Map<String, Fingerprint> files() {
    var known = new HashMap<String, Fingerprint>();
    all().stream()
        .sorted(Comparator.comparingLong(SliceRecord::writtenMillis))
        .flatMap(record -> record.inputs().stream())
        .filter(input -> input.kind().equals("file"))
        .forEach(
            input ->
                known.put(
                    input.name(),
                    new Fingerprint(
                        input.name(), input.size(), input.modifiedMillis(), input.identity())));
    return known;
  }

  /** Adds records in one commit. */
  public void append(List<SliceRecord> records, String runId) {
    var rows = records.stream().map(Lineage::row).toList();
    store.append(RunTables.LINEAGE, rows, runId);
    records.forEach(this::note);
  }

  private static Row row(SliceRecord record) {
    var inputs =
        record.inputs().stream()
            .map(
                input ->
                    RowFactory.create(
                        input.kind(),
                        input.name(),
                        input.identity(),
                        input.size(),
                        input.modifiedMillis(),
                        input.deltaVersion()))
            .toArray();
    return RowFactory.create(
        record.runId(),
        record.table(),
        record.slice(),
        record.identity(),
        inputs,
        record.codeVersion(),
        record.settings(),
        record.deltaVersion(),
        record.files().read(),
        record.files().loaded(),
        record.files().leftOut(),
        record.files().quarantined(),
        record.rowsWritten(),
        record.seconds(),
        new Timestamp(record.writtenMillis()));
  }
}
