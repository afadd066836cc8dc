package nl.peil.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/**
 * What is stale and why. The plan looks at fingerprints, settings and code only; no table is read.
 * A slice is stale when the identity it would have differs from the identity that lineage recorded.
 *
 * @param slices every slice in the order of the producers
 * @param kept slices that are stored but that nothing makes any more (their file or layout is
 *     gone): kept as they are
 */
public record Plan(List<PlannedSlice> slices, List<SliceRecord> kept) {

  /**
   * The whole plan, on the assumption that every stale slice will be made.
   *
   * @param producers in an order in which every producer comes after those it reads from
   * @param available nothing yet; afterwards what there will be
   */
  public static Plan of(List<Producer> producers, Lineage lineage, Available available) {
    var slices = new ArrayList<PlannedSlice>();
    var kept = new ArrayList<SliceRecord>();
    for (var producer : producers) {
      var step = step(producer, lineage, available);
      slices.addAll(step.slices());
      kept.addAll(step.kept());
      step.slices()
          .forEach(
              planned ->
                  available.put(
                      producer.table(),
                      planned.slice(),
                      planned.target().identity(producer.table()),
                      lineage
                          .of(producer.table().name(), planned.slice().id())
                          .map(SliceRecord::deltaVersion)
                          .orElse(-1L)));
    }
    return new Plan(slices, kept);
  }

  /**
   * The plan of one producer, given what is there for it to read. Slices that are kept are noted as
   * available.
   */
  public static Plan step(Producer producer, Lineage lineage, Available available) {
    TableSpec table = producer.table();
    var slices = new ArrayList<PlannedSlice>();
    var ids = new HashSet<String>();
    for (var target : producer.targets(available)) {
      var recorded = lineage.of(table.name(), target.slice().id());
      var reasons = Staleness.reasons(target, target.identity(table), recorded.orElse(null));
      slices.add(new PlannedSlice(table, target.slice(), target, reasons));
      ids.add(target.slice().id());
    }
    var kept =
        lineage.of(table.name()).stream()
            .filter(record -> !ids.contains(record.slice()))
            // An earlier version of Peil may have divided the table otherwise
            .filter(record -> isSliceOf(table, Slice.parse(record.slice())))
            .filter(record -> producer.owns(Slice.parse(record.slice())))
            .toList();
    for (var record : kept) {
      available.put(table, Slice.parse(record.slice()), record.identity(), record.deltaVersion());
    }
    return new Plan(slices, kept);
  }

  private static boolean isSliceOf(TableSpec table, Slice slice) {
    return List.copyOf(slice.values().keySet()).equals(table.sliceBy());
  }

  /** The slices that must be made. */
  public List<PlannedSlice> stale() {
    return slices.stream().filter(PlannedSlice::stale).toList();
  }
}
