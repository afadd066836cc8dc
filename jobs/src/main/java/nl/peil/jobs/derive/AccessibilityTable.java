package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.peil.access.MatrixPass;
import nl.peil.access.MatrixRows;
import nl.peil.measure.Direction;
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
            inputs -> rows(inputs, settings))
        .only(slice -> !whatIfs.contains(slice));
  }

  private static Dataset<Row> rows(Derived.Inputs inputs, MeasureSettings settings) {
    var land = LandUse.read(inputs);
    var kernels = Kernels.read(settings, inputs, land);
    return measured(
            inputs.slices(),
            land,
            slice ->
                MatrixRows.stored(
                    inputs
                        .read(InputTables.TRAVEL_TIMES)
                        .where(Slice.predicate(InputTables.TRAVEL_TIMES, List.of(slice)))),
            (slice, direction) ->
                kernels.supplies(
                    Mode.of(slice.get("mode")),
                    direction,
                    slice.project(List.of("scenario", "year"))),
            kernels)
        .orElseThrow(() -> new IllegalArgumentException("no slices to make"));
  }

  /**
   * Passes over the matrices of some slices, together.
   *
   * @param matrices the matrix of a slice
   * @param supplies what is measured over it, by slice and direction
   * @return columns of accessibility; empty when there is nothing to measure
   */
  static Optional<Dataset<Row>> measured(
      List<Slice> wanted,
      LandUse land,
      Function<Slice, MatrixRows> matrices,
      BiFunction<Slice, Direction, List<Supply>> supplies,
      Kernels kernels) {
    var passes = new ArrayList<MatrixPass>();
    var slices = new ArrayList<Row>();
    for (var slice : wanted) {
      var mode = Mode.of(slice.get("mode"));
      for (var direction : Direction.values()) {
        var kernel = kernels.of(mode, direction, supplies.apply(slice, direction));
        if (!kernel.columns().isEmpty()) {
          slices.add(
              RowFactory.create(
                  passes.size(),
                  slice.get("scenario"),
                  Integer.parseInt(slice.get("year")),
                  mode.key(),
                  slice.get("period")));
          passes.add(new MatrixPass(matrices.apply(slice), kernel));
        }
      }
    }
    if (passes.isEmpty()) {
      return Optional.empty();
    }
    var results = MatrixPass.runAll(passes);
    return Optional.of(
        results
            .join(broadcast(results.sparkSession().createDataFrame(slices, SLICES)), "pass")
            .join(
                broadcast(land.people(results.sparkSession(), wanted)),
                new String[] {"scenario", "year", "zone"})
            .drop("pass"));
  }
}
