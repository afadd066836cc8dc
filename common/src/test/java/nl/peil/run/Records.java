package nl.peil.run;

import java.util.function.Predicate;
import nl.peil.table.TableSpec;

/** Lineage as a run would write it. */
final class Records {

  private Records() {}

  static SliceRecord of(String runId, TableSpec table, Target target, long writtenMillis) {
    return new SliceRecord(
        runId,
        table.name(),
        target.slice().id(),
        target.identity(table),
        target.inputs(),
        target.codeVersion(),
        target.settings(),
        4,
        new FileRows(10, 7, 2, 1),
        5,
        0.5,
        writtenMillis);
  }

  /** Records the slices of a plan that fit, as if they had been made. */
  static void note(Lineage lineage, Plan plan, Predicate<PlannedSlice> made) {
    plan.slices().stream()
        .filter(made)
        .forEach(planned -> lineage.note(of("run", planned.table(), planned.target(), 1)));
  }
}
