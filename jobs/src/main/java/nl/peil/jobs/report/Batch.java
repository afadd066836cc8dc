package nl.peil.jobs.report;

import java.util.ArrayList;
import java.util.List;
import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.report.facts.Layout;
import nl.peil.jobs.report.facts.Region;
import nl.peil.jobs.report.facts.Regions;
import nl.peil.jobs.report.page.Subject;

/**
 * The regions of a layout, and the names of their pages.
 *
 * @param layout the layout
 * @param subjects its regions, in the order of the layout
 * @param slugs name of the page of each
 */
record Batch(Layout layout, List<Subject> subjects, List<String> slugs) {

  /** The page of a region, from the folder of the reports. */
  String file(int i) {
    return layout.layout() + "/" + slugs.get(i) + ".html";
  }

  /** Those that have zones. */
  List<Integer> all() {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < subjects.size(); i++) {
      if (!subjects.get(i).region().open()) {
        places.add(i);
      }
    }
    return places;
  }

  /** The place of the region with a code, name or alias. */
  int find(String text) throws ConfigProblemException {
    var found = Regions.find(layout.regions(), text);
    if (found.isEmpty()) {
      var known = layout.regions().stream().map(Region::name).limit(20).toList();
      throw problem(
          "--region: layout '%s' has no region '%s'; it has %d, among them %s"
              .formatted(layout.layout(), text, layout.regions().size(), known));
    }
    if (found.get().open()) {
      throw problem(
          "--region: of %s no zones are known, so that there is nothing to report%s"
              .formatted(
                  found.get().name(), found.get().note() == null ? "" : ": " + found.get().note()));
    }
    return layout.regions().indexOf(found.get());
  }

  static ConfigProblemException problem(String text) {
    return new ConfigProblemException(List.of(text));
  }
}
