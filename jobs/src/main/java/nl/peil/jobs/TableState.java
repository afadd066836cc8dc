package nl.peil.jobs;

import java.util.List;
import java.util.Locale;
import nl.peil.jobs.operate.StatusDocument;
import nl.peil.run.Plan;
import nl.peil.run.PlannedSlice;
import nl.peil.table.DeltaStore;
import nl.peil.table.TableSpec;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is now, from its log: no file of it is opened.
 *
 * @param table the table
 * @param there it has been made
 * @param rows rows; null when they cannot be told
 * @param bytes bytes of its files
 * @param version version
 * @param slices what a run would look at
 */
record TableState(
    TableSpec table,
    boolean there,
    @Nullable Long rows,
    long bytes,
    long version,
    List<PlannedSlice> slices) {

  static TableState of(TableSpec table, DeltaStore store, Plan plan) {
    var slices =
        plan.slices().stream().filter(slice -> slice.table().name().equals(table.name())).toList();
    var version = store.version(table);
    if (version.isEmpty()) {
      return new TableState(table, false, null, 0, 0, slices);
    }
    var rows = store.rowsInLog(table);
    return new TableState(
        table,
        true,
        rows.isPresent() ? rows.getAsLong() : null,
        store.sizeInBytes(table),
        version.getAsLong(),
        slices);
  }

  List<PlannedSlice> stale() {
    return slices.stream().filter(PlannedSlice::stale).toList();
  }

  /** One line for a person. */
  String describe() {
    var line =
        there
            ? String.format(
                Locale.ROOT,
                "%-24s %14s %10.1f %9d",
                table.name(),
                rows == null ? "?" : String.format(Locale.ROOT, "%,d", rows),
                bytes / 1e6,
                version)
            : "%-24s %14s %10s %9s".formatted(table.name(), "-", "-", "-");
    var stale = stale();
    var state =
        slices.isEmpty()
            ? ""
            : stale.isEmpty()
                ? slices.size() + " up to date"
                : stale.size() + " of " + slices.size() + " stale";
    return (line + "  " + state).stripTrailing();
  }

  /** The same for a machine. */
  StatusDocument.OfTable document() {
    return new StatusDocument.OfTable(
        table.name(),
        rows,
        there ? bytes : null,
        there ? version : null,
        slices.size(),
        stale().size(),
        stale().stream().flatMap(slice -> slice.reasons().stream()).distinct().toList());
  }
}
