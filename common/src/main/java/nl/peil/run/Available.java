package nl.peil.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/**
 * Which slices of which tables there are, or will be when the plan is done, with their identities.
 */
public final class Available {

  private final Map<String, TreeMap<Slice, Entry>> slices = new LinkedHashMap<>();

  private record Entry(String identity, long deltaVersion) {}

  /** Notes a slice. */
  public void put(TableSpec table, Slice slice, String identity, long deltaVersion) {
    slices
        .computeIfAbsent(table.name(), name -> new TreeMap<>())
        .put(slice, new Entry(identity, deltaVersion));
  }

  /** The slices of a table, in order; empty when there are none. */
  public List<Slice> slices(TableSpec table) {
    return List.copyOf(of(table).keySet());
  }

  /** References to those slices of a table that agree with a slice in the columns listed. */
  public List<InputRef> matching(TableSpec table, Slice slice, List<String> on) {
    return matching(table, candidate -> candidate.agrees(slice, on));
  }

  /** References to those slices of a table that a condition holds for. */
  public List<InputRef> matching(TableSpec table, Predicate<Slice> condition) {
    return of(table).entrySet().stream()
        .filter(entry -> condition.test(entry.getKey()))
        .map(
            entry ->
                InputRef.slice(
                    table,
                    entry.getKey(),
                    entry.getValue().identity(),
                    entry.getValue().deltaVersion()))
        .toList();
  }

  private Map<Slice, Entry> of(TableSpec table) {
    return slices.getOrDefault(table.name(), new TreeMap<>());
  }
}
