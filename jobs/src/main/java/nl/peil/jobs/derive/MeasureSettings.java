package nl.peil.jobs.derive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.LogLogistic;
import nl.peil.model.Mode;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvFormat;
import nl.peil.source.CsvRow;
import nl.peil.source.CsvTable;
import org.jspecify.annotations.Nullable;

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
   * Reads measures and curves.
   *
   * @throws ConfigProblemException when a measure is not known, comes twice, or names a curve that
   *     is nowhere given
   */
  public static MeasureSettings of(PeilConfig config) throws ConfigProblemException {
    var problems = new ArrayList<String>();
    var curves = curves(config.decayCurves(), problems);
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

  private static Map<Mode, Map<String, Decay>> curves(@Nullable Path file, List<String> problems) {
    var curves = new EnumMap<Mode, Map<String, Decay>>(Mode.class);
    if (file == null) {
      return curves;
    }
    var columns = new HashMap<String, String>();
    List.of("curve", "mode", "form", "a", "b", "c").forEach(name -> columns.put(name, name));
    try {
      var table =
          CsvTable.read(
              Files.newInputStream(file),
              file.toString(),
              "decay_curves",
              CsvFormat.DETECT,
              columns);
      for (var row : table.rows()) {
        try {
          var mode = Mode.of(row.text("mode"));
          var known = curves.computeIfAbsent(mode, key -> new HashMap<>());
          if (known.put(row.text("curve"), decay(row)) != null) {
            problems.add(
                file
                    + ":"
                    + row.line()
                    + ": curve '"
                    + row.text("curve")
                    + "' stands here twice for "
                    + mode.key());
          }
        } catch (IllegalArgumentException e) {
          problems.add(file + ":" + row.line() + ": " + e.getMessage());
        }
      }
    } catch (IOException | RejectedFileException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return curves;
  }

  private static Decay decay(CsvRow row) {
    if (!row.text("form").equals("loglogistic")) {
      throw new IllegalArgumentException(
          "form '" + row.text("form") + "' is not known; known: loglogistic (a, b, c)");
    }
    return new LogLogistic(parameter(row, "a"), parameter(row, "b"), parameter(row, "c"));
  }

  private static double parameter(CsvRow row, String name) {
    var value = row.number(name);
    if (value == null) {
      throw new IllegalArgumentException("parameter " + name + " is missing");
    }
    return value;
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
