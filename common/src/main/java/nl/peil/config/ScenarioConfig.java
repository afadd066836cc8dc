package nl.peil.config;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a scenario-year beyond its files.
 *
 * @param key scenario and year
 * @param modelVersion release of the traffic model that it comes from, free text
 * @param label name for readers
 * @param inherits the scenario-year whose input it takes where it has none of its own
 * @param norms file with its own norms, next to the configuration; null: those of all
 * @param changes what it changes in what it inherits
 */
public record ScenarioConfig(
    ScenarioYear key,
    String modelVersion,
    String label,
    Map<Inherited, ScenarioYear> inherits,
    @Nullable Path norms,
    ScenarioChanges changes) {

  /** Kinds of input that can be inherited, as the causes of change are told apart. */
  public enum Inherited {
    /** Network: times of all modes and periods. */
    TRAVEL_TIMES,
    /** Land use: people. */
    POPULATION,
    /** Land use: jobs. */
    JOBS,
    /** Facilities of all other services. */
    SERVICES,
    /** Barriers: who cannot use the access that there is. */
    BARRIERS,
    /** Acceptable travel times. */
    NORMS;

    /** The word in the configuration. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads an entry of {@code scenarios}. @param beside finds a file next to the configuration */
  static ScenarioConfig read(Section section, BiFunction<String, String, Path> beside) {
    var scenario = section.parsed("scenario", SourceSections::key);
    var year = section.optionalInteger("year");
    if (year == null) {
      section.problem("year", "the year of the scenario is required");
    }
    var key = new ScenarioYear(scenario == null ? "" : scenario, year == null ? 0 : year);
    var inherits = new EnumMap<Inherited, ScenarioYear>(Inherited.class);
    // Own words go before the one word for all
    var all = section.optionalParsed("inherit", ScenarioYear::parse);
    var some = section.optionalChild("inherit_from");
    for (var input : Inherited.values()) {
      var parent = some == null ? null : some.optionalParsed(input.key(), ScenarioYear::parse);
      if (parent == null) {
        parent = all;
      }
      if (key.equals(parent)) {
        section.problem("inherit", key + " cannot inherit from itself");
      } else if (parent != null) {
        inherits.put(input, parent);
      }
    }
    if (some != null) {
      some.done();
    }
    var norms = section.optionalText("norms");
    var config =
        new ScenarioConfig(
            key,
            section.text("model_version", ""),
            section.text("label", key.toString()),
            inherits,
            norms == null ? null : beside.apply("norms", norms),
            ScenarioChanges.read(section));
    if (!config.changes().isEmpty() && config.whatIfOf() == null) {
      section.problem(
          "inherit",
          "what changes something takes all inputs from one scenario-year: inherit = basis/2022");
    }
    if (!config.changes().isEmpty() && norms != null) {
      section.problem(
          "norms", "what changes something takes the norms of its parent: use change_norms");
    }
    section.done();
    return config;
  }

  /** The scenario-year that this one changes something in; null when it is no what-if. */
  public @Nullable ScenarioYear whatIfOf() {
    var parents = new HashSet<>(inherits.values());
    return changes.isEmpty() || parents.size() != 1 || inherits.size() != Inherited.values().length
        ? null
        : parents.iterator().next();
  }

  /**
   * From whom a scenario-year has an input, nearest first: itself, its parent, the parent's parent.
   *
   * @param scenarios all of the configuration
   */
  public static List<ScenarioYear> line(
      List<ScenarioConfig> scenarios, ScenarioYear start, Inherited input) {
    var line = new LinkedHashSet<ScenarioYear>();
    for (var next = start; next != null && line.add(next); ) {
      var key = next;
      next =
          scenarios.stream()
              .filter(scenario -> scenario.key().equals(key))
              .map(scenario -> scenario.inherits().get(input))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
    return List.copyOf(line);
  }
}
