package nl.peil.run;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What all tables were at the end of a run: the last record of each slice, and the versions. */
public final class RunState {

  private final Map<String, Map<String, SliceRecord>> slices = new TreeMap<>();
  private final Map<String, SliceRecord> lastWrites = new TreeMap<>();

  private RunState() {}

  /** The state after these records, given in the order in which they were written. */
  static RunState of(List<SliceRecord> records) {
    var state = new RunState();
    for (var record : records) {
      var table = state.slices.computeIfAbsent(record.table(), name -> new TreeMap<>());
      if (record.stored()) {
        table.put(record.slice(), record);
        state.lastWrites.put(record.table(), record);
      } else {
        table.remove(record.slice());
      }
    }
    return state;
  }

  /** The record of a slice; empty when it was not there. */
  public Optional<SliceRecord> of(String table, String slice) {
    return Optional.ofNullable(slices.getOrDefault(table, Map.of()).get(slice));
  }

  /** The records of the slices of a table, by slice. */
  public Collection<SliceRecord> of(String table) {
    return slices.getOrDefault(table, Map.of()).values();
  }

  /** The last write to each table, by its name. */
  public Map<String, SliceRecord> lastWrites() {
    return Collections.unmodifiableMap(lastWrites);
  }

  /** Delta version of a table; empty when no run had written it. */
  public OptionalLong version(String table) {
    var last = lastWrites.get(table);
    return last == null ? OptionalLong.empty() : OptionalLong.of(last.deltaVersion());
  }

  /** Names of all slices of a table at either of two moments, that were not the same at both. */
  public List<String> differing(RunState other, String table) {
    var names = new TreeSet<>(slices.getOrDefault(table, Map.of()).keySet());
    names.addAll(other.slices.getOrDefault(table, Map.of()).keySet());
    return names.stream()
        .filter(slice -> !of(table, slice).equals(other.of(table, slice)))
        .toList();
  }

  /** Names of all files that the slices were made from. */
  public Set<String> files() {
    return slices.values().stream()
        .flatMap(table -> table.values().stream())
        .flatMap(record -> record.inputs().stream())
        .filter(InputRef::isFile)
        .map(InputRef::name)
        .collect(Collectors.toSet());
  }
}
