package nl.peil.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * Travel-time matrices in one format.
 *
 * @param file the tables; columns: origin, destination, minutes and optionally km; none for a
 *     matrix, or when they are to be told from the file
 * @param scenario literal; null: from the path
 * @param year literal; null: from the path
 * @param mode literal; null: from the path
 * @param period literal; null: from the path
 * @param unreachable values of minutes that mean: cannot be reached
 * @param blankUnreachable a blank or NaN means: cannot be reached; null: as is usual in the format
 * @param maxMinutes longer times are errors
 * @param matrix how the files are written; what it leaves open is told from the file
 */
public record TravelTimesConfig(
    SourceFile file,
    @Nullable String scenario,
    @Nullable Integer year,
    @Nullable Mode mode,
    @Nullable Period period,
    List<Double> unreachable,
    @Nullable Boolean blankUnreachable,
    double maxMinutes,
    MatrixConfig matrix) {

  /** Reads an entry of {@code travel_times}. */
  static TravelTimesConfig read(Section section) {
    var required = List.of("origin", "destination", "minutes");
    boolean columns = !section.map("columns").isEmpty();
    var file =
        columns
            ? SourceSections.file(section, required, List.of("km"))
            : SourceSections.file(section, List.of(), List.of());
    var matrix = MatrixConfig.read(section, file.columns());
    var times =
        new TravelTimesConfig(
            file,
            section.optionalParsed("scenario", SourceSections::key),
            section.optionalInteger("year"),
            section.optionalParsed("mode", Mode::of),
            section.optionalParsed("period", Period::of),
            section.numbers("unreachable"),
            section.optionalFlag("blank_is_unreachable"),
            section.number("max_minutes", 1440, 1, 1e6),
            matrix);
    var named = new ArrayList<>(file.path().names());
    named.addAll(matrix.named());
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("scenario", times.scenario() != null);
    given.put("year", times.year() != null);
    given.put("mode", times.mode() != null);
    given.put("period", times.period() != null);
    given.forEach(
        (key, there) -> {
          if (there == named.contains(key)) {
            section.problem(
                key,
                there
                    ? matrix.named().contains(key)
                        ? "stands in the names of the matrices too: leave one out"
                        : "stands in the path too: leave one out"
                    : "give it, or name {" + key + "} in the path");
          }
        });
    section.done();
    return times;
  }
}
