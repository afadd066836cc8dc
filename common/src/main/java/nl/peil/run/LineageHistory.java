package nl.peil.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.peil.table.DeltaStore;
import nl.peil.table.RunTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;

/**
 * Everything that lineage ever recorded: which slice was what at which run.
 *
 * @param records records in the order in which they were written
 */
public record LineageHistory(List<SliceRecord> records) {

  /** Puts the records in order. */
  public LineageHistory {
    records =
        records.stream().sorted(Comparator.comparingLong(SliceRecord::writtenMillis)).toList();
  }

  /** Reads all records; none when nothing was ever written. */
  public static LineageHistory load(DeltaStore store) {
    if (!store.exists(RunTables.LINEAGE)) {
      return new LineageHistory(List.of());
    }
    return new LineageHistory(
        store.rows(RunTables.LINEAGE, List.of(Slice.ALL), RunTables.LINEAGE.columnNames()).stream()
            .map(LineageHistory::record)
            .toList());
  }

  /** The last record of a slice; empty when there is none, or when it says that it is gone. */
  public Optional<SliceRecord> last(String table, String slice) {
    return asOf(null).of(table, slice);
  }

  /**
   * The state of all tables at the end of a run.
   *
   * @param runId the run; null: now
   */
  public RunState asOf(@org.jspecify.annotations.Nullable String runId) {
    return RunState.of(
        records.stream()
            .filter(record -> runId == null || record.runId().compareTo(runId) <= 0)
            .toList());
  }

  /**
   * The record of the slice that an input was: of the same content, at the version that was read
   * when there is one.
   */
  public Optional<SliceRecord> of(InputRef input) {
    return records.stream()
        .filter(record -> record.table().equals(input.tableName()))
        .filter(record -> record.slice().equals(input.sliceId()))
        .filter(record -> record.identity().equals(input.identity()))
        .max(
            Comparator.<SliceRecord, Boolean>comparing(
                    record -> record.deltaVersion() == input.deltaVersion())
                .thenComparing(SliceRecord::writtenMillis));
  }

  /** Ids of the runs that wrote something, from early to late. */
  public List<String> runs() {
    return records.stream().map(SliceRecord::runId).distinct().sorted().toList();
  }

  private static SliceRecord record(Row row) {
    var inputs = new ArrayList<InputRef>();
    for (Row input : row.<Row>getList(4)) {
      inputs.add(
          new InputRef(
              input.getString(0),
              input.getString(1),
              input.getString(2),
              input.getLong(3),
              input.getLong(4),
              input.getLong(5)));
    }
    return new SliceRecord(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        inputs,
        row.getString(5),
        row.getString(6),
        row.getLong(7),
        new FileRows(row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11)),
        row.getLong(12),
        row.getDouble(13),
        row.getTimestamp(14).getTime());
  }
}
