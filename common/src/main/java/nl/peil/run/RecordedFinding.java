package nl.peil.run;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peil.quality.Severity;
import nl.peil.table.DeltaStore;
import nl.peil.table.RunTables;

/**
 * Something that a run wrote down about a slice.
 *
 * @param runId run that met it
 * @param severity severity, as the table findings has it
 * @param rule rule
 * @param table table that the data was meant for
 * @param slice slice that the data was meant for
 * @param file file in the delivery; empty when none
 * @param count how many rows, zones, cells or persons
 */
public record RecordedFinding(
    String runId,
    String severity,
    String rule,
    String table,
    String slice,
    String file,
    long count) {

  /**
   * What a reader of these slices should know, from early to late: what was found when they were
   * written, and rejections since, which kept them from being written anew. Mere information is
   * left out.
   */
  public static List<RecordedFinding> about(DeltaStore store, Collection<SliceRecord> records) {
    if (!store.exists(RunTables.FINDINGS)) {
      return List.of();
    }
    Set<String> tables = records.stream().map(SliceRecord::table).collect(Collectors.toSet());
    return store
        .read(RunTables.FINDINGS)
        .select("run_id", "severity", "rule", "table_name", "slice", "file", "count")
        .collectAsList()
        .stream()
        .map(
            row ->
                new RecordedFinding(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6)))
        .filter(finding -> tables.contains(finding.table()))
        .filter(finding -> records.stream().anyMatch(finding::concerns))
        .sorted(java.util.Comparator.comparing(RecordedFinding::runId))
        .toList();
  }

  /** True when a reader of a slice should know this. */
  public boolean concerns(SliceRecord record) {
    if (!record.table().equals(table) || severity.equals(Severity.INFO.key())) {
      return false;
    }
    boolean rejected = severity.equals(Severity.REJECT.key());
    boolean itsFile =
        record.inputs().stream().anyMatch(input -> input.isFile() && input.name().equals(file));
    return rejected
        ? runId.compareTo(record.runId()) > 0 && (record.slice().equals(slice) || itsFile)
        : runId.equals(record.runId()) && record.slice().equals(slice);
  }
}
