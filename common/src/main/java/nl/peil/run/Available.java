package nl.peil.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/**
 * Which slices of which tables there are, or will be when the plan is done, with their identities.
 */
public final class Available {

  private final Map<String, TreeMap<Slice, Entry>> slices = new LinkedHashMap<>();
  private final Map<String, Map<Slice, Slice>> readable = new HashMap<>();
  private final Set<Slice> scenarioYears = new TreeSet<>();
  private final Inheritance inheritance;

  private record Entry(String identity, long deltaVersion) {}

  /** Nothing yet; scenario-years have what is theirs and what they inherit. */
  public Available(Inheritance inheritance) {
    this.inheritance = inheritance;
    inheritance.links().stream()
        .map(Inheritance.Link::heir)
        .filter(Objects::nonNull)
        .forEach(scenarioYears::add);
  }

  /** Notes a slice. */
  public void put(TableSpec table, Slice slice, String identity, long deltaVersion) {
    readable.clear();
    slices
        .computeIfAbsent(table.name(), name -> new TreeMap<>())
        .put(slice, new Entry(identity, deltaVersion));
    if (table.sliceBy().containsAll(Inheritance.SCENARIO_YEAR)) {
      scenarioYears.add(slice.project(Inheritance.SCENARIO_YEAR));
    }
  }

  /** The slices of a table that can be read, in order, inherited ones included. */
  public List<Slice> slices(TableSpec table) {
    return List.copyOf(readable(table).keySet());
  }

  /** References to those slices of a table that agree with a slice in the columns listed. */
  public List<InputRef> matching(TableSpec table, Slice slice, List<String> on) {
    return matching(table, candidate -> candidate.agrees(slice, on));
  }

  /**
   * References to those slices of a table that a condition holds for; of one that is inherited, to
   * the slice that is stored.
   */
  public List<InputRef> matching(TableSpec table, Predicate<Slice> condition) {
    var stored = slices.getOrDefault(table.name(), new TreeMap<>());
    return readable(table).entrySet().stream()
        .filter(readable -> condition.test(readable.getKey()))
        .map(
            readable -> {
              var entry = Objects.requireNonNull(stored.get(readable.getValue()));
              return InputRef.slice(
                  table,
                  readable.getValue(),
                  readable.getKey(),
                  entry.identity(),
                  entry.deltaVersion());
            })
        .toList();
  }

  private Map<Slice, Slice> readable(TableSpec table) {
    return readable.computeIfAbsent(
        table.name(),
        name ->
            inheritance.readable(
                table, slices.getOrDefault(name, new TreeMap<>()).keySet(), scenarioYears));
  }
}
