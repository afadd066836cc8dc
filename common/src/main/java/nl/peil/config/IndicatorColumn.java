package nl.peil.config;

import org.jspecify.annotations.Nullable;

/**
 * An indicator of a table.
 *
 * @param indicator its name
 * @param column its header; in long form its name in the column of indicators
 * @param unit its unit; null: that of the table
 * @param mean a value per person or place that holds for every part of an area, as a distance or a
 *     percentage; false: a count, which is added up
 */
public record IndicatorColumn(
    String indicator, String column, @Nullable String unit, boolean mean) {

  /** Reads a name, a column, a unit and how it is put together. @param mean when it is not said */
  static IndicatorColumn read(Section section, boolean mean) {
    var name = section.parsed("indicator", BarrierIndicatorConfig::name);
    var known = name == null ? "" : name;
    var own = section.optionalParsed("aggregate", IndicatorColumn::isMean);
    return new IndicatorColumn(
        known,
        section.text("column", known),
        section.optionalText("unit"),
        own == null ? mean : own);
  }

  /**
   * True for mean, false for sum.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static boolean isMean(String aggregate) {
    return PublishedForecastConfig.Aggregate.of(aggregate)
        == PublishedForecastConfig.Aggregate.MEAN;
  }
}
