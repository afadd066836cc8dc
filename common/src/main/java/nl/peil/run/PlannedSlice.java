package nl.peil.run;

import java.util.List;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/**
 * A slice in the plan.
 *
 * @param table its table
 * @param slice the slice
 * @param target what it would be made from
 * @param reasons why it must be made again; empty when it is up to date
 */
public record PlannedSlice(TableSpec table, Slice slice, Target target, List<String> reasons) {

  /** True when it must be made again. */
  public boolean stale() {
    return !reasons.isEmpty();
  }
}
