package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.access.MatrixRows;
import nl.peil.access.TimeScale;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.Derived;
import nl.peil.table.ForecastTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The matrices as a scenario-year has them: as they are stored, or changed by a what-if. */
final class TimeChanges {

  private final Derived.Inputs inputs;
  private final ZoneIndex zones;

  /** Rows of time_changes by scenario-year and mode, then number of the change. */
  private final Map<Slice, Map<Integer, List<Row>>> rows = new HashMap<>();

  private TimeChanges(Derived.Inputs inputs, ZoneIndex zones) {
    this.inputs = inputs;
    this.zones = zones;
  }

  /** Reads the changes. */
  static TimeChanges read(Derived.Inputs inputs, ZoneIndex zones) {
    var changes = new TimeChanges(inputs, zones);
    for (var row :
        inputs
            .read(ForecastTables.TIME_CHANGES)
            .select("scenario", "year", "mode", "change", "factor", "ends", "zone")
            .collectAsList()) {
      changes
          .rows
          .computeIfAbsent(
              Slice.of(
                  "scenario",
                  row.getString(0),
                  "year",
                  Integer.toString(row.getInt(1)),
                  "mode",
                  row.getString(2)),
              key -> new TreeMap<>())
          .computeIfAbsent(row.getInt(3), key -> new ArrayList<>())
          .add(row);
    }
    return changes;
  }

  /** The matrix of a slice of travel_times. */
  MatrixRows matrix(Slice slice) {
    return changed(MatrixRows.stored(pairs(slice)), slice);
  }

  /** The same with kilometres, which do not change. */
  MatrixRows matrixWithKm(Slice slice) {
    return changed(MatrixRows.storedWithKm(pairs(slice)), slice);
  }

  /** The pairs of a slice as they are stored. */
  Dataset<Row> pairs(Slice slice) {
    var own = slice.project(InputTables.TRAVEL_TIMES.sliceBy());
    return inputs
        .read(InputTables.TRAVEL_TIMES)
        .where(Slice.predicate(InputTables.TRAVEL_TIMES, List.of(own)));
  }

  private MatrixRows changed(MatrixRows matrix, Slice slice) {
    return matrix.scaled(scale(slice.project(List.of("scenario", "year", "mode"))));
  }

  private TimeScale scale(Slice mode) {
    var changes = new ArrayList<TimeScale.Change>();
    rows.getOrDefault(mode, Map.of())
        .values()
        .forEach(
            ofChange -> {
              var first = ofChange.get(0);
              var ends = TimeScale.Ends.valueOf(first.getString(5).toUpperCase(Locale.ROOT));
              var inside = new boolean[ends == TimeScale.Ends.ALL ? 0 : zones.size()];
              for (var row : ofChange) {
                int place = row.isNullAt(6) ? -1 : zones.find(row.getInt(6));
                if (place >= 0) {
                  inside[place] = true;
                }
              }
              changes.add(new TimeScale.Change(first.getDouble(4), ends, inside));
            });
    return new TimeScale(zones, changes);
  }
}
