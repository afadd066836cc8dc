package nl.peil.jobs.report.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/** The regions of a layout, with their zones. */
public final class Regions {

  private Regions() {}

  /** Reads a layout; the regions by name. */
  static List<Region> read(StoredTables tables, Zones zones, String layout) {
    var slice = Slice.of("layout", layout);
    var known = new HashMap<String, Line>();
    for (var line :
        tables.rows(
            "regions",
            slice,
            "region",
            "region_name",
            "aliases",
            "status",
            "source",
            "valid_from",
            "valid_to",
            "members_basis",
            "note",
            "geometry")) {
      known.put(line.text("region"), line);
    }
    Map<String, List<Line>> members = new LinkedHashMap<>();
    known.keySet().forEach(region -> members.put(region, new ArrayList<>()));
    for (var line :
        tables.rows(
            "region_membership",
            slice,
            "region",
            "region_name",
            "zone",
            "weight",
            "persons",
            "valid_from",
            "valid_to",
            "status",
            "source")) {
      members.computeIfAbsent(line.text("region"), region -> new ArrayList<>()).add(line);
    }
    return members.entrySet().stream()
        .map(entry -> region(layout, entry.getKey(), entry.getValue(), known, zones))
        .sorted(Comparator.comparing(Region::name).thenComparing(Region::code))
        .toList();
  }

  private static Region region(
      String layout, String code, List<Line> members, Map<String, Line> all, Zones zones) {
    @Nullable Line known = all.get(code);
    var about = known == null ? members.get(0) : known;
    var name = about.optionalText("region_name");
    var inside =
        members.stream()
            .filter(line -> zones.place().containsKey(line.whole("zone")))
            .sorted(Comparator.comparingInt(line -> line.whole("zone")))
            .toList();
    return new Region(
        layout,
        code,
        name == null || name.isBlank() ? code : name,
        known == null ? "" : known.text("aliases"),
        about.text("status"),
        about.text("source"),
        about.date("valid_from"),
        about.date("valid_to"),
        known == null ? "" : known.text("members_basis"),
        known == null ? null : known.optionalText("note"),
        known == null ? null : known.bytes("geometry"),
        new Region.Members(
            inside.stream()
                .mapToInt(
                    line -> java.util.Objects.requireNonNull(zones.place().get(line.whole("zone"))))
                .toArray(),
            inside.stream().mapToDouble(line -> line.number("weight")).toArray(),
            inside.stream().mapToDouble(line -> line.number("persons")).toArray()));
  }

  /**
   * The region where most people of another region live.
   *
   * @param regions regions of one layout
   */
  public static Optional<Region> around(Region region, List<Region> regions) {
    return regions.stream()
        .map(other -> Map.entry(other, region.members().sharedWith(other.members())))
        .filter(entry -> entry.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /**
   * The region with a code, name or alias, whatever the case; a code goes before a name.
   *
   * @param text what somebody called it
   */
  public static Optional<Region> find(List<Region> regions, String text) {
    var wanted = text.strip();
    return regions.stream()
        .filter(region -> region.code().equals(wanted))
        .findFirst()
        .or(() -> regions.stream().filter(r -> r.name().equalsIgnoreCase(wanted)).findFirst())
        .or(
            () ->
                regions.stream()
                    .filter(
                        r ->
                            List.of(r.aliases().split("\\|")).stream()
                                .anyMatch(alias -> alias.strip().equalsIgnoreCase(wanted)))
                    .findFirst());
  }
}
