package nl.peil.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peil.source.PathPattern;
import org.jspecify.annotations.Nullable;

/**
 * A table with goals: of the delivery, or a file that belongs to the configuration.
 *
 * @param file how it is written, and where it stands in the delivery unless it is beside
 * @param beside a CSV file that belongs to the configuration; null: it is in the delivery
 */
public record WelfareGoalsConfig(SourceFile file, @Nullable Path beside) {

  /** Columns without which a row is no goal. */
  public static final List<String> REQUIRED = List.of("goal_id", "region", "goal");

  /** Columns that a table may leave out. */
  public static final List<String> OPTIONAL =
      List.of(
          "layout",
          "theme",
          "programme",
          "value_min",
          "value_max",
          "unit",
          "base_year",
          "target_year",
          "hardheid",
          "hardheid_source",
          "status",
          "peildatum",
          "relation_to_accessibility",
          "trade_off",
          "responsible",
          "instrument",
          "source",
          "source_place",
          "supplied_by",
          "contradiction");

  /** Headers by column: those of the configuration, and else the names of the columns. */
  public Map<String, String> headers() {
    return Stream.concat(REQUIRED.stream(), OPTIONAL.stream())
        .collect(Collectors.toMap(name -> name, name -> file.columns().getOrDefault(name, name)));
  }

  /** Reads an entry of {@code welfare.goals}. @param near finds a file beside the configuration */
  static WelfareGoalsConfig read(Section section, BiFunction<String, String, Path> near) {
    var name = section.optionalText("file");
    if (name != null && section.optionalText("path") != null) {
      section.problem(
          "path",
          "give either path (a file of the delivery) or file (one beside the configuration)");
    }
    var all = Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
    var file =
        name == null
            ? SourceSections.file(section, List.of(), all)
            : SourceSections.file(
                section,
                new PathPattern(name.substring(name.lastIndexOf('/') + 1)),
                List.of(),
                all);
    var config = new WelfareGoalsConfig(file, name == null ? null : near.apply("welfare", name));
    section.done();
    return config;
  }
}
