package nl.peil.run;

import java.util.ArrayList;
import java.util.List;
import nl.peil.table.DeltaStore;
import nl.peil.table.Tables;

/** Tables that are not as Peil left them. */
public final class ForeignChanges {

  private ForeignChanges() {}

  /**
   * A table that somebody else changed, or that is gone, is not what lineage says: it is forgotten
   * there, so that its slices are made again.
   *
   * @return what was found, in words
   */
  public static List<String> forget(Lineage lineage, DeltaStore store) {
    var found = new ArrayList<String>();
    for (var table : Tables.all()) {
      var records = lineage.of(table.name());
      if (records.isEmpty()) {
        continue;
      }
      long recorded = records.stream().mapToLong(SliceRecord::deltaVersion).max().orElse(-1);
      var version = store.version(table);
      if (version.isEmpty() || version.getAsLong() < recorded) {
        found.add(table + " is gone or was made anew outside Peil");
        lineage.forget(table.name());
      } else if (version.getAsLong() > recorded) {
        var changes = store.foreignChanges(table, recorded);
        if (!changes.isEmpty()) {
          found.add(table + " was changed outside Peil (" + String.join(", ", changes) + ")");
          lineage.forget(table.name());
        }
      }
    }
    return List.copyOf(found);
  }
}
