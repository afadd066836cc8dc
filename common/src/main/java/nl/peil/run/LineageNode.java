package nl.peil.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * A thing that a number rests on, and what that rests on in turn.
 *
 * @param input the file or slice as it was read; null for the slice that the walk starts from
 * @param record what lineage says of the slice; null for a file, and for a slice of which lineage
 *     has no record
 * @param inputs what the slice was made from, in a fixed order; empty for a file
 * @param shown how much of it is told here
 */
public record LineageNode(
    @Nullable InputRef input, @Nullable SliceRecord record, List<LineageNode> inputs, Shown shown) {

  /** How much is told of a node. */
  public enum Shown {
    /** With all it rests on. */
    IN_FULL,
    /** It came before in the walk: its inputs are told there. */
    ABOVE,
    /** It is about other rows than the one asked for: its inputs are not told. */
    ASIDE
  }

  /**
   * Walks from a slice to the files.
   *
   * @param start record of the slice
   * @param history all of lineage
   * @param concerns slices that are walked; others are named only
   */
  public static LineageNode walk(
      SliceRecord start, LineageHistory history, Predicate<Slice> concerns) {
    return slice(null, start, history, concerns, new HashSet<>());
  }

  private static LineageNode slice(
      @Nullable InputRef input,
      SliceRecord record,
      LineageHistory history,
      Predicate<Slice> concerns,
      Set<String> seen) {
    var nodes = new ArrayList<LineageNode>();
    for (var each : record.inputs()) {
      nodes.add(node(each, history, concerns, seen));
    }
    return new LineageNode(input, record, nodes, Shown.IN_FULL);
  }

  private static LineageNode node(
      InputRef input, LineageHistory history, Predicate<Slice> concerns, Set<String> seen) {
    var record = input.isFile() ? null : history.of(input).orElse(null);
    boolean aside = !input.isFile() && !concerns.test(Slice.parse(input.sliceId()));
    if (aside) {
      return new LineageNode(input, record, List.of(), Shown.ASIDE);
    }
    if (!seen.add(input.kind() + " " + input.name() + " " + input.identity())) {
      return new LineageNode(input, record, List.of(), Shown.ABOVE);
    }
    return record == null
        ? new LineageNode(input, null, List.of(), Shown.IN_FULL)
        : slice(input, record, history, concerns, seen);
  }

  /** This node and all below it, in the order of the walk. */
  public List<LineageNode> all() {
    var all = new ArrayList<LineageNode>(List.of(this));
    inputs.forEach(node -> all.addAll(node.all()));
    return all;
  }
}
