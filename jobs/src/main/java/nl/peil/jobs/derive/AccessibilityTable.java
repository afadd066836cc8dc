package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nl.peil.access.MatrixPass;
import nl.peil.access.MatrixRows;
import nl.peil.measure.Binding;
import nl.peil.measure.Direction;
import nl.peil.measure.Kernel;
import nl.peil.measure.Stage;
import nl.peil.measure.Supply;
import nl.peil.model.Mode;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Every requested measure for every zone: one pass of the kernel over each travel-time matrix. */
public final class AccessibilityTable {

  /** Slices by pass. */
  private static final StructType SLICES =
      new StructType()
          .add("pass", DataTypes.IntegerType, false)
          .add("scenario", DataTypes.StringType, false)
          .add("year", DataTypes.IntegerType, false)
          .add("mode", DataTypes.StringType, false)
          .add("period", DataTypes.StringType, false);

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
    var land = LandUse.read(inputs);
    var norms = norms(inputs);
    var passes = new ArrayList<MatrixPass>();
    var slices = new ArrayList<Row>();
    for (var slice : inputs.slices()) {
      var mode = Mode.of(slice.get("mode"));
      var matrix =
          MatrixRows.stored(
              inputs
                  .read(InputTables.TRAVEL_TIMES)
                  .where(Slice.predicate(InputTables.TRAVEL_TIMES, List.of(slice))));
      var scenarioYear = slice.project(List.of("scenario", "year"));
      for (var direction : Direction.values()) {
        var kernel =
            kernel(
                mode,
                direction,
                land,
                scenarioYear,
                norms.getOrDefault(scenarioYear, Map.of()).getOrDefault(mode.key(), Map.of()));
        if (!kernel.columns().isEmpty()) {
          slices.add(
              RowFactory.create(
                  passes.size(),
                  slice.get("scenario"),
                  Integer.parseInt(slice.get("year")),
                  mode.key(),
                  slice.get("period")));
          passes.add(new MatrixPass(matrix, kernel));
        }
      }
    }
    if (passes.isEmpty()) {
      throw new IllegalArgumentException("no slices to make");
    }
    var results = MatrixPass.runAll(passes);
    return results
        .join(broadcast(results.sparkSession().createDataFrame(slices, SLICES)), "pass")
        .join(land.people(inputs.slices()), new String[] {"scenario", "year", "zone"}, "left")
        .withColumn("population", coalesce(col("population"), lit(0.0)))
        .drop("pass");
  }

  /** Minutes by scenario-year, mode and service. */
  private static Map<Slice, Map<String, Map<String, Double>>> norms(Derived.Inputs inputs) {
    var norms = new HashMap<Slice, Map<String, Map<String, Double>>>();
    for (var row :
        inputs
            .read(InputTables.NORMS)
            .select("scenario", "year", "mode", "service", "minutes")
            .collectAsList()) {
      norms
          .computeIfAbsent(
              Slice.of("scenario", row.getString(0), "year", Integer.toString(row.getInt(1))),
              key -> new HashMap<>())
          .computeIfAbsent(row.getString(2), key -> new HashMap<>())
          .put(row.getString(3), row.getDouble(4));
    }
    return norms;
  }

  private Kernel kernel(
      Mode mode, Direction direction, LandUse land, Slice scenarioYear, Map<String, Double> norms) {
    var supply = new TreeMap<>(land.opportunities(scenarioYear));
    var residents = settings.residents();
    if (residents != null) {
      supply.put(residents, land.population(scenarioYear));
    }
    var supplies = new ArrayList<Supply>();
    supply.forEach(
        (service, counts) -> {
          var stages = stages(mode, direction, service, norms);
          if (direction == Direction.PASSIVE_DEMAND && !stages.isEmpty()) {
            supplies.add(new Supply(service, land.population(scenarioYear), counts, stages));
          } else if (stages.stream().anyMatch(Stage::needsDemand)) {
            supplies.add(new Supply(service, counts, land.population(scenarioYear), stages));
          } else if (!stages.isEmpty()) {
            supplies.add(new Supply(service, counts, stages));
          }
        });
    var zones = land.zones();
    return new Kernel(
        zones, supplies, settings.intrazonal(mode).times(zones.size(), land.areasKm2()), direction);
  }

  private List<Stage> stages(
      Mode mode, Direction direction, String service, Map<String, Double> norms) {
    var norm = norms.get(service);
    var binding =
        new Binding(
            mode,
            service,
            norm == null ? OptionalDouble.empty() : OptionalDouble.of(norm),
            settings.curves(mode));
    var stages = new ArrayList<Stage>();
    for (var each : settings.wanted()) {
      if (each.definition().direction() == direction && each.config().wanted(service, mode)) {
        each.definition().bind(binding).ifPresent(stages::add);
      }
    }
    return stages;
  }
}
