package nl.peil.jobs.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The values of every measure of every opportunity, by zone. */
final class Results {

  private final int zones;
  private final Map<List<String>, Column> columns = new LinkedHashMap<>();

  /**
   * The values of a measure of an opportunity.
   *
   * @param opportunity the opportunity
   * @param measure name of the measure
   * @param unit unit of the values
   * @param values by place of the zone; NaN where there is none
   * @param reasons why there is none, by place
   */
  @SuppressWarnings("ArrayRecordComponent") // filled here, compared nowhere
  record Column(
      String opportunity,
      String measure,
      String unit,
      double[] values,
      Map<Integer, String> reasons) {}

  Results(int zones) {
    this.zones = zones;
  }

  /** Adds rows as {@link nl.peil.access.MatrixPass} makes them. */
  void add(Dataset<Row> rows) {
    for (var row : rows.collectAsList()) {
      String opportunity = row.getAs("service");
      String measure = row.getAs("measure");
      String unit = row.getAs("unit");
      var column =
          columns.computeIfAbsent(
              List.of(opportunity, measure),
              key -> new Column(opportunity, measure, unit, new double[zones], new HashMap<>()));
      int place = row.<Integer>getAs("zone");
      @Nullable Double value = row.getAs("value");
      column.values()[place] = value == null ? Double.NaN : value;
      if (value == null) {
        column.reasons().put(place, Objects.requireNonNull(row.<String>getAs("reason")));
      }
    }
  }

  /** The columns in the order of the request: measure by measure, opportunity by opportunity. */
  List<Column> inOrder(List<String> opportunities, List<String> measures) {
    var ordered = new ArrayList<Column>();
    for (var measure : measures) {
      for (var opportunity : opportunities) {
        var column = columns.get(List.of(opportunity, measure));
        if (column != null) {
          ordered.add(column);
        }
      }
    }
    return ordered;
  }
}
