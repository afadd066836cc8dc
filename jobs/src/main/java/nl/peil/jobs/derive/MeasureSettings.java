package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.decay.Decay;
import nl.peil.model.Mode;

/**
 * The measures that the configuration asks for, and the named decay curves that they need.
 *
 * @param definitions measures in the order of the configuration
 * @param curves named decay curves by mode
 */
public record MeasureSettings(
    List<MeasureDefinition> definitions, Map<Mode, Map<String, Decay>> curves) {

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
    var definitions = new ArrayList<MeasureDefinition>();
    var names = new HashSet<String>();
    for (var text : config.measures()) {
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
        definitions.add(definition);
      } catch (IllegalArgumentException e) {
        problems.add(config.file() + ": measures: '" + text + "': " + e.getMessage());
      }
    }
    if (!names.contains(NEEDED)) {
      problems.add(config.file() + ": measures: 'nearest(1)' is required: norms are judged by it");
    }
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    return new MeasureSettings(List.copyOf(definitions), curves);
  }

  /** The curves of a mode; none when none are given. */
  Map<String, Decay> curves(Mode mode) {
    return curves.getOrDefault(mode, Map.of());
  }

  /** What a matrix of this mode depends on, as text. */
  String text(Mode mode) {
    var text = new StringBuilder();
    for (var definition : definitions) {
      text.append(definition.name());
      definition.curve().map(curves(mode)::get).ifPresent(curve -> text.append(' ').append(curve));
      text.append('\n');
    }
    return text.toString();
  }
}
