package nl.peil.jobs.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.peil.table.DeltaStore;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables at one moment: a run that goes on meanwhile does not come in halfway. */
final class Snapshot {

  private final DeltaStore store;
  private final Map<String, Long> versions = new LinkedHashMap<>();

  /** The tables as they are now. */
  Snapshot(DeltaStore store) {
    this.store = store;
    for (var table : Tables.all()) {
      store.version(table).ifPresent(version -> versions.put(table.name(), version));
    }
  }

  /** A table; empty when there is none. */
  Optional<Dataset<Row>> read(TableSpec table) {
    return Optional.ofNullable(versions.get(table.name()))
        .map(version -> store.readVersion(table, version));
  }

  /** Delta versions by name of the table. */
  Map<String, Long> versions() {
    return versions;
  }

  DeltaStore store() {
    return store;
  }
}
