package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import nl.peil.model.Mode;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import nl.peil.table.ForecastTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Access in a what-if: the rows of the scenario-year that it changes, but for the services and
 * modes that the change can touch, which are measured again. A practice that closes leaves the
 * supermarkets alone, and no matrix is read for a mode in which nothing is touched.
 */
public final class WhatIfAccessibilityTable {

  private WhatIfAccessibilityTable() {}

  /** The declaration. */
  public static Derived declare(MeasureSettings settings, WhatIfs whatIfs) {
    var output = AccessTables.ACCESSIBILITY;
    return new Derived(
            output,
            List.of(
                // The parent's, under the name of the what-if: inherited
                Derived.Input.of(AccessTables.ACCESSIBILITY, output),
                Derived.Input.of(InputTables.TRAVEL_TIMES, output),
                Derived.Input.of(ForecastTables.TIME_CHANGES, output).ifThere(),
                Derived.Input.of(InputTables.OPPORTUNITIES, output),
                Derived.Input.of(InputTables.POPULATION_GRID, output),
                Derived.Input.of(InputTables.ZONES, output),
                Derived.Input.of(InputTables.NORMS, output)),
            List.of("scenario", "year"),
            slice ->
                settings.text(Mode.of(slice.get("mode")))
                    + (whatIfs.changesTimes(slice) ? " all" : " " + whatIfs.services(slice)),
            WhatIfAccessibilityTable.class,
            inputs -> rows(inputs, settings, whatIfs))
        .doing(slices -> "what the change touches, measured again")
        .only(whatIfs::contains);
  }

  private static Dataset<Row> rows(
      Derived.Inputs inputs, MeasureSettings settings, WhatIfs whatIfs) {
    var land = LandUse.read(inputs);
    var kernels = new Kernels(settings, land, Norms.read(inputs));
    var times = TimeChanges.read(inputs, land.zones());
    var again =
        AccessibilityTable.measured(
            inputs.slices(),
            land,
            times::matrix,
            (slice, direction) ->
                kernels
                    .supplies(
                        Mode.of(slice.get("mode")),
                        direction,
                        slice.project(List.of("scenario", "year")))
                    .stream()
                    .filter(supply -> whatIfs.touches(slice, supply.service()))
                    .toList(),
            kernels);
    var columns =
        AccessTables.ACCESSIBILITY.columnNames().stream()
            .map(functions::col)
            .toArray(Column[]::new);
    var kept =
        inputs
            .read(AccessTables.ACCESSIBILITY)
            .where(Slice.predicate(AccessTables.ACCESSIBILITY, inputs.slices()))
            .select(columns);
    for (var slice : inputs.slices()) {
      var ofSlice = functions.expr(Slice.predicate(AccessTables.ACCESSIBILITY, List.of(slice)));
      kept =
          kept.where(
              functions.not(
                  whatIfs.changesTimes(slice)
                      ? ofSlice
                      : ofSlice.and(col("service").isin(whatIfs.services(slice).toArray()))));
    }
    var untouched = kept;
    return again
        .map(blocks -> untouched.union(Derived.Blocks.rows(blocks, AccessTables.ACCESSIBILITY)))
        .orElse(untouched);
  }
}
