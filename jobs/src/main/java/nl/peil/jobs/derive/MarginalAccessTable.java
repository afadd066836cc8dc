package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;

import java.util.ArrayList;
import java.util.List;
import nl.peil.access.MarginalPass;
import nl.peil.model.Mode;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.MarginalTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What it does when a service opens in a zone or closes there, for all zones in one pass over each
 * matrix: see {@link nl.peil.measure.MarginalAccess} for the definitions.
 */
public final class MarginalAccessTable {

  private final MeasureSettings settings;

  private MarginalAccessTable(MeasureSettings settings) {
    this.settings = settings;
  }

  /** The declaration; a what-if answers a question of its own, and has none of this. */
  public static Derived declare(MeasureSettings settings, WhatIfs whatIfs) {
    var table = new MarginalAccessTable(settings);
    var output = MarginalTables.MARGINAL_ACCESS;
    var inputs = new ArrayList<>(NormServices.inputsOf(output));
    inputs.add(Derived.Input.of(InputTables.POPULATION_GRID, output));
    return new Derived(
            output,
            inputs,
            List.of("scenario", "year"),
            slice -> settings.intrazonal(Mode.of(slice.get("mode"))).toString(),
            MarginalAccessTable.class,
            table::rows)
        .only(slice -> !whatIfs.contains(slice));
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var services = new NormServices(inputs, settings);
    var passes = services.passes((service, mode) -> true, true, MarginalPass::new);
    return MarginalPass.runAll(inputs.read(InputTables.ZONES).sparkSession(), passes)
        .join(broadcast(services.slices()), "pass")
        .drop("pass");
  }
}
