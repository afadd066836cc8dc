package nl.peil.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.OpportunitiesConfig;
import nl.peil.config.ScenarioChanges.FacilityChange;
import nl.peil.config.ScenarioConfig;
import nl.peil.config.ScenarioConfig.Inherited;
import nl.peil.model.ScenarioYear;
import nl.peil.model.Services;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Places that open and close in what-ifs. A service in which something changes becomes a slice of
 * the what-if, made from the same files as that of the scenario-year it changes; the others are
 * inherited.
 */
final class FacilityChanges {

  private final Map<Slice, List<FacilityChange>> bySlice = new HashMap<>();
  private final Map<Slice, ScenarioYear> withoutFiles = new HashMap<>();

  private FacilityChanges() {}

  /** Notes the changes, and which files each changed slice is made from. */
  static FacilityChanges of(List<ScenarioConfig> scenarios, SliceFiles<OpportunitiesConfig> files) {
    var changes = new FacilityChanges();
    for (var scenario : scenarios) {
      var parent = scenario.whatIfOf();
      if (parent == null) {
        continue;
      }
      for (var change : scenario.changes().facilities()) {
        var slice = slice(scenario.key(), change.service());
        var known = changes.bySlice.get(slice);
        if (known == null) {
          known = new ArrayList<>();
          changes.bySlice.put(slice, known);
          var input = change.service().equals(Services.JOBS) ? Inherited.JOBS : Inherited.SERVICES;
          var theirs =
              ScenarioConfig.line(scenarios, parent, input).stream()
                  .map(key -> List.copyOf(files.of(slice(key, change.service()))))
                  .filter(found -> !found.isEmpty())
                  .findFirst()
                  .orElse(List.of());
          theirs.forEach(source -> files.add(slice, source.config(), source.file()));
          if (theirs.isEmpty()) {
            changes.withoutFiles.put(slice, parent);
          }
        }
        known.add(change);
      }
    }
    return changes;
  }

  private static Slice slice(ScenarioYear key, String service) {
    return Slice.of(
        "scenario", key.scenario(), "year", Integer.toString(key.year()), "service", service);
  }

  /** Services of which nobody delivered anything in the scenario-year that is to be changed. */
  List<String> unfounded() {
    return withoutFiles.entrySet().stream()
        .map(
            entry ->
                "scenarios: %s opens or closes '%s', but %s has no files of that service"
                    .formatted(
                        entry.getKey().get("scenario"),
                        entry.getKey().get("service"),
                        entry.getValue()))
        .sorted()
        .toList();
  }

  /** The changes of a slice as text; empty when there are none. */
  String text(Slice slice) {
    var changes = bySlice.get(slice);
    return changes == null ? "" : " " + changes;
  }

  /** Changes in zones that are not there. */
  List<Finding> problems(Slice slice, Set<String> zones) {
    return bySlice.getOrDefault(slice, List.of()).stream()
        .filter(change -> !zones.contains(change.zone()))
        .map(
            change ->
                new Finding(
                    Severity.REJECT,
                    "what_if_zone",
                    InputTables.OPPORTUNITIES.name(),
                    "",
                    0,
                    1,
                    "expected a zone of the delivery in which '"
                        + change.service()
                        + "' opens or closes, got '"
                        + change.zone()
                        + "'",
                    "correct 'zone' in the scenario " + slice.get("scenario")))
        .toList();
  }

  /** What there is in a zone after the changes. */
  ZoneOpportunities applied(Slice slice, String zone, ZoneOpportunities given) {
    var after = given;
    for (var change : bySlice.getOrDefault(slice, List.of())) {
      if (change.zone().equals(zone)) {
        Double opens = change.opens();
        if (opens == null) {
          after = new ZoneOpportunities();
        } else {
          after.add(opens, null, new @Nullable Double[4]);
        }
      }
    }
    return after;
  }
}
