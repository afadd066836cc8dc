package nl.peil.jobs.derive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.config.ScenarioChanges;
import nl.peil.config.ScenarioConfig;
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

  /** Services that are touched although the times are as they were. */
  List<String> services(Slice slice) {
    var all = of(slice);
    return java.util.stream.Stream.concat(
            all.facilities().stream().map(ScenarioChanges.FacilityChange::service),
            all.norms().stream()
                .filter(change -> change.mode().equals(slice.get("mode")))
                .map(ScenarioChanges.NormChange::service))
        .distinct()
        .sorted()
        .toList();
  }
}
