package nl.peil.jobs.derive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;

/**
 * What there is in the delivered zones, as arrays in the order of their numbers: areas,
 * opportunities and people. Read once per scenario-year.
 */
final class LandUse {

  private final Derived.Inputs inputs;
  private final ZoneIndex zones;
  private final double[] areasKm2;
  private final Map<Slice, Map<String, double[]>> opportunities = new HashMap<>();
  private final Map<Slice, double[]> population = new HashMap<>();

  private LandUse(Derived.Inputs inputs, ZoneIndex zones, double[] areasKm2) {
    this.inputs = inputs;
    this.zones = zones;
    this.areasKm2 = areasKm2;
  }

  /** Reads the zones. */
  static LandUse read(Derived.Inputs inputs) {
    var rows =
        inputs.rows(InputTables.ZONES, "zone", "area_km2", "delivered").stream()
            .filter(row -> row.getBoolean(2))
            .sorted(Comparator.comparingInt(row -> row.getInt(0)))
            .toList();
    return new LandUse(
        inputs,
        new ZoneIndex(rows.stream().mapToInt(row -> row.getInt(0)).toArray()),
        rows.stream()
            .mapToDouble(row -> row.isNullAt(1) ? Double.NaN : row.getDouble(1))
            .toArray());
  }

  /** The zones. */
  ZoneIndex zones() {
    return zones;
  }

  /** Area per zone; NaN where it is not known. */
  double[] areasKm2() {
    return areasKm2;
  }

  /** Opportunities per zone by service. */
  Map<String, double[]> opportunities(Slice scenarioYear) {
    return opportunities.computeIfAbsent(scenarioYear, this::readOpportunities);
  }

  private Map<String, double[]> readOpportunities(Slice scenarioYear) {
    var byService = new HashMap<String, double[]>();
    for (var row :
        inputs.rows(InputTables.OPPORTUNITIES, "scenario", "year", "service", "zone", "count")) {
      if (isOf(row, scenarioYear)) {
        var counts = byService.computeIfAbsent(row.getString(2), key -> new double[zones.size()]);
        counts[zones.position(row.getInt(3))] += row.getDouble(4);
      }
    }
    return byService;
  }

  /** A row that begins with scenario and year. */
  private static boolean isOf(Row row, Slice scenarioYear) {
    return row.getString(0).equals(scenarioYear.get("scenario"))
        && Integer.toString(row.getInt(1)).equals(scenarioYear.get("year"));
  }

  /** People per zone; 0 where no cell with people lies, as far as numbers were not withheld. */
  double[] population(Slice scenarioYear) {
    return population.computeIfAbsent(
        scenarioYear,
        key -> {
          var persons = new double[zones.size()];
          inputs
              .rows(
                  InputTables.POPULATION_GRID,
                  "scenario",
                  "year",
                  "zone",
                  "population",
                  "cell_code")
              .stream()
              .filter(row -> isOf(row, key) && !row.isNullAt(2) && !row.isNullAt(3))
              // In one order, however files come: forecasts have parts of persons
              .sorted(Comparator.comparing(row -> row.getString(4)))
              .forEach(
                  row -> {
                    int place = zones.find(row.getInt(2));
                    if (place >= 0) {
                      persons[place] += row.getDouble(3);
                    }
                  });
          return persons;
        });
  }
}
