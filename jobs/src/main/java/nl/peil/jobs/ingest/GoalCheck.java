package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.peil.catalogue.Basis;
import nl.peil.catalogue.CatalogueGoal;
import nl.peil.catalogue.CatalogueReader;
import nl.peil.catalogue.CatalogueRegion;
import nl.peil.config.LayoutConfig;

/** Goals of the catalogue whose region is open or not known, or whose sources contradict. */
final class GoalCheck {

  /** The country, which needs no layout. */
  private static final Set<String> COUNTRY = Set.of("Nederland", LayoutConfig.DELIVERY + ":all");

  private final IngestContext context;
  private final LayoutFiles files;

  GoalCheck(IngestContext context, LayoutFiles files) {
    this.context = context;
    this.files = files;
  }

  /** The lines to show; empty without goals. */
  List<String> lines() throws IOException {
    var goals = context.catalogue().goals();
    if (goals.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(
        "goals: %d lines about %d goals"
            .formatted(goals.size(), goals.stream().map(CatalogueGoal::goal).distinct().count()));
    var open = new ArrayList<String>();
    var unknown = new ArrayList<String>();
    var contradicted = new ArrayList<String>();
    for (var goal : goals) {
      for (var text : goal.regions()) {
        var regions = context.catalogue().find(text);
        long opened = regions.stream().filter(region -> region.basis() == Basis.OPEN).count();
        if (opened > 0) {
          open.add(
              "%s (line %d): %s%s"
                  .formatted(
                      goal.goal(),
                      goal.line(),
                      text,
                      regions.size() > 1
                          ? ", %d of its %d regions".formatted(opened, regions.size())
                          : ""));
        }
        var problem = problem(text, regions);
        if (!problem.isEmpty()) {
          unknown.add("%s (line %d): %s".formatted(goal.goal(), goal.line(), problem));
        }
      }
      if (!goal.contradiction().isEmpty()) {
        contradicted.add(
            "%s (line %d): %s".formatted(goal.goal(), goal.line(), goal.contradiction()));
      }
    }
    section(lines, "about a region that is open", open);
    section(lines, "about a region that this configuration does not have", unknown);
    section(lines, "contradicted by another source; both stay side by side", contradicted);
    return lines;
  }

  /** Why a text names no region here; empty when it does. */
  private String problem(String text, List<CatalogueRegion> found) throws IOException {
    int colon = text.indexOf(':');
    if (COUNTRY.contains(text)) {
      return "";
    }
    if (colon < 0) {
      return found.size() == 1
          ? ""
          : "'%s' is the name of %d regions of the catalogue; say in column layout which is meant"
              .formatted(text, found.size());
    }
    var layout = text.substring(0, colon);
    var configured =
        context.config().layouts().stream()
            .filter(known -> known.layout().equals(layout))
            .findFirst();
    if (configured.isEmpty()) {
      return "'%s': layout %s is not in the configuration".formatted(text, layout);
    }
    if (!found.isEmpty() || configured.get().fromCatalogue()) {
      return "";
    }
    return names(configured.get()).contains(text.substring(colon + 1).toLowerCase(Locale.ROOT))
        ? ""
        : "'%s': layout %s of the delivery has no region of that name; add it as an alias in %s (basis delivered)"
            .formatted(text, layout, CatalogueReader.REGIONS);
  }

  /** Names and codes of the regions of a layout of the delivery, in small letters. */
  private Set<String> names(LayoutConfig layout) throws IOException {
    var names = new HashSet<String>();
    if (layout.polygons() == null) {
      var listed = files.listed(layout);
      names.addAll(listed.regions());
      names.addAll(listed.names().values());
    } else {
      var drawn = files.drawn(layout);
      names.addAll(drawn.regions());
      names.addAll(drawn.names().values());
    }
    var small = new HashSet<String>();
    names.forEach(name -> small.add(name.toLowerCase(Locale.ROOT)));
    return small;
  }

  private static void section(List<String> lines, String title, List<String> entries) {
    if (!entries.isEmpty()) {
      lines.add("  " + title);
      entries.forEach(entry -> lines.add("    " + entry));
    }
  }
}
