package nl.peil.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.PublishedForecastConfig;
import nl.peil.config.PublishedIndicatorConfig;
import nl.peil.quality.Intake;
import nl.peil.source.CsvRow;
import nl.peil.source.FoundFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a publication: one figure to a row, or in a wide table one to a column. */
final class PublishedReader {

  private static final String WIDE = "value of ";
  private static final String WIDE_BASE = "base of ";

  private final PublishedForecastConfig config;
  private final PublishedPlaces places;
  private final Map<String, PublishedIndicatorConfig> byName = new HashMap<>();
  private final Set<List<String>> seen = new HashSet<>();

  PublishedReader(PublishedForecastConfig config, PublishedPlaces places) {
    this.config = config;
    this.places = places;
    config.indicators().forEach(indicator -> byName.putIfAbsent(indicator.indicator(), indicator));
  }

  /** A row breaks a rule. */
  private static final class BrokenRule extends Exception {
    private static final long serialVersionUID = 1L;
    private final String rule;

    private BrokenRule(String rule) {
      super(rule);
      this.rule = rule;
    }
  }

  /** The scenario-year of a row. */
  private record When(String scenario, int year, @Nullable Integer baseYear) {}

  /** A figure of a row: where it stands and what is known of it. */
  private record Figure(
      String indicator, String value, String base, @Nullable PublishedIndicatorConfig known) {}

  /** The headers to look for, by the name of the column. */
  Map<String, String> columns() {
    var columns = new LinkedHashMap<>(config.file().columns());
    var indicators = config.indicators();
    for (int i = 0; i < indicators.size(); i++) {
      var column = indicators.get(i).column();
      var base = indicators.get(i).baseColumn();
      if (column != null) {
        columns.put(WIDE + i, column);
      }
      if (base != null) {
        columns.put(WIDE_BASE + i, base);
      }
    }
    return columns;
  }

  /** The figures of a row; none when it is set aside, as a whole. */
  List<Row> read(CsvRow row, FoundFile file, Intake intake) {
    try {
      if (row.hasErrorCell()) {
        throw new BrokenRule("error_cell");
      }
      var place = places.code(row.text(places.kind().equals("region") ? "region" : "zone"));
      if (place == null) {
        throw new BrokenRule(places.unknown());
      }
      var when = when(row, file);
      var rows = new ArrayList<Row>();
      var keys = new ArrayList<List<String>>();
      for (var figure : figures(row)) {
        var key = key(row, place, when, figure);
        if (seen.contains(key) || keys.contains(key)) {
          throw new BrokenRule("duplicate_figure");
        }
        keys.add(key);
        rows.add(figure(row, when, figure, key, file));
      }
      seen.addAll(keys);
      intake.loaded();
      return rows;
    } catch (NumberFormatException e) {
      intake.quarantine(row.line(), "bad_number", row.raw());
    } catch (BrokenRule e) {
      intake.quarantine(row.line(), e.rule, row.raw());
    }
    return List.of();
  }

  private List<Figure> figures(CsvRow row) throws BrokenRule {
    if (!config.wide()) {
      var name = row.text("indicator");
      if (name.isEmpty()) {
        throw new BrokenRule("no_indicator");
      }
      return List.of(new Figure(name, "value", "base_value", byName.get(name)));
    }
    var figures = new ArrayList<Figure>();
    for (int i = 0; i < config.indicators().size(); i++) {
      var indicator = config.indicators().get(i);
      figures.add(new Figure(indicator.indicator(), WIDE + i, WIDE_BASE + i, indicator));
    }
    return figures;
  }

  private When when(CsvRow row, FoundFile file) throws BrokenRule {
    var scenario = config.scenario();
    if (scenario == null) {
      var named = file.values().getOrDefault("scenario", row.text("scenario"));
      scenario = config.scenarios().getOrDefault(named, named);
    }
    if (scenario.isEmpty()) {
      throw new BrokenRule("no_scenario");
    }
    var year = config.year();
    if (year == null) {
      year = year(file.values().getOrDefault("year", row.text("year")));
    }
    if (year == null) {
      throw new BrokenRule("bad_year");
    }
    var baseYear = config.baseYear();
    return new When(scenario, year, baseYear != null ? baseYear : year(row.text("base_year")));
  }

  private static @Nullable Integer year(String text) throws BrokenRule {
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("(19|20|21)\\d\\d")) {
      throw new BrokenRule("bad_year");
    }
    return Integer.valueOf(text);
  }

  private static List<String> key(CsvRow row, String place, When when, Figure figure) {
    var known = figure.known();
    return List.of(
        when.scenario(),
        Integer.toString(when.year()),
        place,
        figure.indicator(),
        either(row, "mode", known == null ? null : known.mode()),
        either(row, "service", known == null ? null : known.service()),
        either(row, "period", known == null ? null : known.period()));
  }

  private static String either(CsvRow row, String column, @Nullable String otherwise) {
    var text = row.text(column);
    return text.isEmpty() && otherwise != null ? otherwise : text;
  }

  private Row figure(CsvRow row, When when, Figure figure, List<String> key, FoundFile file)
      throws BrokenRule {
    var known = figure.known();
    var aggregate = aggregate(known);
    var weight = row.number("weight");
    if (config.file().columns().containsKey("weight")
        && aggregate == PublishedForecastConfig.Aggregate.MEAN
        && weight == null) {
      throw new BrokenRule("no_weight");
    }
    if (weight != null && weight < 0) {
      throw new BrokenRule("negative_weight");
    }
    var place = key.get(2);
    return RowFactory.create(
        config.publication(),
        config.modelVersion(),
        when.scenario(),
        when.baseYear(),
        when.year(),
        config.layout(),
        places.kind(),
        place,
        places.zones().get(place),
        figure.indicator(),
        key.get(4),
        key.get(5),
        key.get(6),
        known == null ? null : known.measure(),
        either(row, "unit", known == null ? null : known.unit()),
        row.number(figure.base()),
        row.number(figure.value()),
        weight,
        aggregate == null ? null : aggregate.key(),
        config.source(),
        file.path());
  }

  /** How zones become regions; nothing for regions, which stay as they are. */
  private PublishedForecastConfig.@Nullable Aggregate aggregate(
      @Nullable PublishedIndicatorConfig known) {
    if (config.layout() != null) {
      return null;
    }
    var own = known == null ? null : known.aggregate();
    return own == null ? config.aggregate() : own;
  }
}
