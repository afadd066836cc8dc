package nl.peil.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a forecast as somebody else published them, per region of a layout or per zone.
 *
 * @param publication free key: the publication is read, replaced and recomputed as one
 * @param file the table; columns: region or zone, and unless it is wide indicator and value
 * @param source where it comes from
 * @param modelVersion release of the traffic model, free text
 * @param scenario scenario of the figures; null: from a column or the path
 * @param scenarios scenario of Peil by its name in the column; others keep their name
 * @param year year of the figures; null: from a column or the path
 * @param baseYear year that they start from; null: from a column, or not said
 * @param layout whose regions they are about; null: zones
 * @param zoneWeights where the model zones lie that they are about; null: the zones are Peil's own
 * @param aggregate how values of zones become those of regions; null where the indicators say it
 * @param indicators what is known of the indicators; of a wide table, all that are read
 */
public record PublishedForecastConfig(
    String publication,
    SourceFile file,
    String source,
    String modelVersion,
    @Nullable String scenario,
    Map<String, String> scenarios,
    @Nullable Integer year,
    @Nullable Integer baseYear,
    @Nullable String layout,
    @Nullable SourceFile zoneWeights,
    @Nullable Aggregate aggregate,
    List<PublishedIndicatorConfig> indicators) {

  private static final List<String> OPTIONAL =
      List.of("mode", "service", "period", "unit", "base_value", "weight");

  /** How values of zones become those of regions. */
  public enum Aggregate {
    /** A quantity: the parts in the region add up. */
    SUM,
    /** A value per person or per unit of weight: the weighted mean. */
    MEAN;

    /** The name as it stands in the configuration and in tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Aggregate of(String key) {
      return switch (key) {
        case "sum" -> SUM;
        case "mean" -> MEAN;
        default -> throw new IllegalArgumentException("'" + key + "' is not one of sum, mean");
      };
    }
  }

  /** True when every indicator has a column of its own. */
  public boolean wide() {
    return indicators.stream().anyMatch(indicator -> indicator.column() != null);
  }

  /** Reads an entry of {@code published_forecasts}. */
  static PublishedForecastConfig read(Section section) {
    var publication = section.parsed("publication", SourceSections::key);
    var indicators =
        section.children("indicators").stream().map(PublishedIndicatorConfig::read).toList();
    boolean wide = indicators.stream().anyMatch(indicator -> indicator.column() != null);
    var layout = section.optionalText("layout");
    boolean zones = section.flag("zones", false);
    if (zones == (layout != null)) {
      section.problem(
          zones ? "zones" : "layout",
          "say what the rows are about: layout = NAME, or zones = true");
    }
    var place = layout == null ? "zone" : "region";
    var optional = new ArrayList<>(OPTIONAL);
    var scenario = section.optionalParsed("scenario", SourceSections::key);
    var year = section.optionalInteger("year");
    var baseYear = section.optionalInteger("base_year");
    optional.addAll(List.of("scenario", "year", "base_year"));
    var file =
        SourceSections.file(
            section, wide ? List.of(place) : List.of(place, "indicator", "value"), optional);
    onePlace(section, file, "scenario", scenario != null);
    onePlace(section, file, "year", year != null);
    if (baseYear != null && file.columns().containsKey("base_year")) {
      section.problem("base_year", "stands among the columns too: leave one out");
    }
    var weights = section.optionalChild("zone_weights");
    var config =
        new PublishedForecastConfig(
            publication == null ? "" : publication,
            file,
            section.text("source"),
            section.text("model_version", ""),
            scenario,
            section.map("scenarios"),
            year,
            baseYear,
            layout,
            weights == null ? null : weights(weights),
            section.optionalParsed("aggregate", Aggregate::of),
            indicators);
    config.check(section, wide);
    section.done();
    return config;
  }

  private static SourceFile weights(Section section) {
    var file = SourceSections.file(section, List.of("model_zone", "zone", "weight"), List.of());
    if (!file.path().isLiteral()) {
      section.problem("path", "name one file, without { } and *");
    }
    section.done();
    return file;
  }

  /** Scenario and year stand in exactly one of three places. */
  private static void onePlace(Section section, SourceFile file, String key, boolean given) {
    int places =
        (given ? 1 : 0)
            + (file.columns().containsKey(key) ? 1 : 0)
            + (file.path().names().contains(key) ? 1 : 0);
    if (places != 1) {
      section.problem(
          key,
          (places == 0 ? "is not known: " : "stands in more than one place: ")
              + "give it as a key, as a column, or as {"
              + key
              + "} in the path");
    }
  }

  private void check(Section section, boolean wide) {
    boolean ofZones = layout == null;
    if (wide && indicators.stream().anyMatch(indicator -> indicator.column() == null)) {
      section.problem("indicators", "name the column of every indicator, or of none");
    }
    if (!ofZones && (zoneWeights != null || aggregate != null)) {
      section.problem(
          zoneWeights != null ? "zone_weights" : "aggregate",
          "this is for zones; the figures of a layout stay as they are published");
    }
    boolean everywhere =
        wide && indicators.stream().allMatch(indicator -> indicator.aggregate() != null);
    if (ofZones && aggregate == null && !everywhere) {
      section.problem(
          "aggregate",
          "say how values of zones become those of regions: sum (a quantity) or mean (a value per"
              + " person)");
    }
    boolean mean =
        aggregate == Aggregate.MEAN
            || indicators.stream().anyMatch(i -> i.aggregate() == Aggregate.MEAN);
    if (zoneWeights != null && mean && !file.columns().containsKey("weight")) {
      section.problem(
          "columns",
          "the column 'weight' is required for means of model zones: nobody knows their people;"
              + " name one with their inhabitants, households or trips");
    }
  }

  /** No publication twice, and each about a layout of the configuration. */
  static void checkTogether(
      List<PublishedForecastConfig> all, List<LayoutConfig> layouts, Section root) {
    var publications = new HashSet<String>();
    var names = layouts.stream().map(LayoutConfig::layout).toList();
    for (var published : all) {
      if (!publications.add(published.publication())) {
        root.problem(
            "published_forecasts",
            "publication '" + published.publication() + "' stands here twice");
      }
      var layout = published.layout();
      if (layout != null && !names.contains(layout)) {
        root.problem(
            "published_forecasts",
            "publication '%s' is about layout '%s', which is not one of %s"
                .formatted(published.publication(), layout, names));
      }
    }
  }
}
