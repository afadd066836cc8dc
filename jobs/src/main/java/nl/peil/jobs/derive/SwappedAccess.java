package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.access.ZoneValues;
import nl.peil.forecast.Decomposition;
import nl.peil.measure.Kernel;
import nl.peil.table.ColumnBlock;
import nl.peil.table.Slice;

/**
 * The blocks of accessibility_swaps: what was found over the two matrices of a comparison, brought
 * together by state.
 *
 * @param slice slice of accessibility_swaps
 * @param peopleOfBase persons by place of the zone
 * @param peopleOfFuture persons by place of the zone
 * @param norms acceptable minutes of the base by service
 */
record SwappedAccess(
    Slice slice, double[] peopleOfBase, double[] peopleOfFuture, Map<String, Double> norms)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Names of the values by state, as {@link Decomposition} numbers them. */
  static final List<String> STATES =
      List.of(
          "value_base",
          "value_network",
          "value_land_use",
          "value_network_land_use",
          "value_services",
          "value_network_services",
          "value_land_use_services",
          "value_future");

  /** A measure of a service, with the column that holds it by land use and facilities. */
  private record Measured(String service, String measure, String unit, int[][] columns) {}

  /**
   * The name under which a service is measured: whose land use and whose facilities it has.
   *
   * @param landUse 0 the base, 1 the future, -1 when both give the same
   * @param services likewise
   */
  static String name(String service, int landUse, int services) {
    return service + "|" + mark(landUse) + mark(services);
  }

  private static char mark(int year) {
    return year < 0 ? '-' : (char) ('0' + year);
  }

  /** The rows of a range of zones, measure by measure. */
  ColumnBlock block(ZoneValues overBase, ZoneValues overFuture) {
    var over = List.of(overBase, overFuture);
    var measured = measured(overBase.columns());
    int zones = overBase.size();
    int rows = measured.size() * zones;
    var zone = new int[rows];
    var service = new String[rows];
    var measure = new String[rows];
    var unit = new String[rows];
    var norm = new double[rows];
    var base = new double[rows];
    var future = new double[rows];
    var values = new double[Decomposition.STATES][rows];
    int row = 0;
    for (var what : measured) {
      Arrays.fill(service, row, row + zones, what.service());
      Arrays.fill(measure, row, row + zones, what.measure());
      Arrays.fill(unit, row, row + zones, what.unit());
      Arrays.fill(norm, row, row + zones, norms.getOrDefault(what.service(), Double.NaN));
      for (int i = 0; i < zones; i++, row++) {
        zone[row] = overBase.zone(i);
        base[row] = peopleOfBase[overBase.place(i)];
        future[row] = peopleOfFuture[overBase.place(i)];
        for (int state = 0; state < Decomposition.STATES; state++) {
          int column =
              what.columns()[bit(state, Decomposition.LAND_USE)][
                  bit(state, Decomposition.SERVICES)];
          values[state][row] = over.get(bit(state, Decomposition.NETWORK)).value(i, column);
        }
      }
    }
    var columns =
        new HashMap<String, Object>(
            Map.of(
                "zone", zone,
                "service", service,
                "measure", measure,
                "unit", unit,
                "norm_min", norm,
                "population_base", base,
                "population_future", future));
    for (int state = 0; state < Decomposition.STATES; state++) {
      columns.put(STATES.get(state), values[state]);
    }
    return new ColumnBlock(slice, rows, columns);
  }

  /** 1 when an input of a state is that of the future. */
  private static int bit(int state, int input) {
    return (state & input) / input;
  }

  private static List<Measured> measured(List<Kernel.Column> columns) {
    var measured = new LinkedHashMap<List<String>, Measured>();
    for (int column = 0; column < columns.size(); column++) {
      var what = columns.get(column);
      int marks = what.service().length() - 2;
      var service = what.service().substring(0, marks - 1);
      var its =
          measured.computeIfAbsent(
              List.of(service, what.measure()),
              key -> new Measured(service, what.measure(), what.unit(), new int[2][2]));
      for (int landUse = 0; landUse < 2; landUse++) {
        for (int services = 0; services < 2; services++) {
          if (fits(what.service().charAt(marks), landUse)
              && fits(what.service().charAt(marks + 1), services)) {
            its.columns()[landUse][services] = column;
          }
        }
      }
    }
    return new ArrayList<>(measured.values());
  }

  private static boolean fits(char mark, int year) {
    return mark == '-' || mark == '0' + year;
  }
}
