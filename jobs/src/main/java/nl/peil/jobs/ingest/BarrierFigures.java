package nl.peil.jobs.ingest;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.config.IndicatorColumn;
import nl.peil.source.CsvRow;
import nl.peil.source.FoundFile;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What a figure of a table of barriers means: rows of barrier_source. */
final class BarrierFigures implements FigureReader.Maker<BarrierFigures.Supply> {

  private final Slice slice;
  private final BarrierSourceConfig config;
  private final IndicatorAreas areas;
  private final Told told;

  /**
   * What the tables of a slice told until now.
   *
   * @param figures each figure: nobody may say the same twice
   * @param units unit by indicator: what is chosen between must be comparable
   * @param aggregates sum or mean by indicator, likewise
   */
  record Told(
      Set<List<String>> figures, Map<String, String> units, Map<String, String> aggregates) {

    Told() {
      this(new HashSet<>(), new HashMap<>(), new HashMap<>());
    }
  }

  /** Who says it and of when. */
  record Supply(String suppliedBy, LocalDate peildatum) {}

  private BarrierFigures(Slice slice, BarrierSourceConfig config, IndicatorAreas areas, Told told) {
    this.slice = slice;
    this.config = config;
    this.areas = areas;
    this.told = told;
  }

  /** A reader of a table of a slice. @param told what other tables of the slice told */
  static FigureReader<Supply> reader(
      Slice slice, BarrierSourceConfig config, IndicatorAreas areas, Told told) {
    return new FigureReader<>(
        new FigureReader.Table(config.file(), config.indicators(), config.withheld()),
        areas,
        told.figures(),
        new BarrierFigures(slice, config, areas, told));
  }

  @Override
  public Supply supply(CsvRow row) throws BrokenRule {
    var who = config.suppliedBy() == null ? row.text("supplied_by") : config.suppliedBy();
    if (who.isEmpty()) {
      throw new BrokenRule("no_supplier");
    }
    var date =
        config.peildatum() == null ? DateText.read(row.text("peildatum")) : config.peildatum();
    if (date == null) {
      throw new BrokenRule("bad_date");
    }
    return new Supply(who, date);
  }

  @Override
  public IndicatorColumn unnamed(String name, CsvRow row) {
    return new IndicatorColumn(name, name, null, false);
  }

  @Override
  public List<String> key(FigureReader.Figure figure, Supply supply) {
    return List.of(
        figure.indicator().indicator(),
        config.area(),
        figure.area(),
        supply.suppliedBy(),
        config.level().key(),
        supply.peildatum().toString());
  }

  @Override
  public Row row(CsvRow row, FigureReader.Figure figure, Supply supply, FoundFile file)
      throws BrokenRule {
    var indicator = figure.indicator();
    var value = figure.value();
    if (value != null && value < 0 && !indicator.mean()) {
      throw new BrokenRule("negative_count");
    }
    var ownUnit = row.text("unit");
    var otherwise = indicator.unit() == null ? config.unit() : indicator.unit();
    var unit = ownUnit.isEmpty() ? otherwise : ownUnit;
    var aggregate = indicator.mean() ? "mean" : "sum";
    if (!unit.equals(told.units().getOrDefault(indicator.indicator(), unit))
        || !aggregate.equals(told.aggregates().getOrDefault(indicator.indicator(), aggregate))) {
      throw new BrokenRule("other_unit");
    }
    told.units().put(indicator.indicator(), unit);
    told.aggregates().put(indicator.indicator(), aggregate);
    return RowFactory.create(
        slice.get("scenario"),
        Integer.parseInt(slice.get("year")),
        indicator.indicator(),
        config.area(),
        figure.area(),
        areas.zones().get(figure.area()),
        config.cellSize(),
        value,
        unit,
        aggregate,
        figure.suppressed(),
        supply.suppliedBy(),
        config.level().key(),
        Date.valueOf(supply.peildatum()),
        file.path());
  }
}
