package nl.peil.jobs;

import java.util.Locale;
import nl.peil.table.DeltaStore;
import nl.peil.table.TableSpec;

/** A table in one line: name, rows, size and version. */
final class TableLine {

  private TableLine() {}

  static String of(DeltaStore store, TableSpec table, long rows) {
    return String.format(
        Locale.ROOT,
        "%-24s %,14d %10.1f %9d",
        table.name(),
        rows,
        store.sizeInBytes(table) / 1e6,
        store.version(table).orElse(-1));
  }
}
