package nl.peil.jobs.derive;

import java.util.HashMap;
import java.util.Map;
import nl.peil.model.Mode;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;

/** Acceptable travel times, by scenario-year, mode and service; read once. */
final class Norms {

  private final Map<Slice, Map<Mode, Map<String, Double>>> minutes = new HashMap<>();

  private Norms() {}

  /** Reads the norms that matter to the slices asked for. */
  static Norms read(Derived.Inputs inputs) {
    var norms = new Norms();
    for (var row :
        inputs.rows(InputTables.NORMS, "scenario", "year", "mode", "service", "minutes")) {
      norms
          .minutes
          .computeIfAbsent(
              Slice.of("scenario", row.getString(0), "year", Integer.toString(row.getInt(1))),
              key -> new HashMap<>())
          .computeIfAbsent(Mode.of(row.getString(2)), key -> new HashMap<>())
          .put(row.getString(3), row.getDouble(4));
    }
    return norms;
  }

  /** Minutes by service; none where there is no norm. */
  Map<String, Double> of(Slice scenarioYear, Mode mode) {
    return minutes.getOrDefault(scenarioYear, Map.of()).getOrDefault(mode, Map.of());
  }
}
