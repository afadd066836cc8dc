package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;

import java.util.List;
import nl.peil.access.NormGapPass;
import nl.peil.config.MarginalConfig;
import nl.peil.model.Mode;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.MarginalTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where one new place would bring a zone within the norm. The pairs of zones that {@link
 * BestPlacesTable} needs are few beside those of the matrix: zones that miss the norm, and what
 * lies within the norm from there. Kept in a table of their own, a new layout reads these and
 * touches no travel time; and they do not depend on the population.
 */
public final class NormGapsTable {

  private final MeasureSettings settings;
  private final MarginalConfig marginal;

  private NormGapsTable(MeasureSettings settings, MarginalConfig marginal) {
    this.settings = settings;
    this.marginal = marginal;
  }

  /** The declaration; a what-if answers a question of its own, and has none of this. */
  public static Derived declare(
      MeasureSettings settings, MarginalConfig marginal, WhatIfs whatIfs) {
    var table = new NormGapsTable(settings, marginal);
    var output = MarginalTables.NORM_GAPS;
    return new Derived(
            output,
            NormServices.inputsOf(output),
            List.of("scenario", "year"),
            slice -> {
              var mode = Mode.of(slice.get("mode"));
              return settings.intrazonal(mode) + " " + marginal.scope(mode);
            },
            NormGapsTable.class,
            table::rows)
        .only(slice -> !whatIfs.contains(slice));
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var services = new NormServices(inputs, settings);
    var passes = services.passes(marginal::wanted, false, NormGapPass::new);
    return NormGapPass.runAll(inputs.read(InputTables.ZONES).sparkSession(), passes)
        .join(broadcast(services.slices()), "pass")
        .drop("pass");
  }
}
