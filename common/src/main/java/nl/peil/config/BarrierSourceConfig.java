package nl.peil.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * A table with indicators of barriers.
 *
 * @param file the table; columns: area, and in long form indicator and value
 * @param area what a row is about: zone, cell, or the name of a region layout
 * @param cellSize side of the cells in metres; null when it is not about cells
 * @param scenarioYear what it describes; null: from the path, or when the path names none, every
 *     scenario and year of the delivery
 * @param indicators what is read; in long form what is known of some of them
 * @param unit unit of those that have none of their own
 * @param suppliedBy who supplies it; null: from a column
 * @param level national, or a region's supplement or correction
 * @param peildatum date that it describes; null: from a column
 * @param withheld texts for a withheld value, besides those of CBS
 */
public record BarrierSourceConfig(
    SourceFile file,
    String area,
    @Nullable Integer cellSize,
    @Nullable ScenarioYear scenarioYear,
    List<IndicatorColumn> indicators,
    String unit,
    @Nullable String suppliedBy,
    Level level,
    @Nullable LocalDate peildatum,
    List<String> withheld) {

  /** The area of rows about zones. */
  public static final String ZONE = "zone";

  /** The area of rows about grid cells. */
  public static final String CELL = "cell";

  /** Who a table comes from. */
  public enum Level {
    /** For the whole country. */
    NATIONAL,
    /** From a region: it goes before what is national. */
    REGIONAL;

    /** The word in the configuration and in tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Level of(String key) {
      return switch (key) {
        case "national" -> NATIONAL;
        case "regional" -> REGIONAL;
        default ->
            throw new IllegalArgumentException("'" + key + "' is not one of national, regional");
      };
    }
  }

  /** True when every indicator has a column of its own. */
  public boolean wide() {
    return !file.columns().containsKey("indicator");
  }

  /** Reads an entry of {@code barriers.sources}. */
  static BarrierSourceConfig read(Section section) {
    boolean wide = !section.map("columns").containsKey("indicator");
    var file =
        SourceSections.file(
            section,
            wide ? List.of("area") : List.of("area", "indicator", "value"),
            wide
                ? List.of("peildatum", "supplied_by")
                : List.of("unit", "peildatum", "supplied_by"));
    var level = section.optionalParsed("level", Level::of);
    var config =
        new BarrierSourceConfig(
            file,
            section.text("area", ZONE),
            section.optionalInteger("cell_size_m"),
            SourceSections.scenarioYear(section, file.path()),
            section.children("indicators", "indicator").stream()
                .map(BarrierSourceConfig::indicator)
                .toList(),
            section.text("unit", ""),
            section.optionalText("supplied_by"),
            level == null ? Level.NATIONAL : level,
            section.optionalParsed("peildatum", BarrierSourceConfig::date),
            section.texts("withheld"));
    config.check(section);
    section.done();
    return config;
  }

  private static IndicatorColumn indicator(Section section) {
    var indicator = IndicatorColumn.read(section, false);
    section.done();
    return indicator;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is not a date like 2024-01-01", e);
    }
  }

  private void check(Section section) {
    onePlace(section, "supplied_by", suppliedBy != null);
    onePlace(section, "peildatum", peildatum != null);
    if (wide() && indicators.isEmpty()) {
      section.problem(
          "indicators",
          "name the columns to read, as in indicators = [aantal_huishoudens], or columns {"
              + " indicator = ..., value = ... } when there is one figure to a row");
    }
    var names = new HashSet<String>();
    for (var indicator : indicators) {
      if (!names.add(indicator.indicator())) {
        section.problem("indicators", "'" + indicator.indicator() + "' stands here twice");
      }
    }
    if (area.equals(CELL) != (cellSize != null)) {
      section.problem(
          "cell_size_m", "this is required when area = cell, and only then: e.g. 100 or 500");
    } else if (cellSize != null && (cellSize <= 0 || cellSize % 100 != 0)) {
      section.problem("cell_size_m", "expected a multiple of 100 metres, got " + cellSize);
    }
    if (area.equals(CELL) && indicators.stream().anyMatch(IndicatorColumn::mean)) {
      section.problem(
          "indicators", "cells are added up: only counts (aggregate = sum) can be per cell");
    }
  }

  private void onePlace(Section section, String key, boolean given) {
    if (given == file.columns().containsKey(key)) {
      section.problem(key, "give it either as a key or as a column");
    }
  }
}
