package nl.peil.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peil.measure.DecayArgument;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayFamily;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.measure.decay.DecayParameterException;
import nl.peil.model.Mode;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvFormat;
import nl.peil.source.CsvRow;
import nl.peil.source.CsvTable;
import org.jspecify.annotations.Nullable;

/**
 * The named decay curves in a file beside the configuration.
 *
 * <p>Every row is a curve for a mode: a {@link DecayFamily family} (column form, also {@code
 * loglogistic} for {@code pbl}) with its parameters in their order in the columns a, b and c, or,
 * for a family of points, with a CSV file of its own in the column points, beside this file. Such a
 * file has a row per point, in columns that are called like the parameters: t and f, or t and w.
 *
 * @param byMode curve by name, by mode
 * @param problems what is wrong with the file, each with file and line; empty when all is well
 */
public record DecayCurves(Map<Mode, Map<String, Decay>> byMode, List<String> problems) {

  private static final String POINTS = "points";
  private static final List<String> PARAMETERS = List.of("a", "b", "c");
  private static final List<String> COLUMNS =
      Stream.concat(Stream.of("curve", "mode", "form", POINTS), PARAMETERS.stream()).toList();

  /** An older name of {@code pbl} in this file. */
  private static final String LOGLOGISTIC = "loglogistic";

  /**
   * Reads the file.
   *
   * @param file CSV with the columns curve, mode, form, a, b, c, and points where a curve is given
   *     as points; null when no measure needs one
   */
  public static DecayCurves read(@Nullable Path file) {
    var curves = new EnumMap<Mode, Map<String, Decay>>(Mode.class);
    var problems = new ArrayList<String>();
    if (file == null) {
      return new DecayCurves(curves, problems);
    }
    try {
      for (var row : rows(file, COLUMNS)) {
        try {
          add(row, file, curves);
        } catch (IllegalArgumentException e) {
          problems.add(file + ":" + row.line() + ": " + e.getMessage());
        }
      }
    } catch (IOException | RejectedFileException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return new DecayCurves(curves, problems);
  }

  private static List<CsvRow> rows(Path file, List<String> columns)
      throws IOException, RejectedFileException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no such file; correct the path that names it");
    }
    return CsvTable.read(
            Files.newInputStream(file),
            file.toString(),
            "decay_curves",
            CsvFormat.DETECT,
            columns.stream().collect(Collectors.toMap(name -> name, name -> name)),
            Set.of(POINTS))
        .rows();
  }

  private static void add(CsvRow row, Path file, Map<Mode, Map<String, Decay>> curves) {
    var mode = Mode.of(row.text("mode"));
    var name = row.text("curve");
    if (!DecayArgument.isCurveName(name)) {
      throw new IllegalArgumentException(
          "a curve cannot be called '"
              + name
              + "': write lower case letters, digits and underscores, and not the name of a decay"
              + " that needs parameters");
    }
    var decay = decay(row, file);
    if (curves.computeIfAbsent(mode, key -> new HashMap<>()).put(name, decay) != null) {
      throw new IllegalArgumentException(
          "curve '" + name + "' stands here twice for " + mode.key());
    }
  }

  private static Decay decay(CsvRow row, Path file) {
    var form = row.text("form");
    var family =
        DecayFamily.of(form.equals(LOGLOGISTIC) ? "pbl" : form)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "form '" + form + "' is not known; known: " + knownForms()));
    if (!family.ofPoints()) {
      requireEmpty(row, POINTS, form);
      return family.make().apply(parameters(row, family, form));
    }
    PARAMETERS.forEach(column -> requireEmpty(row, column, form));
    if (row.text(POINTS).isEmpty()) {
      throw new IllegalArgumentException(
          "form "
              + form
              + " takes its points from a file: name it in the column points, as a path from here");
    }
    return ofPoints(family, file.resolveSibling(row.text(POINTS)));
  }

  private static double[] parameters(CsvRow row, DecayFamily family, String form) {
    var names = family.parameters();
    for (var column : PARAMETERS.subList(names.size(), PARAMETERS.size())) {
      requireEmpty(row, column, form);
    }
    var parameters = new double[names.size()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = number(row, PARAMETERS.get(i), names.get(i).name() + " of the form " + form);
    }
    return parameters;
  }

  private static double number(CsvRow row, String column, String what) {
    var value = row.number(column);
    if (value == null) {
      throw new IllegalArgumentException(
          "column " + column + " is empty, expected " + what + " as a number");
    }
    return value;
  }

  private static void requireEmpty(CsvRow row, String column, String form) {
    if (!row.text(column).isEmpty()) {
      throw new IllegalArgumentException(
          "form "
              + form
              + " takes nothing from column "
              + column
              + ", but it is '"
              + row.text(column)
              + "'; leave it empty or correct the form");
    }
  }

  private static Decay ofPoints(DecayFamily family, Path file) {
    var columns = family.parameters().stream().map(Parameter::name).toList();
    try {
      var rows = rows(file, columns);
      var numbers = new double[rows.size() * columns.size()];
      for (int i = 0; i < numbers.length; i++) {
        var row = rows.get(i / columns.size());
        var column = columns.get(i % columns.size());
        try {
          numbers[i] = number(row, column, column);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(file + ":" + row.line() + ": " + e.getMessage(), e);
        }
      }
      try {
        return family.make().apply(numbers);
      } catch (DecayParameterException e) {
        int at = e.parameter() / columns.size();
        long line = at < rows.size() ? rows.get(at).line() : 1;
        throw new IllegalArgumentException(file + ":" + line + ": " + e.getMessage(), e);
      }
    } catch (IOException | RejectedFileException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String knownForms() {
    return LOGLOGISTIC
        + ", "
        + DecayFamily.all().stream()
            .map(
                family ->
                    family.key()
                        + " ("
                        + (family.ofPoints() ? POINTS : family.parameters().size() + " of a, b, c")
                        + ")")
            .collect(Collectors.joining(", "));
  }
}
