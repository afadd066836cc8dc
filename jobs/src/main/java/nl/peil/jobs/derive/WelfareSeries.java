package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.table.Derived;
import nl.peil.table.WelfareTables;
import nl.peil.welfare.Places;
import nl.peil.welfare.RegionFigure;
import nl.peil.welfare.RegionFigure.Figure;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a year as one supplier gives it: its values belong together, and are never mixed
 * with those of another.
 */
final class WelfareSeries {

  private static final String[] COLUMNS = {
    "indicator",
    "year",
    "supplied_by",
    "area_kind",
    "area",
    "zone",
    "value",
    "suppressed",
    "weight",
    "dimension",
    "label",
    "unit",
    "direction",
    "aggregate",
    "source"
  };

  private final Row first;
  private final Map<String, Map<String, Figure>> byKind = new TreeMap<>();

  private WelfareSeries(Row first) {
    this.first = first;
  }

  /** Reads welfare_source; by indicator, year and supplier. */
  static List<WelfareSeries> read(Derived.Inputs inputs) {
    var rows = new ArrayList<>(inputs.rows(WelfareTables.WELFARE_SOURCE, COLUMNS));
    // One order, however files come: what a series is called is what its first row says
    rows.sort(
        Comparator.<Row, String>comparing(row -> row.getString(0))
            .thenComparing(row -> row.getInt(1))
            .thenComparing(row -> row.getString(2))
            .thenComparing(row -> row.getString(3))
            .thenComparing(row -> row.getString(4)));
    var values = new HashMap<List<Object>, Double>();
    for (var row : rows) {
      if (!row.isNullAt(6)) {
        values.put(place(row, row.getString(0)), row.getDouble(6));
      }
    }
    var series = new ArrayList<WelfareSeries>();
    for (var row : rows) {
      if (series.isEmpty() || !same(series.get(series.size() - 1).first, row)) {
        series.add(new WelfareSeries(row));
      }
      series
          .get(series.size() - 1)
          .byKind
          .computeIfAbsent(row.getString(3), kind -> new HashMap<>())
          .put(
              row.isNullAt(5) ? row.getString(4) : Integer.toString(row.getInt(5)),
              new Figure(
                  row.isNullAt(6) ? Double.NaN : row.getDouble(6),
                  row.isNullAt(8) ? null : weight(values.get(place(row, row.getString(8)))),
                  row.getBoolean(7)));
    }
    return series;
  }

  /** What an area weighs; nobody knows when there is no value, and less than nothing is none. */
  private static double weight(@Nullable Double value) {
    return value == null || value < 0 ? Double.NaN : value;
  }

  private static List<Object> place(Row row, String indicator) {
    return List.of(indicator, row.get(1), row.get(2), row.get(3), row.get(4));
  }

  private static boolean same(Row one, Row other) {
    return one.get(0).equals(other.get(0))
        && one.get(1).equals(other.get(1))
        && one.get(2).equals(other.get(2));
  }

  /** Name of the indicator. */
  String indicator() {
    return first.getString(0);
  }

  /** Its year. */
  int year() {
    return first.getInt(1);
  }

  /** Who supplied it. */
  String suppliedBy() {
    return first.getString(2);
  }

  /** What its first row says in a column: dimension, label, unit, direction, aggregate, source. */
  String text(String column) {
    return first.getString(List.of(COLUMNS).indexOf(column));
  }

  /** True for a value per person or place, false for a count. */
  boolean mean() {
    return text("aggregate").equals("mean");
  }

  /**
   * What the values of the regions of a layout are made from: the layout itself when it was
   * delivered, else zones, else the layout with the most areas.
   */
  String basis(String layout) {
    if (byKind.containsKey(layout)) {
      return layout;
    }
    if (byKind.containsKey(BarrierSourceConfig.ZONE)) {
      return BarrierSourceConfig.ZONE;
    }
    return byKind.entrySet().stream()
        .max(Comparator.comparingInt(kind -> kind.getValue().size()))
        .orElseThrow()
        .getKey();
  }

  /** The figure of each area of a kind; null where there is no row. */
  @Nullable Figure[] figures(String kind, List<Places> areas) {
    var its = byKind.getOrDefault(kind, Map.of());
    return areas.stream().map(area -> its.get(area.code())).toArray(Figure[]::new);
  }

  /** The figures of the regions of a layout, in the order of the places. */
  List<RegionFigure> of(String layout, WelfarePlaces places, double leastCovered) {
    var basis = basis(layout);
    var figures = figures(basis, places.areas(basis));
    var found = new ArrayList<RegionFigure>();
    if (basis.equals(layout)) {
      var regions = places.areas(layout);
      for (int i = 0; i < regions.size(); i++) {
        found.add(RegionFigure.delivered(figures[i], places.people(regions.get(i))));
      }
    } else {
      for (var areas : places.lying(basis, layout)) {
        found.add(RegionFigure.of(areas, figures, mean(), leastCovered));
      }
    }
    return found;
  }
}
