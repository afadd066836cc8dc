package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Dataset;
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
        inputs
            .read(InputTables.ZONES)
            .where("delivered")
            .select("zone", "area_km2")
            .orderBy("zone")
            .collectAsList();
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
        inputs
            .read(InputTables.OPPORTUNITIES)
            .where(Slice.predicate(InputTables.OPPORTUNITIES, List.of(scenarioYear)))
            .select("service", "zone", "count")
            .collectAsList()) {
      var counts = byService.computeIfAbsent(row.getString(0), key -> new double[zones.size()]);
      counts[zones.position(row.getInt(1))] += row.getDouble(2);
    }
    return byService;
  }

  /**
   * Columns scenario, year, zone and population of the scenario-years of slices; zones in which no
   * cell lies have no row.
   */
  Dataset<Row> people(Collection<Slice> slices) {
    var scenarioYears =
        slices.stream()
            .map(slice -> slice.project(InputTables.POPULATION_GRID.sliceBy()))
            .distinct();
    return inputs
        .read(InputTables.POPULATION_GRID)
        .where(Slice.predicate(InputTables.POPULATION_GRID, scenarioYears.toList()))
        .where("zone IS NOT NULL")
        // In one order, however many tasks there are: forecasts have parts of persons
        .repartition(col("scenario"), col("year"), col("zone"))
        .sortWithinPartitions("cell_code")
        .groupBy("scenario", "year", "zone")
        .agg(coalesce(sum("population"), lit(0.0)).as("population"));
  }

  /** People per zone; 0 where no cell with people lies, as far as numbers were not withheld. */
  double[] population(Slice scenarioYear) {
    return population.computeIfAbsent(
        scenarioYear,
        key -> {
          var persons = new double[zones.size()];
          var delivered = inputs.read(InputTables.ZONES).where("delivered").select("zone");
          people(List.of(key))
              .join(delivered, "zone")
              .select(col("zone"), col("population"))
              .collectAsList()
              .forEach(row -> persons[zones.position(row.getInt(0))] = row.getDouble(1));
          return persons;
        });
  }
}
