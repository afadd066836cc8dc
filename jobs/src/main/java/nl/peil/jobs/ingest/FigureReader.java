package nl.peil.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.IndicatorColumn;
import nl.peil.config.SourceFile;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvRow;
import nl.peil.source.FoundFile;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables with figures of areas: one figure to a row, or one to a column. What a figure means
 * is known to its {@link Maker}.
 *
 * @param <S> what a row tells beside its figures: who says it, and of when
 */
final class FigureReader<S> {

  private static final String WIDE = "value of ";

  private final Table table;
  private final IndicatorAreas areas;
  private final Set<List<String>> told;
  private final Maker<S> maker;
  private final Map<String, IndicatorColumn> byName = new HashMap<>();
  private long values;
  private long withheld;
  private long empty;

  /**
   * How a table is written.
   *
   * @param file its columns: area, and in long form indicator and value
   * @param indicators its indicators; in long form what is known of some of them
   * @param withheld texts for a withheld value, besides those of CBS
   */
  record Table(SourceFile file, List<IndicatorColumn> indicators, List<String> withheld) {

    private boolean wide() {
      return !file.columns().containsKey("indicator");
    }
  }

  /**
   * A figure of a row.
   *
   * @param indicator what it is about
   * @param area code of its area
   * @param value the value; null when withheld or not filled in
   * @param suppressed it was withheld
   */
  record Figure(
      IndicatorColumn indicator, String area, @Nullable Double value, boolean suppressed) {}

  /**
   * Makes rows of figures.
   *
   * @param <S> what a row tells beside its figures
   */
  interface Maker<S> {

    /** What a row tells beside its figures. */
    S supply(CsvRow row) throws BrokenRule;

    /** An indicator of a long table that the configuration says nothing of. */
    IndicatorColumn unnamed(String name, CsvRow row) throws BrokenRule;

    /** What tells a figure from every other: nobody may say the same twice. */
    List<String> key(Figure figure, S supply);

    /** The row of a figure. */
    Row row(CsvRow row, Figure figure, S supply, FoundFile file) throws BrokenRule;
  }

  /**
   * For a table.
   *
   * @param told keys of figures that other tables told; those of this one come to them
   */
  FigureReader(Table table, IndicatorAreas areas, Set<List<String>> told, Maker<S> maker) {
    this.table = table;
    this.areas = areas;
    this.told = told;
    this.maker = maker;
    table.indicators().forEach(indicator -> byName.put(indicator.column(), indicator));
  }

  /** The headers to look for, by the name of the column. */
  Map<String, String> columns() {
    var columns = new LinkedHashMap<>(table.file().columns());
    if (table.wide()) {
      table.indicators().forEach(each -> columns.put(WIDE + each.indicator(), each.column()));
    }
    return columns;
  }

  /**
   * Adds the rows of a file.
   *
   * @throws RejectedFileException when it is about no area that there is
   */
  void read(List<CsvRow> read, FoundFile file, Intake intake, List<Row> rows)
      throws RejectedFileException {
    for (var row : read) {
      add(row, file, intake, rows);
    }
    if (intake.rowsQuarantined(areas.unknown()) == intake.rowsRead() && intake.rowsRead() > 0) {
      throw new RejectedFileException(
          "no_known_area",
          intake.table(),
          file.path(),
          read.get(0).line(),
          "expected codes of area = %s in the column '%s', none of %,d is one; the first: '%s'"
              .formatted(
                  areas.kind(),
                  table.file().columns().get("area"),
                  intake.rowsRead(),
                  read.get(0).text("area")),
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
      var supply = maker.supply(row);
      var made = new ArrayList<Row>();
      var keys = new ArrayList<List<String>>();
      for (var column : columns(row)) {
        var figure = figure(row, column, area);
        var key = maker.key(figure, supply);
        if (told.contains(key) || keys.contains(key)) {
          throw new BrokenRule("duplicate_figure");
        }
        keys.add(key);
        made.add(maker.row(row, figure, supply, file));
      }
      told.addAll(keys);
      rows.addAll(made);
      intake.loaded();
    } catch (NumberFormatException e) {
      intake.quarantine(row.line(), "bad_number", row.raw());
    } catch (IllegalArgumentException e) {
      intake.quarantine(row.line(), "bad_cell_code", row.raw());
    } catch (BrokenRule e) {
      intake.quarantine(row.line(), e.rule(), row.raw());
    }
  }

  private List<IndicatorColumn> columns(CsvRow row) throws BrokenRule {
    if (table.wide()) {
      return table.indicators();
    }
    var name = row.text("indicator");
    if (name.isEmpty()) {
      throw new BrokenRule("no_indicator");
    }
    var known = byName.get(name);
    return List.of(known != null ? known : maker.unnamed(name, row));
  }

  private Figure figure(CsvRow row, IndicatorColumn indicator, String area) {
    var column = table.wide() ? WIDE + indicator.indicator() : "value";
    boolean suppressed = row.suppressed(column) || table.withheld().contains(row.text(column));
    var value = suppressed ? null : row.number(column);
    values++;
    withheld += suppressed ? 1 : 0;
    empty += value == null && !suppressed ? 1 : 0;
    return new Figure(indicator, area, value, suppressed);
  }
}
