package nl.peil.config;

import nl.peil.model.Mode;
import nl.peil.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an indicator of a published forecast.
 *
 * @param indicator its name, as published
 * @param column header of its values in a wide table; null: the table has a column of indicators
 * @param baseColumn header of its values in the base year in a wide table
 * @param measure what Peil computes of the same, as in the table forecasts, e.g. nearest_1
 * @param mode mode that it is about, where no column says it
 * @param service service that it is about, where no column says it
 * @param period part of the day that it is about, where no column says it
 * @param unit unit, where no column says it
 * @param aggregate how values of zones become those of regions; null: as all of the publication
 */
public record PublishedIndicatorConfig(
    String indicator,
    @Nullable String column,
    @Nullable String baseColumn,
    @Nullable String measure,
    @Nullable String mode,
    @Nullable String service,
    @Nullable String period,
    @Nullable String unit,
    PublishedForecastConfig.@Nullable Aggregate aggregate) {

  /** Reads an entry of {@code indicators}. */
  static PublishedIndicatorConfig read(Section section) {
    var indicator =
        new PublishedIndicatorConfig(
            section.text("indicator"),
            section.optionalText("column"),
            section.optionalText("base_column"),
            section.optionalText("measure"),
            section.optionalParsed("mode", text -> Mode.of(text).key()),
            section.optionalText("service"),
            section.optionalParsed("period", text -> Period.of(text).key()),
            section.optionalText("unit"),
            section.optionalParsed("aggregate", PublishedForecastConfig.Aggregate::of));
    if (indicator.baseColumn() != null && indicator.column() == null) {
      section.problem("base_column", "this goes with 'column'");
    }
    section.done();
    return indicator;
  }
}
