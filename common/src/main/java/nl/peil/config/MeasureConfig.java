package nl.peil.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.peil.model.Mode;

/**
 * A measure that is asked for. In the file it is a text, or an object when it is not for all
 * services and modes.
 *
 * @param measure as written, for example {@code cumulative(30)}
 * @param services services that it is for; empty: all
 * @param modes modes that it is for; empty: all
 */
public record MeasureConfig(String measure, Set<String> services, Set<Mode> modes) {

  /** Reads an entry of {@code measures}. */
  static MeasureConfig read(Section section) {
    var modes = new HashSet<Mode>();
    for (var mode : section.texts("modes")) {
      try {
        modes.add(Mode.of(mode));
      } catch (IllegalArgumentException e) {
        section.problem("modes", String.valueOf(e.getMessage()));
      }
    }
    var measure =
        new MeasureConfig(
            section.text("measure"), Set.copyOf(section.texts("services")), Set.copyOf(modes));
    section.done();
    return measure;
  }

  /** True when the measure is wanted for this service and mode. */
  public boolean wanted(String service, Mode mode) {
    return (services.isEmpty() || services.contains(service))
        && (modes.isEmpty() || modes.contains(mode));
  }

  /** A measure for all services and modes. */
  public static MeasureConfig everywhere(String measure) {
    return new MeasureConfig(measure, Set.of(), Set.of());
  }

  /** Services and modes in a fixed order, for what depends on them. */
  public String scope() {
    return List.of(services.stream().sorted().toList(), modes.stream().sorted().toList())
        .toString();
  }
}
