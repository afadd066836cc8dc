package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.peil.access.MatrixPass;
import nl.peil.access.MatrixRows;
import nl.peil.access.ZoneValues;
import nl.peil.measure.Direction;
import nl.peil.measure.Supply;
import nl.peil.model.Mode;
import nl.peil.table.AccessTables;
import nl.peil.table.ColumnBlock;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.api.java.JavaRDD;

/** Every requested measure for every zone: one pass of the kernel over each travel-time matrix. */
public final class AccessibilityTable {

  private AccessibilityTable() {}

  /** The declaration; what-ifs are made by {@link WhatIfAccessibilityTable}. */
  public static Derived declare(MeasureSettings settings, WhatIfs whatIfs) {
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
            new Derived.Blocks(output, inputs -> blocks(inputs, settings)))
        .doing(slices -> settings.wanted().size() + " measures")
        .only(slice -> !whatIfs.contains(slice));
  }

  private static JavaRDD<ColumnBlock> blocks(Derived.Inputs inputs, MeasureSettings settings) {
    var land = LandUse.read(inputs);
    var kernels = new Kernels(settings, land, Norms.read(inputs));
    return measured(
            inputs.slices(),
            land,
            slice ->
                MatrixRows.stored(
                    inputs
                        .read(InputTables.TRAVEL_TIMES)
                        .where(Slice.predicate(InputTables.TRAVEL_TIMES, List.of(slice)))),
            (slice, direction) ->
                kernels.supplies(Mode.of(slice.get("mode")), direction, year(slice)),
            kernels)
        .orElseThrow(() -> new IllegalArgumentException("no slices to make"));
  }

  /**
   * Passes over the matrices of some slices, together.
   *
   * @param matrices the matrix of a slice
   * @param supplies what is measured over it, by slice and direction
   * @return blocks of accessibility; empty when there is nothing to measure
   */
  static Optional<JavaRDD<ColumnBlock>> measured(
      List<Slice> wanted,
      LandUse land,
      Function<Slice, MatrixRows> matrices,
      BiFunction<Slice, Direction, List<Supply>> supplies,
      Kernels kernels) {
    var passes = new ArrayList<MatrixPass>();
    var slices = new ArrayList<Slice>();
    for (var slice : wanted) {
      for (var direction : Direction.values()) {
        var kernel =
            kernels.of(Mode.of(slice.get("mode")), direction, supplies.apply(slice, direction));
        if (!kernel.columns().isEmpty()) {
          slices.add(slice);
          passes.add(new MatrixPass(matrices.apply(slice), kernel));
        }
      }
    }
    if (passes.isEmpty()) {
      return Optional.empty();
    }
    var people = slices.stream().map(slice -> land.population(year(slice))).toList();
    return Optional.of(
        MatrixPass.values(passes)
            .map(found -> block(slices.get(found.pass()), found, people.get(found.pass()))));
  }

  private static Slice year(Slice slice) {
    return slice.project(List.of("scenario", "year"));
  }

  /** Measure by measure: so the texts of a column are runs, and zones and people repeat. */
  private static ColumnBlock block(Slice slice, ZoneValues found, double[] people) {
    var measured = found.columns();
    int zones = found.size();
    int rows = measured.size() * zones;
    var zone = new int[rows];
    var service = new String[rows];
    var measure = new String[rows];
    var value = new double[rows];
    var unit = new String[rows];
    var reason = new String[rows];
    var population = new double[rows];
    for (int column = 0; column < measured.size(); column++) {
      int first = column * zones;
      Arrays.fill(service, first, first + zones, measured.get(column).service());
      Arrays.fill(measure, first, first + zones, measured.get(column).measure());
      Arrays.fill(unit, first, first + zones, measured.get(column).unit());
      for (int i = 0; i < zones; i++) {
        zone[first + i] = found.zone(i);
        value[first + i] = found.value(i, column);
        reason[first + i] = found.reason(i, column);
        population[first + i] = people[found.place(i)];
      }
    }
    return new ColumnBlock(
        slice,
        rows,
        Map.of(
            "zone", zone,
            "service", service,
            "measure", measure,
            "value", value,
            "unit", unit,
            "reason", reason,
            "population", population));
  }
}
