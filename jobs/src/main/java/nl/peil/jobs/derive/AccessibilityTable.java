package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import nl.peil.access.MatrixPass;
import nl.peil.access.MatrixRows;
import nl.peil.measure.Binding;
import nl.peil.measure.Kernel;
import nl.peil.measure.Stage;
import nl.peil.measure.Supply;
import nl.peil.measure.ZoneIndex;
import nl.peil.model.Mode;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every requested measure for every zone: one pass of the kernel over each travel-time matrix. */
public final class AccessibilityTable {

  private final MeasureSettings settings;

  private AccessibilityTable(MeasureSettings settings) {
    this.settings = settings;
  }

  /** The declaration. */
  public static Derived declare(MeasureSettings settings) {
    var table = new AccessibilityTable(settings);
    var output = AccessTables.ACCESSIBILITY;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(InputTables.TRAVEL_TIMES, output),
            Derived.Input.of(InputTables.OPPORTUNITIES, output),
            Derived.Input.of(InputTables.POPULATION_GRID, output),
            Derived.Input.of(InputTables.ZONES, output),
            Derived.Input.of(InputTables.NORMS, output)),
        List.of("scenario", "year"),
        slice -> settings.text(Mode.of(slice.get("mode"))),
        AccessibilityTable.class,
        table::rows);
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var zones = inputs.read(InputTables.ZONES).where("delivered").select("zone");
    var index =
        new ZoneIndex(
            zones.collectAsList().stream().mapToInt(row -> row.getInt(0)).sorted().toArray());
    var people = new HashMap<Slice, Dataset<Row>>();
    var supply = new HashMap<Slice, Map<String, double[]>>();
    Dataset<Row> all = null;
    for (var slice : inputs.slices()) {
      var scenarioYear = slice.project(List.of("scenario", "year"));
      var kernel =
          kernel(
              Mode.of(slice.get("mode")),
              index,
              supply.computeIfAbsent(scenarioYear, key -> opportunities(inputs, key, index)),
              norms(inputs, slice.get("mode")));
      var population = people.computeIfAbsent(scenarioYear, key -> population(inputs, key));
      var rows =
          MatrixPass.run(
                  MatrixRows.stored(
                      inputs
                          .read(InputTables.TRAVEL_TIMES)
                          .where(Slice.predicate(InputTables.TRAVEL_TIMES, List.of(slice)))),
                  kernel)
              .join(population, new String[] {"zone"}, "left")
              .withColumn("population", coalesce(col("population"), lit(0.0)))
              .withColumn("scenario", lit(slice.get("scenario")))
              .withColumn("year", lit(Integer.parseInt(slice.get("year"))))
              .withColumn("mode", lit(slice.get("mode")))
              .withColumn("period", lit(slice.get("period")));
      all = all == null ? rows : all.unionByName(rows);
    }
    if (all == null) {
      throw new IllegalArgumentException("no slices to make");
    }
    return all;
  }

  private static Dataset<Row> population(Derived.Inputs inputs, Slice scenarioYear) {
    return inputs
        .read(InputTables.POPULATION_GRID)
        .where(Slice.predicate(InputTables.POPULATION_GRID, List.of(scenarioYear)))
        .where("zone IS NOT NULL")
        .groupBy("zone")
        .agg(coalesce(sum("population"), lit(0.0)).as("population"));
  }

  private static Map<String, double[]> opportunities(
      Derived.Inputs inputs, Slice scenarioYear, ZoneIndex index) {
    var byService = new HashMap<String, double[]>();
    for (var row :
        inputs
            .read(InputTables.OPPORTUNITIES)
            .where(Slice.predicate(InputTables.OPPORTUNITIES, List.of(scenarioYear)))
            .select("service", "zone", "count")
            .collectAsList()) {
      var counts = byService.computeIfAbsent(row.getString(0), key -> new double[index.size()]);
      counts[index.position(row.getInt(1))] += row.getDouble(2);
    }
    return byService;
  }

  private static Map<String, Double> norms(Derived.Inputs inputs, String mode) {
    var norms = new HashMap<String, Double>();
    inputs
        .read(InputTables.NORMS)
        .where(col("mode").equalTo(mode))
        .select("service", "minutes")
        .collectAsList()
        .forEach(row -> norms.put(row.getString(0), row.getDouble(1)));
    return norms;
  }

  private Kernel kernel(
      Mode mode, ZoneIndex index, Map<String, double[]> opportunities, Map<String, Double> norms) {
    var supplies = new ArrayList<Supply>();
    for (var service : new TreeSet<>(opportunities.keySet())) {
      var norm = norms.get(service);
      var binding =
          new Binding(
              mode,
              service,
              norm == null ? OptionalDouble.empty() : OptionalDouble.of(norm),
              settings.curves(mode));
      var measures = new ArrayList<Stage>();
      settings
          .definitions()
          .forEach(definition -> definition.bind(binding).ifPresent(measures::add));
      var counts = opportunities.get(service);
      if (counts != null) {
        supplies.add(new Supply(service, counts, measures));
      }
    }
    return new Kernel(index, supplies);
  }
}
