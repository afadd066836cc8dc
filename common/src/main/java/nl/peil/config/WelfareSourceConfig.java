package nl.peil.config;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import nl.peil.config.WelfareIndicatorConfig.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A table with indicators of brede welvaart.
 *
 * @param file the table; columns: area, and in long form indicator and value
 * @param area what a row is about: zone, or the name of a region layout
 * @param indicators what is read; in long form what is known of some of them
 * @param year year that it describes; null: from a column or the path
 * @param suppliedBy who supplies it; null: from a column
 * @param source where it comes from
 * @param dimension dimension of those that have none of their own
 * @param unit unit of those that have none of their own
 * @param direction direction of those that have none of their own
 * @param mean those that do not say it are a mean, and no count
 * @param withheld texts for a withheld value, besides those of CBS
 */
public record WelfareSourceConfig(
    SourceFile file,
    String area,
    List<WelfareIndicatorConfig> indicators,
    @Nullable Integer year,
    @Nullable String suppliedBy,
    String source,
    String dimension,
    String unit,
    Direction direction,
    boolean mean,
    List<String> withheld) {

  private static final String NO_DIMENSION = "overig";

  /** True when every indicator has a column of its own. */
  public boolean wide() {
    return !file.columns().containsKey("indicator");
  }

  /** Reads an entry of {@code welfare.sources}. */
  static WelfareSourceConfig read(Section section) {
    boolean wide = !section.map("columns").containsKey("indicator");
    var file =
        SourceSections.file(
            section,
            wide ? List.of("area") : List.of("area", "indicator", "value"),
            wide
                ? List.of("year", "supplied_by")
                : List.of(
                    "year", "supplied_by", "dimension", "label", "unit", "direction", "aggregate"));
    var aggregate = section.optionalParsed("aggregate", IndicatorColumn::isMean);
    var direction = section.optionalParsed("direction", Direction::of);
    boolean mean = aggregate != null && aggregate;
    var indicators = section.children("indicators", "indicator");
    boolean said =
        aggregate != null
            || file.columns().containsKey("aggregate")
            || (wide && indicators.stream().allMatch(each -> each.has("aggregate")));
    if (!said) {
      section.problem(
          "aggregate",
          "say how values of areas become those of regions: sum (a count) or mean (a value per"
              + " person or place); here, or for each indicator");
    }
    var config =
        new WelfareSourceConfig(
            file,
            section.text("area", BarrierSourceConfig.ZONE),
            indicators.stream().map(each -> WelfareIndicatorConfig.read(each, mean)).toList(),
            section.optionalInteger("year"),
            section.optionalText("supplied_by"),
            section.text("source", ""),
            section.text("dimension", NO_DIMENSION),
            section.text("unit", ""),
            direction == null ? Direction.NONE : direction,
            mean,
            section.texts("withheld"));
    config.check(section);
    section.done();
    return config;
  }

  private void check(Section section) {
    int years =
        (year == null ? 0 : 1)
            + (file.columns().containsKey("year") ? 1 : 0)
            + (file.path().names().contains("year") ? 1 : 0);
    if (years != 1) {
      section.problem("year", "give it in one place: as a key, as a column, or as {year} in path");
    }
    if ((suppliedBy != null) == file.columns().containsKey("supplied_by")) {
      section.problem("supplied_by", "give it either as a key or as a column");
    }
    if (wide() && indicators.isEmpty()) {
      section.problem(
          "indicators",
          "name the columns to read, or columns { indicator = ..., value = ... } when there is one"
              + " figure to a row");
    }
    var names = new HashSet<String>();
    for (var indicator : indicators) {
      if (!names.add(indicator.column().indicator())) {
        section.problem("indicators", "'" + indicator.column().indicator() + "' stands here twice");
      }
    }
    for (var indicator : indicators) {
      var weight = indicator.weight();
      if (wide() && weight != null && !names.contains(weight)) {
        section.problem(
            "indicators",
            "'%s' is weighed with '%s', which is not one of the indicators here: %s"
                .formatted(
                    indicator.column().indicator(),
                    weight,
                    names.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
  }
}
