package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.peil.access.MatrixPass;
import nl.peil.forecast.Decomposition;
import nl.peil.measure.Direction;
import nl.peil.measure.Supply;
import nl.peil.model.Mode;
import nl.peil.model.Services;
import nl.peil.table.Derived;
import nl.peil.table.ForecastTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Access with every combination of the inputs of two scenario-years. Each of the two matrices is
 * read once: facilities and jobs of both years are measured over it as services of their own, so
 * that swapping costs supplies, not passes.
 */
public final class AccessibilitySwapsTable {

  private static final List<String> KEY =
      List.of("base_scenario", "base_year", "scenario", "year", "mode", "period");

  private static final Map<String, String> OF_BASE =
      Map.of("scenario", "base_scenario", "year", "base_year");

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

  private static final StructType PASSES =
      new StructType()
          .add("pass", DataTypes.IntegerType, false)
          .add("base_scenario", DataTypes.StringType, false)
          .add("base_year", DataTypes.IntegerType, false)
          .add("scenario", DataTypes.StringType, false)
          .add("year", DataTypes.IntegerType, false)
          .add("mode", DataTypes.StringType, false)
          .add("period", DataTypes.StringType, false)
          .add("network", DataTypes.IntegerType, false);

  private final MeasureSettings settings;

  private AccessibilitySwapsTable(MeasureSettings settings) {
    this.settings = settings;
  }

  /** The declaration. */
  public static Derived declare(MeasureSettings settings) {
    var table = new AccessibilitySwapsTable(settings);
    var output = ForecastTables.ACCESSIBILITY_SWAPS;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(ForecastTables.COMPARISONS, output),
            Derived.Input.of(InputTables.TRAVEL_TIMES, output),
            Derived.Input.of(InputTables.TRAVEL_TIMES, output, OF_BASE),
            Derived.Input.of(ForecastTables.TIME_CHANGES, output).ifThere(),
            Derived.Input.of(ForecastTables.TIME_CHANGES, output, OF_BASE).ifThere(),
            Derived.Input.of(InputTables.OPPORTUNITIES, output),
            Derived.Input.of(InputTables.OPPORTUNITIES, output, OF_BASE),
            Derived.Input.of(InputTables.POPULATION_GRID, output),
            Derived.Input.of(InputTables.POPULATION_GRID, output, OF_BASE),
            Derived.Input.of(InputTables.ZONES, output),
            Derived.Input.of(InputTables.NORMS, output, OF_BASE)),
        List.of("base_scenario", "base_year", "scenario", "year"),
        slice -> settings.text(Mode.of(slice.get("mode"))),
        AccessibilitySwapsTable.class,
        table::rows);
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var land = LandUse.read(inputs);
    var kernels = Kernels.read(settings, inputs, land);
    var matrices = TimeChanges.read(inputs, land.zones());
    var passes = new ArrayList<MatrixPass>();
    var places = new ArrayList<Row>();
    var scenarioYears = new TreeSet<Slice>();
    for (var slice : inputs.slices()) {
      var mode = Mode.of(slice.get("mode"));
      var years = List.of(base(slice), slice.project(List.of("scenario", "year")));
      scenarioYears.addAll(years);
      for (var direction : Direction.values()) {
        var kernel = kernels.of(mode, direction, swapped(kernels, land, mode, direction, years));
        if (kernel.columns().isEmpty()) {
          continue;
        }
        for (int network = 0; network < 2; network++) {
          var times = slice.with(years.get(network));
          places.add(place(passes.size(), slice, network));
          passes.add(
              new MatrixPass(
                  matrices.matrix(times.project(InputTables.TRAVEL_TIMES.sliceBy())), kernel));
        }
      }
    }
    if (passes.isEmpty()) {
      throw new IllegalArgumentException("no slices to make");
    }
    var results = MatrixPass.runAll(passes);
    var wide =
        byState(
            results.join(
                broadcast(results.sparkSession().createDataFrame(places, PASSES)), "pass"));
    var people = land.people(results.sparkSession(), scenarioYears);
    return withPeople(withPeople(wide, people, "base_"), people, "")
        .join(
            broadcast(norms(inputs)),
            new String[] {"base_scenario", "base_year", "mode", "service"},
            "left");
  }

  private static Slice base(Slice slice) {
    return Slice.of("scenario", slice.get("base_scenario"), "year", slice.get("base_year"));
  }

  private static Row place(int pass, Slice slice, int network) {
    return RowFactory.create(
        pass,
        slice.get("base_scenario"),
        Integer.parseInt(slice.get("base_year")),
        slice.get("scenario"),
        Integer.parseInt(slice.get("year")),
        slice.get("mode"),
        slice.get("period"),
        network);
  }

  /**
   * The services of both years. The name of each tells whose land use (l) and whose facilities (s)
   * it has, 0 the base, 1 the future, - when it makes no difference: {@code huisarts|-1}.
   */
  private static List<Supply> swapped(
      Kernels kernels, LandUse land, Mode mode, Direction direction, List<Slice> years) {
    var supplies = new ArrayList<Supply>();
    var services = List.of(kernels.services(years.get(0)), kernels.services(years.get(1)));
    var names = new TreeSet<>(services.get(0).keySet());
    names.addAll(services.get(1).keySet());
    var none = new double[land.zones().size()];
    for (var service : names) {
      // Norms are those of the base throughout: a comparison is about access
      var stages = kernels.stages(mode, direction, service, years.get(0));
      if (stages.isEmpty()) {
        continue;
      }
      boolean landUse = service.equals(Services.JOBS) || kernels.isPeople(service);
      boolean people = Kernels.needPeople(direction, stages);
      for (int l = 0; l < (landUse || people ? 2 : 1); l++) {
        for (int s = 0; s < (landUse ? 1 : 2); s++) {
          var name = service + "|" + (landUse || people ? l : "-") + (landUse ? "-" : s);
          supplies.add(
              Kernels.supply(
                  name,
                  direction,
                  services.get(landUse ? l : s).getOrDefault(service, none),
                  land.population(years.get(l)),
                  stages));
        }
      }
    }
    return supplies;
  }

  /** A column per state, from a row per network and name of a supply. */
  private static Dataset<Row> byState(Dataset<Row> results) {
    var states = new ArrayList<Column>();
    for (int state = 0; state < Decomposition.STATES; state++) {
      int network = state & Decomposition.NETWORK;
      int landUse = (state & Decomposition.LAND_USE) / Decomposition.LAND_USE;
      int services = (state & Decomposition.SERVICES) / Decomposition.SERVICES;
      states.add(
          expr("max(if(network = %d AND l IN ('-', '%d') AND s IN ('-', '%d'), value, null))"
                  .formatted(network, landUse, services))
              .as(STATES.get(state)));
    }
    states.add(first("unit").as("unit"));
    var key = new ArrayList<Column>();
    KEY.forEach(name -> key.add(col(name)));
    List.of("zone", "service", "measure").forEach(name -> key.add(col(name)));
    return results
        .withColumn("l", expr("substring(substring_index(service, '|', -1), 1, 1)"))
        .withColumn("s", expr("substring(substring_index(service, '|', -1), 2, 1)"))
        .withColumn("service", expr("substring(service, 1, length(service) - 3)"))
        .groupBy(key.toArray(Column[]::new))
        .agg(states.get(0), states.subList(1, states.size()).toArray(Column[]::new));
  }

  private static Dataset<Row> withPeople(Dataset<Row> rows, Dataset<Row> people, String prefix) {
    var name = prefix.isEmpty() ? "population_future" : "population_base";
    return rows.join(
            broadcast(
                people.select(
                    col("scenario").as(prefix + "scenario"),
                    col("year").as(prefix + "year"),
                    col("zone"),
                    col("population").as(name))),
            new String[] {prefix + "scenario", prefix + "year", "zone"},
            "left")
        .withColumn(name, coalesce(col(name), lit(0.0)));
  }

  private static Dataset<Row> norms(Derived.Inputs inputs) {
    return inputs
        .read(InputTables.NORMS)
        .select(
            functions.col("scenario").as("base_scenario"),
            col("year").as("base_year"),
            col("mode"),
            col("service"),
            col("minutes").as("norm_min"));
  }
}
