package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peil.config.LayoutConfig;
import nl.peil.config.WelfareConfig;
import nl.peil.config.WelfareSourceConfig;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.WelfareTables;
import nl.peil.welfare.RegionFigure;
import nl.peil.welfare.Standing;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Indicators of brede welvaart per region, beside the country and the other regions of the layout.
 * The table is small, a row per region and indicator, so the driver makes it.
 */
public final class WelfareIndicatorsTable {

  private static final String AS_DELIVERED = "as delivered";
  private static final double ROUNDING = 1e-9;

  private final double minCovered;

  private WelfareIndicatorsTable(WelfareConfig config) {
    this.minCovered = config.minCovered();
  }

  /**
   * The declaration. A slice needs its own layout, the whole delivery, and the layouts that
   * indicators are delivered for.
   */
  public static Derived declare(WelfareConfig config) {
    var output = WelfareTables.WELFARE_INDICATORS;
    var always =
        Stream.concat(
                config.sources().stream().map(WelfareSourceConfig::area),
                Stream.of(LayoutConfig.DELIVERY))
            .collect(Collectors.toSet());
    return new Derived(
        output,
        List.of(
            Derived.Input.of(WelfareTables.WELFARE_SOURCE, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output),
            new Derived.Input(
                InputTables.REGION_MEMBERSHIP, Map.of(), Map.of(), Map.of("layout", always), true)),
        List.of(),
        slice -> "min_covered " + config.minCovered(),
        WelfareIndicatorsTable.class,
        new WelfareIndicatorsTable(config)::rows);
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var places = WelfarePlaces.read(inputs);
    var series = WelfareSeries.read(inputs);
    var rows = new ArrayList<Row>();
    for (var slice : inputs.slices()) {
      var layout = slice.get("layout");
      var contradicted = contradicted(layout, series, places);
      for (var each : series) {
        rows.addAll(rows(layout, each, places, contradicted));
      }
    }
    return SparkSession.active().createDataFrame(rows, WelfareTables.WELFARE_INDICATORS.schema());
  }

  /** The least and the most that suppliers say of each region, indicator and year. */
  private Map<List<Object>, double[]> contradicted(
      String layout, List<WelfareSeries> series, WelfarePlaces places) {
    var ranges = new HashMap<List<Object>, double[]>();
    var regions = places.areas(layout);
    for (var each : series) {
      var figures = each.of(layout, places, minCovered);
      for (int i = 0; i < figures.size(); i++) {
        double value = figures.get(i).value();
        if (!Double.isNaN(value)) {
          var range =
              ranges.computeIfAbsent(
                  key(each, regions.get(i).code()), key -> new double[] {value, value});
          range[0] = Math.min(range[0], value);
          range[1] = Math.max(range[1], value);
        }
      }
    }
    return ranges;
  }

  private static List<Object> key(WelfareSeries series, String region) {
    return List.of(series.indicator(), series.year(), region);
  }

  private List<Row> rows(
      String layout,
      WelfareSeries series,
      WelfarePlaces places,
      Map<List<Object>, double[]> ranges) {
    var country = series.of(LayoutConfig.DELIVERY, places, minCovered);
    double national = country.isEmpty() ? Double.NaN : country.get(0).value();
    var regions = places.areas(layout);
    var figures = series.of(layout, places, minCovered);
    var standings =
        Standing.among(
            figures.stream()
                .mapToDouble(figure -> series.mean() ? figure.value() : Double.NaN)
                .toArray());
    long peers = figures.stream().filter(figure -> !Double.isNaN(figure.value())).count();
    var basis = series.basis(layout);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < figures.size(); i++) {
      var figure = figures.get(i);
      double value = figure.value();
      var region = regions.get(i).code();
      var range = ranges.get(key(series, region));
      rows.add(
          RowFactory.create(
              layout,
              region,
              series.text("dimension"),
              series.indicator(),
              series.text("label"),
              series.year(),
              number(value),
              series.text("unit"),
              series.text("direction"),
              series.text("aggregate"),
              basis.equals(layout) ? AS_DELIVERED : basis,
              number(figure.covered()),
              number(national),
              number(series.mean() ? value - national : Double.NaN),
              number(standings[i].zScore()),
              number(standings[i].percentile()),
              peers,
              range != null && differs(range) && !Double.isNaN(value),
              series.suppliedBy(),
              series.text("source"),
              reason(figure)));
    }
    return rows;
  }

  private static boolean differs(double[] range) {
    return range[1] - range[0] > ROUNDING * Math.max(Math.abs(range[0]), Math.abs(range[1]));
  }

  private static @Nullable String reason(RegionFigure figure) {
    var reason = figure.reason();
    return reason == null ? null : reason.key();
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
