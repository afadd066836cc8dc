package nl.peil.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the lines of a catalogue have to keep to, each for itself and together. */
final class CatalogueRules {

  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9_.-]*";
  private static final List<String> STATUSES = List.of("vastgesteld", "indicatief", "onvolledig");

  private final Path folder;
  private final List<String> broken = new ArrayList<>();

  private CatalogueRules(Path folder) {
    this.folder = folder;
  }

  /** What is wrong, with file and line; empty when nothing is. */
  static List<String> broken(Path folder, RegionCatalogue catalogue) {
    var rules = new CatalogueRules(folder);
    rules.regions(catalogue.regions());
    rules.members(catalogue);
    rules.goals(catalogue);
    return rules.broken;
  }

  private void regions(List<CatalogueRegion> regions) {
    var seen = new HashSet<String>();
    for (var region : regions) {
      code(CatalogueReader.REGIONS, region.line(), "layout", region.layout());
      code(CatalogueReader.REGIONS, region.line(), "region", region.region());
      if (!STATUSES.contains(region.status())) {
        wrong(
            CatalogueReader.REGIONS,
            region.line(),
            "status '%s' is not one of %s".formatted(region.status(), String.join(", ", STATUSES)));
      }
      if (region.name().isEmpty()) {
        wrong(CatalogueReader.REGIONS, region.line(), "region_name is empty");
      }
      if (!seen.add(region.key())) {
        wrong(CatalogueReader.REGIONS, region.line(), region.key() + " stands here twice");
      }
    }
    regions.stream()
        .collect(
            Collectors.groupingBy(
                CatalogueRegion::layout,
                Collectors.mapping(
                    region -> region.basis() == Basis.DELIVERED, Collectors.toSet())))
        .forEach(
            (layout, delivered) -> {
              if (delivered.size() > 1) {
                broken.add(
                    "%s: layout %s has regions with basis delivered and others; it comes with the delivery or it does not"
                        .formatted(folder.resolve(CatalogueReader.REGIONS), layout));
              }
            });
  }

  private void members(RegionCatalogue catalogue) {
    Map<String, CatalogueRegion> regions = new HashMap<>();
    catalogue.regions().forEach(region -> regions.putIfAbsent(region.key(), region));
    var layouts = Set.copyOf(catalogue.layouts());
    var seen = new HashSet<List<String>>();
    var zones = new HashMap<String, Boolean>();
    for (var member : catalogue.members()) {
      code(CatalogueReader.MEMBERS, member.line(), "member", member.member());
      code(CatalogueReader.MEMBERS, member.line(), "member_layout", member.memberLayout());
      var region = regions.get(member.key());
      if (region == null) {
        wrong(
            CatalogueReader.MEMBERS,
            member.line(),
            "there is no region %s in %s".formatted(member.key(), CatalogueReader.REGIONS));
      } else if (region.basis() == Basis.OPEN || region.basis() == Basis.DELIVERED) {
        wrong(
            CatalogueReader.MEMBERS,
            member.line(),
            "%s has a member, and basis %s in line %d of %s; write stated or public there"
                .formatted(
                    member.key(), region.basis().key(), region.line(), CatalogueReader.REGIONS));
      }
      if (member.basis() != Basis.STATED && member.basis() != Basis.PUBLIC) {
        wrong(CatalogueReader.MEMBERS, member.line(), "basis of a member is stated or public");
      }
      if (layouts.contains(member.memberLayout())) {
        wrong(
            CatalogueReader.MEMBERS,
            member.line(),
            "member_layout '%s' is a layout of the catalogue itself; name one of the delivery, or zones"
                .formatted(member.memberLayout()));
      }
      if (!seen.add(List.of(member.key(), member.memberLayout(), member.member()))) {
        wrong(
            CatalogueReader.MEMBERS,
            member.line(),
            "%s of %s stands here twice".formatted(member.member(), member.key()));
      }
      boolean zone = member.memberLayout().equals(CatalogueMember.ZONES);
      var before = zones.putIfAbsent(member.key(), zone);
      if (before != null && before != zone) {
        wrong(
            CatalogueReader.MEMBERS,
            member.line(),
            member.key() + " has zones and regions as members; a zone might count twice");
      }
    }
    for (var region : catalogue.regions()) {
      if ((region.basis() == Basis.STATED || region.basis() == Basis.PUBLIC)
          && !zones.containsKey(region.key())) {
        wrong(
            CatalogueReader.REGIONS,
            region.line(),
            "%s has basis %s and no line in %s; write open, or add its members"
                .formatted(region.key(), region.basis().key(), CatalogueReader.MEMBERS));
      }
    }
  }

  private void goals(RegionCatalogue catalogue) {
    var layouts = Set.copyOf(catalogue.layouts());
    for (var goal : catalogue.goals()) {
      for (var text : goal.regions()) {
        int colon = text.indexOf(':');
        // Regions of other layouts come with the delivery
        if (colon > 0
            && layouts.contains(text.substring(0, colon))
            && catalogue.find(text).isEmpty()) {
          wrong(
              CatalogueReader.GOALS,
              goal.line(),
              "there is no region '%s' in %s, by name, alias or code"
                  .formatted(text, CatalogueReader.REGIONS));
        }
      }
      if (goal.regions().isEmpty()) {
        wrong(CatalogueReader.GOALS, goal.line(), "region is empty");
      }
    }
  }

  private void code(String file, long line, String column, String code) {
    if (!code.matches(CODE)) {
      wrong(
          file,
          line,
          "%s '%s' must consist of letters, digits, '_', '.' and '-'".formatted(column, code));
    }
  }

  private void wrong(String file, long line, String message) {
    broken.add("%s:%d: %s".formatted(folder.resolve(file), line, message));
  }
}
