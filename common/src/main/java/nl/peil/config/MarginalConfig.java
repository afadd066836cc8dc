package nl.peil.config;

import java.util.HashSet;
import java.util.Set;
import nl.peil.model.Mode;

/**
 * What the lists of best new places are about.
 *
 * @param best how many places per region, service, mode and period; 0: no lists
 * @param services services that there are lists for; empty: all that have a norm
 * @param modes modes that there are lists for; empty: all
 */
public record MarginalConfig(int best, Set<String> services, Set<Mode> modes) {

  /** Three places, for all. */
  public static final MarginalConfig DEFAULT = new MarginalConfig(3, Set.of(), Set.of());

  private static final int MOST = 100;

  /** Reads {@code marginal}. */
  static MarginalConfig read(Section section) {
    var modes = new HashSet<Mode>();
    for (var mode : section.texts("modes")) {
      try {
        modes.add(Mode.of(mode));
      } catch (IllegalArgumentException e) {
        section.problem("modes", String.valueOf(e.getMessage()));
      }
    }
    var best = section.optionalInteger("best");
    if (best != null && (best < 0 || best > MOST)) {
      section.problem("best", "expected a number of places from 0 to " + MOST + ", got " + best);
    }
    var marginal =
        new MarginalConfig(
            best == null ? DEFAULT.best() : best,
            Set.copyOf(section.texts("services")),
            Set.copyOf(modes));
    section.done();
    return marginal;
  }

  /** True when there are lists for this service and mode. */
  public boolean wanted(String service, Mode mode) {
    return best > 0
        && (services.isEmpty() || services.contains(service))
        && (modes.isEmpty() || modes.contains(mode));
  }

  /** What the lists of a mode are about, in a fixed order, for what depends on it. */
  public String scope(Mode mode) {
    return best == 0 || !(modes.isEmpty() || modes.contains(mode))
        ? "none"
        : services.stream().sorted().toList().toString();
  }
}
