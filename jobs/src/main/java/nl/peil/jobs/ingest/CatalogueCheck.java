package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.peil.catalogue.Basis;
import nl.peil.catalogue.CatalogueMember;
import nl.peil.catalogue.CatalogueReader;
import nl.peil.catalogue.CatalogueRegion;
import nl.peil.catalogue.RegionCatalogue;
import nl.peil.quality.QuarantinedRow;

/**
 * What is still open in the catalogue of region layouts and goals, what is to be verified, and what
 * does not fit the delivery; as text for who has to fill it in.
 */
public final class CatalogueCheck {

  private final IngestContext context;
  private final RegionCatalogue catalogue;
  private final LayoutFiles files;
  private final List<String> lines = new ArrayList<>();

  private CatalogueCheck(IngestContext context) {
    this.context = context;
    this.catalogue = context.catalogue();
    this.files = new LayoutFiles(context);
  }

  /**
   * The lines to show.
   *
   * @param context with a catalogue
   * @throws IOException when a file of the delivery cannot be read
   */
  public static List<String> of(IngestContext context) throws IOException {
    var check = new CatalogueCheck(context);
    for (var layout : check.catalogue.layouts()) {
      check.layout(layout);
    }
    check.overlaps();
    new GoalCheck(context, check.files).lines().forEach(check.lines::add);
    check.howToFillIn();
    return check.lines;
  }

  private boolean used(String layout) {
    return context.config().layouts().stream()
        .anyMatch(known -> known.fromCatalogue() && known.layout().equals(layout));
  }

  private void layout(String layout) throws IOException {
    var regions = catalogue.regions(layout);
    long open = regions.stream().filter(region -> region.basis() == Basis.OPEN).count();
    lines.add(
        "%s: %d regions, %d with members (%d), %d open%s"
            .formatted(
                layout,
                regions.size(),
                regions.size() - open,
                catalogue.members(layout).size(),
                open,
                used(layout) ? "" : "; not used: add it to catalogue.layouts"));
    section(
        "open: who belongs to it is not known, so it has no figures",
        regions.stream()
            .filter(region -> region.basis() == Basis.OPEN)
            .map(region -> named(region) + in(region) + note(region))
            .toList());
    section(
        "to verify: members from general knowledge; check them, then write 'stated' and your source",
        regions.stream()
            .filter(region -> region.basis() == Basis.PUBLIC)
            .map(
                region ->
                    "%s: %d members%s"
                        .formatted(named(region), members(region).size(), note(region)))
            .toList());
    section(
        "with a note",
        regions.stream()
            .filter(region -> region.basis() == Basis.STATED && !region.note().isEmpty())
            .map(region -> named(region) + note(region))
            .toList());
    section(
        "other names",
        regions.stream()
            .filter(region -> !region.aliases().isEmpty())
            .map(region -> "%s = %s".formatted(String.join(" = ", region.aliases()), region.name()))
            .toList());
    if (used(layout)) {
      missing(layout);
    }
  }

  /** Members that the delivery does not have. */
  private void missing(String layout) throws IOException {
    for (var base : files.bases(files.layout(layout))) {
      var rejection = files.drawn(base).rejection();
      if (rejection != null) {
        section("not compared with the delivery", List.of(rejection.finding().describe()));
        return;
      }
    }
    var listed = files.listed(files.layout(layout));
    var rejection = listed.rejection();
    if (rejection != null) {
      section("not compared with the delivery", List.of(rejection.finding().describe()));
      return;
    }
    section(
        "not in the delivery: municipalities that merged, or the delivery is a part of the country",
        listed.books().stream()
            .flatMap(intake -> intake.quarantined().stream())
            .map(CatalogueCheck::place)
            .toList());
  }

  private static String place(QuarantinedRow row) {
    return "%s:%d: %s".formatted(row.file(), row.line(), row.raw());
  }

  /** Pairs of regions that share members; what a part of the country shares with its parts not. */
  private void overlaps() {
    var members = new TreeMap<String, Set<String>>();
    for (var member : catalogue.members()) {
      members
          .computeIfAbsent(member.key(), key -> new TreeSet<>())
          .add(member.memberLayout() + " " + member.member());
    }
    var found = new ArrayList<String>();
    for (var one : members.entrySet()) {
      for (var other : members.tailMap(one.getKey(), false).entrySet()) {
        var shared = new HashSet<>(one.getValue());
        shared.retainAll(other.getValue());
        if (!shared.isEmpty()) {
          found.add(
              "%s and %s: %s"
                  .formatted(
                      one.getKey(),
                      other.getKey(),
                      one.getValue().equals(other.getValue())
                          ? "the same " + shared.size()
                          : shared.size()
                              + " of "
                              + one.getValue().size()
                              + " and "
                              + other.getValue().size()));
        }
      }
    }
    if (!found.isEmpty()) {
      lines.add("overlaps: regions that share members (figures of both count them)");
      found.forEach(line -> lines.add("    " + line));
    }
  }

  private void howToFillIn() {
    var asked = context.config().catalogue();
    var example =
        catalogue.regions().stream().filter(region -> region.basis() == Basis.OPEN).findFirst();
    if (asked == null || example.isEmpty()) {
      return;
    }
    var region = example.get();
    lines.add("to fill in an open region, e.g. " + region.name() + ":");
    lines.add(
        "    1. a line per member in "
            + asked.folder().resolve(CatalogueReader.MEMBERS)
            + " (layout;region;member_layout;member;member_name;basis):");
    lines.add(
        "       %s;%s;gemeente;GM....;name;stated".formatted(region.layout(), region.region()));
    lines.add(
        "       member_layout is a layout of the delivery with these codes, or zones (postcodes)");
    lines.add(
        "    2. in line %d of %s: basis stated (or public), source where you have it from"
            .formatted(region.line(), asked.folder().resolve(CatalogueReader.REGIONS)));
    lines.add(
        "    3. ./peil catalogue again, then ./peil run: it makes this layout anew, not the others");
  }

  private void section(String title, List<String> entries) {
    if (!entries.isEmpty()) {
      lines.add("  " + title);
      entries.forEach(entry -> lines.add("    " + entry));
    }
  }

  private List<CatalogueMember> members(CatalogueRegion region) {
    return catalogue.members().stream().filter(m -> m.key().equals(region.key())).toList();
  }

  private static String named(CatalogueRegion region) {
    return "%s (%s, line %d)".formatted(region.name(), region.region(), region.line());
  }

  private static String in(CatalogueRegion region) {
    return region.provinces().isEmpty() ? "" : " in " + String.join(", ", region.provinces());
  }

  private static String note(CatalogueRegion region) {
    return region.note().isEmpty() ? "" : ": " + region.note();
  }
}
