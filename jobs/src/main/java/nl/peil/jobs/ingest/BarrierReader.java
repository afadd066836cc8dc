package nl.peil.jobs.ingest;

import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvRow;
import nl.peil.source.FoundFile;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table of barriers: one figure to a row, or one to a column. */
final class BarrierReader {

  private static final String WIDE = "value of ";
  private static final DateTimeFormatter DUTCH =
      DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final Slice slice;
  private final BarrierSourceConfig config;
  private final BarrierAreas areas;
  private final Told told;
  private final Map<String, BarrierSourceConfig.Indicator> byName = new HashMap<>();
  private long values;
  private long withheld;
  private long empty;

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

  /** For a table of a slice. @param told what other tables of the slice told */
  BarrierReader(Slice slice, BarrierSourceConfig config, BarrierAreas areas, Told told) {
    this.slice = slice;
    this.config = config;
    this.areas = areas;
    this.told = told;
    config.indicators().forEach(indicator -> byName.put(indicator.column(), indicator));
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

  /** A figure of a row: what it is called, and where it stands. */
  private record Figure(String column, BarrierSourceConfig.Indicator indicator) {}

  /** Who says it and of when. */
  private record Supply(String suppliedBy, LocalDate peildatum) {}

  /** The headers to look for, by the name of the column. */
  Map<String, String> columns() {
    var columns = new LinkedHashMap<>(config.file().columns());
    if (config.wide()) {
      config.indicators().forEach(each -> columns.put(WIDE + each.indicator(), each.column()));
    }
    return columns;
  }

  /**
   * Adds the rows of a file.
   *
   * @throws RejectedFileException when it is about no area that there is
   */
  void read(List<CsvRow> table, FoundFile file, Intake intake, List<Row> rows)
      throws RejectedFileException {
    for (var row : table) {
      add(row, file, intake, rows);
    }
    if (intake.rowsQuarantined(areas.unknown()) == intake.rowsRead() && intake.rowsRead() > 0) {
      throw new RejectedFileException(
          "no_known_area",
          intake.table(),
          file.path(),
          table.get(0).line(),
          "expected codes of area = %s in the column '%s', none of %,d is one; the first: '%s'"
              .formatted(
                  config.area(),
                  config.file().columns().get("area"),
                  intake.rowsRead(),
                  table.get(0).text("area")),
          "correct 'area' or the column in the configuration");
    }
    if (withheld > 0) {
      intake.warn(
          "withheld_values",
          0,
          withheld,
          "%,d of %,d values are withheld; they are unknown, not zero".formatted(withheld, values),
          "");
    }
    if (empty > 0) {
      intake.warn(
          "empty_values",
          0,
          empty,
          "%,d of %,d values are not filled in; they are unknown, not zero"
              .formatted(empty, values),
          "");
    }
  }

  private void add(CsvRow row, FoundFile file, Intake intake, List<Row> rows) {
    try {
      if (row.hasErrorCell()) {
        throw new BrokenRule("error_cell");
      }
      var area = areas.code(row.text("area"));
      if (area == null) {
        // National tables tell of more than is studied: of postcodes of PO boxes, of other regions
        intake.outside(row.line(), areas.unknown(), row.raw());
        return;
      }
      var supply = supply(row);
      var made = new ArrayList<Row>();
      var keys = new ArrayList<List<String>>();
      for (var figure : figures(row)) {
        var key =
            List.of(
                figure.indicator().indicator(),
                config.area(),
                area,
                supply.suppliedBy(),
                config.level().key(),
                supply.peildatum().toString());
        if (told.figures().contains(key) || keys.contains(key)) {
          throw new BrokenRule("duplicate_figure");
        }
        keys.add(key);
        made.add(row(row, figure, area, supply, file));
      }
      told.figures().addAll(keys);
      rows.addAll(made);
      intake.loaded();
    } catch (NumberFormatException e) {
      intake.quarantine(row.line(), "bad_number", row.raw());
    } catch (IllegalArgumentException e) {
      intake.quarantine(row.line(), "bad_cell_code", row.raw());
    } catch (BrokenRule e) {
      intake.quarantine(row.line(), e.rule, row.raw());
    }
  }

  private List<Figure> figures(CsvRow row) throws BrokenRule {
    if (config.wide()) {
      return config.indicators().stream()
          .map(indicator -> new Figure(WIDE + indicator.indicator(), indicator))
          .toList();
    }
    var name = row.text("indicator");
    if (name.isEmpty()) {
      throw new BrokenRule("no_indicator");
    }
    var known = byName.get(name);
    return List.of(
        new Figure(
            "value",
            known != null ? known : new BarrierSourceConfig.Indicator(name, name, null, false)));
  }

  private Supply supply(CsvRow row) throws BrokenRule {
    var who = config.suppliedBy() == null ? row.text("supplied_by") : config.suppliedBy();
    if (who.isEmpty()) {
      throw new BrokenRule("no_supplier");
    }
    var date = config.peildatum() == null ? date(row.text("peildatum")) : config.peildatum();
    if (date == null) {
      throw new BrokenRule("bad_date");
    }
    return new Supply(who, date);
  }

  private static @Nullable LocalDate date(String text) {
    for (var format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, DUTCH)) {
      try {
        return LocalDate.parse(text, format);
      } catch (DateTimeParseException e) {
        // the next way to write it; a text that is none of them makes the row a bad one
      }
    }
    return null;
  }

  private Row row(CsvRow row, Figure figure, String area, Supply supply, FoundFile file)
      throws BrokenRule {
    var indicator = figure.indicator();
    boolean suppressed =
        row.suppressed(figure.column()) || config.withheld().contains(row.text(figure.column()));
    var value = suppressed ? null : row.number(figure.column());
    if (value != null && value < 0 && !indicator.mean()) {
      throw new BrokenRule("negative_count");
    }
    values++;
    withheld += suppressed ? 1 : 0;
    empty += value == null && !suppressed ? 1 : 0;
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
        area,
        areas.zones().get(area),
        config.cellSize(),
        value,
        unit,
        aggregate,
        suppressed,
        supply.suppliedBy(),
        config.level().key(),
        Date.valueOf(supply.peildatum()),
        file.path());
  }
}
