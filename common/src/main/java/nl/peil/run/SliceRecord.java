package nl.peil.run;

import java.util.List;

/**
 * What lineage says about a slice that was written.
 *
 * @param runId run that wrote it
 * @param table name of the table
 * @param slice slice as text
 * @param identity hash over everything it was made from; empty: found gone or changed by others
 * @param inputs what it was made from
 * @param codeVersion version of the code that made it
 * @param settings settings it depended on
 * @param deltaVersion version of the table after the write
 * @param files books of the files it was made from
 * @param rowsWritten rows of the slice
 * @param seconds seconds for the write that it was part of
 * @param writtenMillis when, milliseconds since 1970
 */
public record SliceRecord(
    String runId,
    String table,
    String slice,
    String identity,
    List<InputRef> inputs,
    String codeVersion,
    String settings,
    long deltaVersion,
    FileRows files,
    long rowsWritten,
    double seconds,
    long writtenMillis) {

  /** False for the record that a slice is gone or was changed by others. */
  public boolean stored() {
    return !identity.isEmpty();
  }

  /** The record that this slice is gone or was changed by others: no identity, no rows. */
  SliceRecord asGone(String byRun, long millis) {
    return new SliceRecord(
        byRun, table, slice, "", List.of(), codeVersion, settings, -1, FileRows.NONE, 0, 0, millis);
  }
}
