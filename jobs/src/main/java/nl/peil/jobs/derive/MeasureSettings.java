package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.MeasureConfig;
import nl.peil.config.OpportunitiesConfig;
import nl.peil.config.PeilConfig;
import nl.peil.measure.IntrazonalRule;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.decay.Decay;
import nl.peil.model.Mode;
import org.jspecify.annotations.Nullable;

/**
 * The measures that the configuration asks for, and the named decay curves that they need.
 *
 * @param wanted measures in the order of the configuration
 * @param curves named decay curves by mode
 * @param intrazonal how times within zones are found, by mode; as given where there is no rule
 * @param residents key of the service that consists of the people of a zone; null: none
 */
public record MeasureSettings(
    List<Wanted> wanted,
    Map<Mode, Map<String, Decay>> curves,
    Map<Mode, IntrazonalRule> intrazonal,
    @Nullable String residents) {

  /**
   * A measure that is asked for.
   *
   * @param definition the measure
   * @param config for which services and modes
   */
  public record Wanted(MeasureDefinition definition, MeasureConfig config) {}

  /** No measures: for what only asks which tables there are. */
  public static final MeasureSettings NONE =
      new MeasureSettings(List.of(), Map.of(), Map.of(), null);

  /** The measure that the level tables rest on. */
  private static final String NEEDED = "nearest_1";

  /**
   * Reads the measures that the configuration asks for.
   *
   * @param config configuration
   * @param curves named decay curves by mode
   * @param problemsWithCurves what is wrong with the file of the curves: told together with what is
   *     wrong with the measures
   * @throws ConfigProblemException when a measure is not known, comes twice, or names a curve that
   *     is nowhere given, and when there are problems with the curves
   */
  public static MeasureSettings of(
      PeilConfig config, Map<Mode, Map<String, Decay>> curves, List<String> problemsWithCurves)
      throws ConfigProblemException {
    var problems = new ArrayList<>(problemsWithCurves);
    var wanted = new ArrayList<Wanted>();
    var names = new HashSet<String>();
    for (var entry : config.measures()) {
      var text = entry.measure();
      try {
        var definition = MeasureDefinition.parse(text);
        if (!names.add(definition.name())) {
          problems.add(config.file() + ": measures: '" + text + "' comes twice");
        }
        definition
            .curve()
            .filter(curve -> curves.values().stream().noneMatch(known -> known.containsKey(curve)))
            .ifPresent(
                curve ->
                    problems.add(
                        config.file()
                            + ": measures: '"
                            + text
                            + "' needs the decay curve '"
                            + curve
                            + "', which decay_curves does not give for any mode"));
        entry.services().stream()
            .filter(service -> !services(config).contains(service))
            .forEach(
                service ->
                    problems.add(
                        config.file()
                            + ": measures: '"
                            + text
                            + "' is asked for service '"
                            + service
                            + "'; services: "
                            + services(config)));
        wanted.add(new Wanted(definition, entry));
      } catch (IllegalArgumentException e) {
        problems.add(config.file() + ": measures: '" + text + "': " + e.getMessage());
      }
    }
    if (config.opportunities().stream().anyMatch(o -> o.service().equals(config.residents()))) {
      problems.add(
          config.file()
              + ": residents: '"
              + config.residents()
              + "' is a service of opportunities too; choose another key");
    }
    var intrazonal = new EnumMap<Mode, IntrazonalRule>(Mode.class);
    config
        .intrazonal()
        .forEach(
            (mode, rule) -> {
              try {
                intrazonal.put(Mode.of(mode), IntrazonalRule.parse(rule));
              } catch (IllegalArgumentException e) {
                problems.add(config.file() + ": intrazonal." + mode + ": " + e.getMessage());
              }
            });
    if (!wanted.stream()
        .anyMatch(
            each ->
                each.definition().name().equals(NEEDED)
                    && each.config().services().isEmpty()
                    && each.config().modes().isEmpty())) {
      problems.add(
          config.file()
              + ": measures: 'nearest(1)' is required, for all services and modes: norms are judged by it");
    }
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    return new MeasureSettings(List.copyOf(wanted), curves, intrazonal, config.residents());
  }

  /** Keys of all services, in order. */
  private static List<String> services(PeilConfig config) {
    return Stream.concat(
            config.opportunities().stream().map(OpportunitiesConfig::service),
            Stream.ofNullable(config.residents()))
        .distinct()
        .sorted()
        .toList();
  }

  /** How times within zones are found for a mode. */
  IntrazonalRule intrazonal(Mode mode) {
    return intrazonal.getOrDefault(mode, IntrazonalRule.AS_GIVEN);
  }

  /** The curves of a mode; none when none are given. */
  Map<String, Decay> curves(Mode mode) {
    return curves.getOrDefault(mode, Map.of());
  }

  /** What a matrix of this mode depends on, as text. */
  String text(Mode mode) {
    var text = new StringBuilder();
    for (var each : wanted) {
      var definition = each.definition();
      text.append(definition.name()).append(' ').append(each.config().scope());
      definition.curve().map(curves(mode)::get).ifPresent(curve -> text.append(' ').append(curve));
      text.append('\n');
    }
    return text.append(intrazonal(mode)).append(' ').append(residents).toString();
  }
}
