package nl.peil.jobs.derive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.forecast.Decomposition;
import nl.peil.table.ColumnBlock;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/** The columns of forecasts while they are filled. */
final class ForecastColumns {

  private static final List<String> TEXTS =
      List.of("scenario", "model_version", "region", "period", "service", "measure", "unit");

  private static final List<String> NUMBERS =
      List.of(
          "population_base",
          "population_future",
          "base",
          "future",
          "delta",
          "delta_pct",
          "delta_network",
          "delta_land_use",
          "delta_services",
          "only_network",
          "only_land_use",
          "only_services",
          "interaction",
          "norm_min",
          "persons_gain_norm",
          "persons_lose_norm",
          "future_lowest",
          "future_highest");

  private static final int FUTURE = NUMBERS.indexOf("future");
  private static final int NORM = NUMBERS.indexOf("norm_min");
  private static final int LOWEST = NUMBERS.indexOf("future_lowest");

  private final String[][] texts = new String[TEXTS.size()][1024];
  private final double[][] numbers = new double[NUMBERS.size()][1024];
  private @Nullable Boolean[] crossesNorm = new Boolean[1024];
  private long[] scenarios = new long[1024];
  private int size;

  /** Rows so far. */
  int size() {
    return size;
  }

  /**
   * Adds a row, but for the range of the scenarios.
   *
   * @param texts as in {@link #TEXTS}
   * @param byState the number by state; NaN where there is none
   * @param norm acceptable minutes; NaN without
   */
  void add(List<String> texts, double[] persons, double[] byState, double norm) {
    grow();
    for (int i = 0; i < texts.size(); i++) {
      this.texts[i][size] = texts.get(i);
    }
    var parts = Decomposition.of(byState);
    double base = byState[0];
    var row = new double[NUMBERS.size()];
    Arrays.fill(row, Double.NaN);
    row[0] = persons[0];
    row[1] = persons[1];
    row[2] = base;
    row[FUTURE] = byState[Decomposition.STATES - 1];
    row[4] = parts.delta();
    row[5] = base == 0 ? Double.NaN : 100 * parts.delta() / base;
    row[6] = parts.network();
    row[7] = parts.landUse();
    row[8] = parts.services();
    row[9] = parts.networkAlone();
    row[10] = parts.landUseAlone();
    row[11] = parts.servicesAlone();
    row[12] = parts.interaction();
    row[NORM] = norm;
    for (int i = 0; i < row.length; i++) {
      numbers[i][size] = row[i];
    }
    size++;
  }

  /** What the row that came last says of the norm. */
  void crossing(double gain, double lose) {
    crossesNorm[size - 1] = gain + lose > 0;
    numbers[NORM + 1][size - 1] = gain;
    numbers[NORM + 2][size - 1] = lose;
  }

  /** Sets the range of rows that differ in their scenario only. */
  void range(int[] rows) {
    double lowest = Double.NaN;
    double highest = Double.NaN;
    for (int row : rows) {
      double future = numbers[FUTURE][row];
      lowest = future >= lowest ? lowest : Double.isNaN(future) ? lowest : future;
      highest = future <= highest ? highest : Double.isNaN(future) ? highest : future;
    }
    for (int row : rows) {
      numbers[LOWEST][row] = lowest;
      numbers[LOWEST + 1][row] = highest;
      scenarios[row] = rows.length;
    }
  }

  private void grow() {
    if (size == scenarios.length) {
      for (int i = 0; i < texts.length; i++) {
        texts[i] = Arrays.copyOf(texts[i], 2 * size);
      }
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Arrays.copyOf(numbers[i], 2 * size);
      }
      crossesNorm = Arrays.copyOf(crossesNorm, 2 * size);
      scenarios = Arrays.copyOf(scenarios, 2 * size);
    }
  }

  /** All rows, as those of a slice of forecasts. */
  ColumnBlock block(Slice slice) {
    Map<String, Object> columns = new HashMap<>();
    for (int i = 0; i < texts.length; i++) {
      columns.put(TEXTS.get(i), Arrays.copyOf(texts[i], size));
    }
    for (int i = 0; i < numbers.length; i++) {
      columns.put(NUMBERS.get(i), Arrays.copyOf(numbers[i], size));
    }
    columns.put("crosses_norm", Arrays.copyOf(crossesNorm, size));
    columns.put("scenarios", Arrays.copyOf(scenarios, size));
    return new ColumnBlock(slice, size, columns);
  }
}
