package nl.peil.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.LogLogistic;
import nl.peil.model.Mode;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvFormat;
import nl.peil.source.CsvRow;
import nl.peil.source.CsvTable;
import org.jspecify.annotations.Nullable;

/**
 * The named decay curves in a file beside the configuration.
 *
 * @param byMode curve by name, by mode
 * @param problems what is wrong with the file, each with file and line; empty when all is well
 */
public record DecayCurves(Map<Mode, Map<String, Decay>> byMode, List<String> problems) {

  /**
   * Reads the file.
   *
   * @param file CSV with the columns curve, mode, form, a, b, c; null when no measure needs one
   */
  public static DecayCurves read(@Nullable Path file) {
    var curves = new EnumMap<Mode, Map<String, Decay>>(Mode.class);
    var problems = new ArrayList<String>();
    if (file == null) {
      return new DecayCurves(curves, problems);
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
    return new DecayCurves(curves, problems);
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
}
