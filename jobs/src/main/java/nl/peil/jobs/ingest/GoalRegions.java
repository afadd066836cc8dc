package nl.peil.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.peil.config.LayoutConfig;
import nl.peil.table.RegionTables;
import org.jspecify.annotations.Nullable;

/** Which regions the names in goals mean: codes, names and aliases of all layouts. */
final class GoalRegions {

  /** The whole country, which the whole delivery stands for. */
  private static final List<String> COUNTRY =
      List.of("nederland", "heel nederland", "landelijk", "the netherlands");

  /** All regions of a layout: alle NPVR-regio's. */
  private static final Pattern ALL =
      Pattern.compile("(?:alle|all) (.+?)[ -](?:regio['’]?s|gebieden|regions)");

  private final List<String> order;
  private final Map<String, Map<String, List<String>>> byName = new HashMap<>();
  private final Map<String, TreeSet<String>> byLayout = new LinkedHashMap<>();

  /** A region. */
  record Found(String layout, String region) {}

  /**
   * What a name means.
   *
   * @param regions the regions; none: it is not known
   * @param layouts the layouts among which it cannot be chosen; empty unless that is why
   */
  record Meaning(List<Found> regions, List<String> layouts) {}

  /**
   * @param order layouts in which names are sought, the first that knows it counts; empty: all
   */
  GoalRegions(List<String> order) {
    this.order = order;
  }

  /** Reads the regions of all layouts. */
  static GoalRegions of(IngestContext context) {
    var regions = new GoalRegions(context.config().welfare().goalLayouts());
    for (var row :
        context
            .store()
            .read(RegionTables.REGIONS)
            .select("layout", "region", "region_name", "aliases")
            .collectAsList()) {
      var names = new ArrayList<>(List.of(row.getString(1), row.getString(2)));
      if (!row.isNullAt(3)) {
        names.addAll(List.of(row.getString(3).split("\\|", -1)));
      }
      regions.add(row.getString(0), row.getString(1), names);
    }
    return regions;
  }

  /** Adds a region with all that it is called. */
  void add(String layout, String region, List<String> names) {
    byLayout.computeIfAbsent(layout, key -> new TreeSet<>()).add(region);
    for (var name : names) {
      var found =
          byName
              .computeIfAbsent(plain(name), key -> new HashMap<>())
              .computeIfAbsent(layout, key -> new ArrayList<>());
      if (!found.contains(region)) {
        found.add(region);
      }
    }
  }

  /**
   * What a name means.
   *
   * @param text the name as the source has it, or {@code layout:name}; {@code layout:*} is all of a
   *     layout
   * @param layout the layout it is of; empty: not said
   */
  Meaning meaning(String text, String layout) {
    int colon = text.indexOf(':');
    var before = colon < 0 ? "" : text.substring(0, colon).strip();
    if (byLayout.containsKey(before)) {
      var rest = text.substring(colon + 1).strip();
      return rest.equals("*") ? new Meaning(all(before), List.of()) : meaning(rest, before);
    }
    var name = plain(text);
    if (COUNTRY.contains(name)) {
      return new Meaning(all(LayoutConfig.DELIVERY), List.of());
    }
    var every = ALL.matcher(name);
    if (every.matches()) {
      var layouts =
          byLayout.keySet().stream().filter(it -> plain(it).equals(every.group(1))).toList();
      return new Meaning(layouts.isEmpty() ? List.of() : all(layouts.get(0)), List.of());
    }
    var known = byName.getOrDefault(name, Map.of());
    var candidates =
        layout.isEmpty()
            ? known.keySet().stream()
                .filter(it -> !it.equals(LayoutConfig.DELIVERY))
                .sorted()
                .toList()
            : List.of(layout);
    var chosen = layout.isEmpty() ? chosen(candidates) : layout;
    if (chosen == null) {
      return new Meaning(List.of(), candidates);
    }
    var regions = known.getOrDefault(chosen, List.of());
    // Two regions of a layout with the same name: nobody can tell which one is meant
    return regions.size() == 1
        ? new Meaning(List.of(new Found(chosen, regions.get(0))), List.of())
        : new Meaning(List.of(), regions.isEmpty() ? List.of() : List.of(chosen));
  }

  private @Nullable String chosen(List<String> candidates) {
    for (var layout : order) {
      if (candidates.contains(layout)) {
        return layout;
      }
    }
    return candidates.size() == 1 ? candidates.get(0) : null;
  }

  private List<Found> all(String layout) {
    return byLayout.getOrDefault(layout, new TreeSet<>()).stream()
        .map(region -> new Found(layout, region))
        .toList();
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
