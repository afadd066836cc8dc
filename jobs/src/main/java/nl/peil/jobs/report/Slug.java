package nl.peil.jobs.report;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.peil.jobs.report.facts.Region;

/**
 * Names of regions as names of files: letters, digits and dashes, whatever the region is called.
 */
final class Slug {

  private static final int LONGEST = 60;

  private Slug() {}

  /** Letters without their marks, everything else a dash; empty when nothing is left. */
  static String of(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-+$", "") : plain;
  }

  /**
   * A name of its own for each region, in their order: that of the region, with its code where
   * another has the same, and a number where even that is not enough. {@code index} is nobody's.
   */
  static List<String> of(List<Region> regions) {
    Set<String> twice = new HashSet<>();
    Set<String> once = new HashSet<>(Set.of("index"));
    regions.forEach(
        region -> {
          if (!once.add(of(region.name()))) {
            twice.add(of(region.name()));
          }
        });
    Set<String> taken = new HashSet<>(Set.of("index"));
    return regions.stream().map(region -> own(region, twice, taken)).toList();
  }

  private static String own(Region region, Set<String> twice, Set<String> taken) {
    var slug = of(region.name());
    if (slug.isEmpty() || twice.contains(slug)) {
      slug = (slug + "-" + of(region.code())).replaceAll("^-+|-+$", "");
    }
    slug = slug.isEmpty() ? "regio" : slug;
    var own = slug;
    for (int i = 2; !taken.add(own); i++) {
      own = slug + "-" + i;
    }
    return own;
  }
}
