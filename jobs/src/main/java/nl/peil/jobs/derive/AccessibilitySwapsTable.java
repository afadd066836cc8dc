package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.peil.access.MatrixPass;
import nl.peil.measure.Direction;
import nl.peil.measure.Supply;
import nl.peil.model.Mode;
import nl.peil.model.Services;
import nl.peil.table.ColumnBlock;
import nl.peil.table.Derived;
import nl.peil.table.ForecastTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.api.java.JavaRDD;

/**
 * Access with every combination of the inputs of two scenario-years. Each of the two matrices is
 * read once: facilities and jobs of both years are measured over it as services of their own, so
 * that swapping costs supplies, not passes.
 */
public final class AccessibilitySwapsTable {

  private static final Map<String, String> OF_BASE =
      Map.of("scenario", "base_scenario", "year", "base_year");

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
        new Derived.Blocks(output, table::blocks));
  }

  private JavaRDD<ColumnBlock> blocks(Derived.Inputs inputs) {
    var land = LandUse.read(inputs);
    var norms = Norms.read(inputs);
    var kernels = new Kernels(settings, land, norms);
    var matrices = TimeChanges.read(inputs, land.zones());
    var overBase = new ArrayList<MatrixPass>();
    var overFuture = new ArrayList<MatrixPass>();
    var comparisons = new ArrayList<SwappedAccess>();
    for (var slice : inputs.slices()) {
      var mode = Mode.of(slice.get("mode"));
      var base = base(slice);
      var future = slice.project(List.of("scenario", "year"));
      for (var direction : Direction.values()) {
        var supplies = swapped(kernels, land, mode, direction, List.of(base, future));
        var kernel = kernels.of(mode, direction, supplies);
        if (!kernel.columns().isEmpty()) {
          overBase.add(new MatrixPass(matrices.matrix(times(slice, base)), kernel));
          overFuture.add(new MatrixPass(matrices.matrix(times(slice, future)), kernel));
          comparisons.add(
              new SwappedAccess(
                  slice, land.population(base), land.population(future), norms.of(base, mode)));
        }
      }
    }
    if (comparisons.isEmpty()) {
      throw new IllegalArgumentException("no slices to make");
    }
    // Both have the same zones and columns, and so the same ranges of zones
    return MatrixPass.values(overBase)
        .zipPartitions(
            MatrixPass.values(overFuture),
            (ofBase, ofFuture) -> {
              var found = ofBase.next();
              return List.of(comparisons.get(found.pass()).block(found, ofFuture.next()))
                  .iterator();
            });
  }

  private static Slice times(Slice slice, Slice year) {
    return slice.with(year).project(InputTables.TRAVEL_TIMES.sliceBy());
  }

  private static Slice base(Slice slice) {
    return Slice.of("scenario", slice.get("base_scenario"), "year", slice.get("base_year"));
  }

  /** The services of both years; those that are the same in both are measured once. */
  private static List<Supply> swapped(
      Kernels kernels, LandUse land, Mode mode, Direction direction, List<Slice> years) {
    var supplies = new ArrayList<Supply>();
    var services = List.of(kernels.services(years.get(0)), kernels.services(years.get(1)));
    var people = List.of(land.population(years.get(0)), land.population(years.get(1)));
    var names = new TreeSet<>(services.get(0).keySet());
    names.addAll(services.get(1).keySet());
    var none = new double[land.zones().size()];
    for (var service : names) {
      // Norms are those of the base throughout: a comparison is about access
      var stages = kernels.stages(mode, direction, service, years.get(0));
      if (stages.isEmpty()) {
        continue;
      }
      var counts =
          List.of(
              services.get(0).getOrDefault(service, none),
              services.get(1).getOrDefault(service, none));
      boolean change = !Arrays.equals(counts.get(0), counts.get(1));
      boolean isLandUse = service.equals(Services.JOBS) || kernels.isPeople(service);
      boolean byLandUse =
          (isLandUse && change)
              || (Kernels.needPeople(direction, stages)
                  && !Arrays.equals(people.get(0), people.get(1)));
      boolean byServices = !isLandUse && change;
      for (int l = 0; l < (byLandUse ? 2 : 1); l++) {
        for (int s = 0; s < (byServices ? 2 : 1); s++) {
          supplies.add(
              Kernels.supply(
                  SwappedAccess.name(service, byLandUse ? l : -1, byServices ? s : -1),
                  direction,
                  counts.get(isLandUse ? l : s),
                  people.get(l),
                  stages));
        }
      }
    }
    return supplies;
  }
}
