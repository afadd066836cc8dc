package nl.peil.jobs.derive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.peil.config.ScenarioChanges;
import nl.peil.config.ScenarioConfig;
import nl.peil.run.PlannedSlice;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;

/**
 * The scenario-years that change something in what they inherit.
 *
 * @param changes what each changes, by scenario-year
 */
public record WhatIfs(Map<Slice, ScenarioChanges> changes) {

  /** None. */
  public static final WhatIfs NONE = new WhatIfs(Map.of());

  /** Those of the configuration. */
  public static WhatIfs of(List<ScenarioConfig> scenarios) {
    var changes = new HashMap<Slice, ScenarioChanges>();
    for (var scenario : scenarios) {
      if (scenario.whatIfOf() != null) {
        changes.put(
            Slice.of(
                "scenario",
                scenario.key().scenario(),
                "year",
                Integer.toString(scenario.key().year())),
            scenario.changes());
      }
    }
    return new WhatIfs(Map.copyOf(changes));
  }

  /** True for a slice of a what-if. */
  boolean contains(Slice slice) {
    return changes.containsKey(slice.project(List.of("scenario", "year")));
  }

  private ScenarioChanges of(Slice slice) {
    return changes.getOrDefault(slice.project(List.of("scenario", "year")), ScenarioChanges.NONE);
  }

  /** True when a mode has other times: everything is to be measured again then. */
  boolean changesTimes(Slice slice) {
    return of(slice).times().stream().anyMatch(change -> change.mode().equals(slice.get("mode")));
  }

  /** True when the access of a service, with the mode of a slice, may differ from the parent's. */
  boolean touches(Slice slice, String service) {
    var all = of(slice);
    return changesTimes(slice)
        || all.facilities().stream().anyMatch(change -> change.service().equals(service))
        || all.norms().stream()
            .anyMatch(
                change ->
                    change.service().equals(service) && change.mode().equals(slice.get("mode")));
  }

  /**
   * Slices of inputs that a what-if has of its own beyond what it changes: files of the delivery
   * that bear its name. Its access is taken over from the parent where nothing changes, so that
   * they would count in some places and not in others.
   */
  public List<String> filesOfTheirOwn(List<PlannedSlice> planned) {
    return planned.stream()
        .filter(each -> contains(each.slice()))
        .filter(
            each ->
                each.table().equals(InputTables.TRAVEL_TIMES)
                    || each.table().equals(InputTables.POPULATION_GRID)
                    || (each.table().equals(InputTables.OPPORTUNITIES)
                        && of(each.slice()).facilities().stream()
                            .noneMatch(
                                change -> change.service().equals(each.slice().get("service")))))
        .map(
            each ->
                "scenarios: %s is a what-if, which takes all inputs from its parent, but the delivery has %s of it (%s); take the files out, or make it a scenario with inherit_from and without changes"
                    .formatted(each.slice().get("scenario"), each.table(), each.slice()))
        .toList();
  }

  /** Services that are touched although the times are as they were. */
  List<String> services(Slice slice) {
    var all = of(slice);
    return Stream.concat(
            all.facilities().stream().map(ScenarioChanges.FacilityChange::service),
            all.norms().stream()
                .filter(change -> change.mode().equals(slice.get("mode")))
                .map(ScenarioChanges.NormChange::service))
        .distinct()
        .sorted()
        .toList();
  }
}
