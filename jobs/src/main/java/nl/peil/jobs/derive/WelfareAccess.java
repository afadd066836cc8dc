package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.config.WelfareRelationConfig;
import nl.peil.model.Period;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import nl.peil.table.Slice;

/** For which share of the people of regions and zones the norm is met, in a scenario-year. */
final class WelfareAccess {

  /** Of several parts of the day the first that there is: people travel in the peak. */
  private static final List<String> PERIODS =
      List.of(Period.SPITS.key(), Period.DAL.key(), Period.ETMAAL.key());

  private final TreeMap<Key, Map<List<String>, Double>> shares = new TreeMap<>();

  /** What is reached, how and when. */
  record Key(String service, String mode, String period) implements Comparable<Key>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compareTo(Key other) {
      return (service + "/" + mode + "/" + period)
          .compareTo(other.service + "/" + other.mode + "/" + other.period);
    }
  }

  /** Reads region_level, and when correlations run over zones accessibility_level. */
  static WelfareAccess read(
      Derived.Inputs inputs, Slice scenarioYear, WelfareRelationConfig config, String areas) {
    var access = new WelfareAccess();
    for (var row :
        inputs.rows(
            AccessTables.REGION_LEVEL,
            "scenario",
            "year",
            "service",
            "mode",
            "period",
            "layout",
            "region",
            "share_meeting_norm")) {
      if (of(row.getString(0), row.getInt(1), scenarioYear) && !row.isNullAt(7)) {
        access.put(
            new Key(row.getString(2), row.getString(3), row.getString(4)),
            row.getString(5),
            row.getString(6),
            row.getDouble(7));
      }
    }
    if (areas.equals(BarrierSourceConfig.ZONE)) {
      for (var row :
          inputs.rows(
              AccessTables.ACCESSIBILITY_LEVEL,
              "scenario",
              "year",
              "service",
              "mode",
              "period",
              "zone",
              "meets_norm")) {
        if (of(row.getString(0), row.getInt(1), scenarioYear) && !row.isNullAt(6)) {
          access.put(
              new Key(row.getString(2), row.getString(3), row.getString(4)),
              BarrierSourceConfig.ZONE,
              Integer.toString(row.getInt(5)),
              row.getBoolean(6) ? 1 : 0);
        }
      }
    }
    access.keep(config);
    return access;
  }

  private static boolean of(String scenario, int year, Slice scenarioYear) {
    return scenario.equals(scenarioYear.get("scenario"))
        && Integer.toString(year).equals(scenarioYear.get("year"));
  }

  private void put(Key key, String kind, String area, double share) {
    shares.computeIfAbsent(key, any -> new HashMap<>()).put(List.of(kind, area), share);
  }

  private void keep(WelfareRelationConfig config) {
    var chosen = new HashMap<String, Set<String>>();
    for (var mode : config.modes()) {
      var there = new HashSet<String>();
      shares.keySet().stream()
          .filter(key -> key.mode().equals(mode))
          .forEach(key -> there.add(key.period()));
      chosen.put(
          mode,
          config.periods().isEmpty()
              ? PERIODS.stream().filter(there::contains).findFirst().map(Set::of).orElse(Set.of())
              : Set.copyOf(config.periods()));
    }
    shares
        .keySet()
        .removeIf(
            key ->
                !chosen.getOrDefault(key.mode(), Set.of()).contains(key.period())
                    || !(config.services().isEmpty() || config.services().contains(key.service())));
  }

  /** What there is, in order. */
  List<Key> keys() {
    return List.copyOf(shares.keySet());
  }

  /** The share of each area of a kind; NaN where it is not known. */
  double[] of(Key key, String kind, List<String> areas) {
    var known = shares.getOrDefault(key, Map.of());
    var found = new double[areas.size()];
    Arrays.setAll(found, i -> known.getOrDefault(List.of(kind, areas.get(i)), Double.NaN));
    return found;
  }
}
