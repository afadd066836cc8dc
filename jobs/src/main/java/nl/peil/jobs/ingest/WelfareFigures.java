package nl.peil.jobs.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.IndicatorColumn;
import nl.peil.config.WelfareIndicatorConfig;
import nl.peil.config.WelfareIndicatorConfig.Direction;
import nl.peil.config.WelfareSourceConfig;
import nl.peil.source.CsvRow;
import nl.peil.source.FoundFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What a figure of a table of brede welvaart means: rows of welfare_source. */
final class WelfareFigures implements FigureReader.Maker<WelfareFigures.Supply> {

  private final WelfareSourceConfig config;
  private final FoundFile file;
  private final IndicatorAreas areas;
  private final Told told;
  private final Map<String, WelfareIndicatorConfig> byName = new HashMap<>();

  /**
   * What all tables told until now.
   *
   * @param figures each figure: nobody may say the same twice
   * @param units unit, and sum or mean, by indicator and supplier: what is added up must be alike
   */
  record Told(Set<List<String>> figures, Map<List<String>, List<String>> units) {

    Told() {
      this(new HashSet<>(), new HashMap<>());
    }
  }

  /** Who says it and of when. */
  record Supply(String suppliedBy, int year) {}

  private WelfareFigures(
      WelfareSourceConfig config, FoundFile file, IndicatorAreas areas, Told told) {
    this.config = config;
    this.file = file;
    this.areas = areas;
    this.told = told;
    config.indicators().forEach(each -> byName.put(each.column().indicator(), each));
  }

  /** A reader of a table. @param told what other tables told */
  static FigureReader<Supply> reader(
      WelfareSourceConfig config, FoundFile file, IndicatorAreas areas, Told told) {
    return new FigureReader<>(
        new FigureReader.Table(
            config.file(),
            config.indicators().stream().map(WelfareIndicatorConfig::column).toList(),
            config.withheld()),
        areas,
        told.figures(),
        new WelfareFigures(config, file, areas, told));
  }

  @Override
  public Supply supply(CsvRow row) throws BrokenRule {
    var who = config.suppliedBy() == null ? row.text("supplied_by") : config.suppliedBy();
    if (who.isEmpty()) {
      throw new BrokenRule("no_supplier");
    }
    var year = config.year();
    if (year == null) {
      var text = file.values().getOrDefault("year", row.text("year"));
      if (!text.matches("(19|20|21)\\d\\d")) {
        throw new BrokenRule("bad_year");
      }
      year = Integer.valueOf(text);
    }
    return new Supply(who, year);
  }

  @Override
  public IndicatorColumn unnamed(String name, CsvRow row) throws BrokenRule {
    var aggregate = row.text("aggregate");
    try {
      boolean mean = aggregate.isEmpty() ? config.mean() : IndicatorColumn.isMean(aggregate);
      return new IndicatorColumn(name, name, null, mean);
    } catch (IllegalArgumentException e) {
      throw new BrokenRule("bad_aggregate");
    }
  }

  @Override
  public List<String> key(FigureReader.Figure figure, Supply supply) {
    return List.of(
        figure.indicator().indicator(),
        config.area(),
        figure.area(),
        Integer.toString(supply.year()),
        supply.suppliedBy());
  }

  @Override
  public Row row(CsvRow row, FigureReader.Figure figure, Supply supply, FoundFile from)
      throws BrokenRule {
    var column = figure.indicator();
    var named = byName.get(column.indicator());
    var known =
        named == null ? WelfareIndicatorConfig.named(column.indicator(), column.mean()) : named;
    var unit = either(row, "unit", column.unit() == null ? config.unit() : column.unit());
    var aggregate = column.mean() ? "mean" : "sum";
    var alike = List.of(unit, aggregate);
    var before = told.units().put(List.of(column.indicator(), supply.suppliedBy()), alike);
    if (before != null && !before.equals(alike)) {
      told.units().put(List.of(column.indicator(), supply.suppliedBy()), before);
      throw new BrokenRule("other_unit");
    }
    return RowFactory.create(
        either(
            row, "dimension", known.dimension() == null ? config.dimension() : known.dimension()),
        column.indicator(),
        either(row, "label", known.label()),
        config.area(),
        figure.area(),
        areas.zones().get(figure.area()),
        supply.year(),
        figure.value(),
        unit,
        direction(row, known.direction() == null ? config.direction() : known.direction()),
        aggregate,
        known.weight(),
        figure.suppressed(),
        false,
        supply.suppliedBy(),
        config.source(),
        from.path());
  }

  private static String either(CsvRow row, String column, String otherwise) {
    var text = row.text(column);
    return text.isEmpty() ? otherwise : text;
  }

  private static String direction(CsvRow row, Direction otherwise) throws BrokenRule {
    var text = row.text("direction");
    try {
      return text.isEmpty() ? otherwise.key() : Direction.of(text).key();
    } catch (IllegalArgumentException e) {
      throw new BrokenRule("bad_direction");
    }
  }
}
