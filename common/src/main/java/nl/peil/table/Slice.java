package nl.peil.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The unit that is written, recorded and recomputed: the rows of a table with these values in its
 * slice columns, for example {@code scenario=basis/year=2022}.
 *
 * @param values value by slice column, in the order of the table; empty for a table that is one
 *     slice
 */
public record Slice(Map<String, String> values) implements Comparable<Slice>, Serializable {
  private static final long serialVersionUID = 1L;

  /** The one slice of a table that is not divided. */
  public static final Slice ALL = new Slice(Map.of());

  /** Keeps its own copy, in the order given. */
  public Slice {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * A slice from names and values in turn.
   *
   * @throws IllegalArgumentException when a name has no value
   */
  public static Slice of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a slice takes names and values in pairs");
    }
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Slice(values);
  }

  /**
   * The slice that {@link #id} wrote.
   *
   * @throws IllegalArgumentException when the text is no slice
   */
  public static Slice parse(String id) {
    var values = new LinkedHashMap<String, String>();
    if (!id.equals("all")) {
      for (var part : id.split("/", -1)) {
        int equals = part.indexOf('=');
        if (equals < 0) {
          throw new IllegalArgumentException(
              "expected a slice like scenario=basis/year=2022, got '" + id + "'");
        }
        values.put(
            part.substring(0, equals),
            part.substring(equals + 1).replace("%2F", "/").replace("%25", "%"));
      }
    }
    return new Slice(values);
  }

  /** The value of a slice column. */
  public String get(String column) {
    var value = values.get(column);
    if (value == null) {
      throw new IllegalArgumentException("slice " + id() + " has no column " + column);
    }
    return value;
  }

  /**
   * The slice as text, as it stands in lineage: {@code scenario=basis/year=2022}, or {@code all}. A
   * {@code /} within a value is written as {@code %2F}, so that the text can be read back.
   */
  public String id() {
    return values.isEmpty()
        ? "all"
        : values.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue().replace("%", "%25").replace("/", "%2F"))
            .collect(Collectors.joining("/"));
  }

  /**
   * True when both slices have the same value in each of the columns that both have and that are
   * listed.
   */
  public boolean agrees(Slice other, Collection<String> columns) {
    return columns.stream()
        .allMatch(
            column -> {
              var mine = values.get(column);
              var theirs = other.values.get(column);
              return mine == null || theirs == null || mine.equals(theirs);
            });
  }

  /** The slice cut down to these columns, in their order. */
  public Slice project(List<String> columns) {
    var kept = new LinkedHashMap<String, String>();
    for (var column : columns) {
      var value = values.get(column);
      if (value != null) {
        kept.put(column, value);
      }
    }
    return new Slice(kept);
  }

  /** The same slice with the values of another in the columns that both have. */
  public Slice with(Slice other) {
    var replaced = new LinkedHashMap<>(values);
    replaced.replaceAll((column, value) -> other.values.getOrDefault(column, value));
    return new Slice(replaced);
  }

  /** Both slices together, in the order of the columns given. */
  public Slice merge(Slice other, List<String> order) {
    var all = new LinkedHashMap<>(values);
    all.putAll(other.values);
    return new Slice(all).project(order);
  }

  /** The condition that selects these slices in a table; {@code true} for the whole table. */
  public static String predicate(TableSpec table, Collection<Slice> slices) {
    var parts = new ArrayList<String>();
    for (var slice : slices) {
      if (slice.values.isEmpty()) {
        return "true";
      }
      parts.add(
          slice.values.entrySet().stream()
              .map(e -> e.getKey() + " = " + table.column(e.getKey()).literal(e.getValue()))
              .collect(Collectors.joining(" AND ", "(", ")")));
    }
    return parts.isEmpty() ? "false" : String.join(" OR ", parts);
  }

  /** By column and value, one after the other. */
  @Override
  public int compareTo(Slice other) {
    var theirs = other.values.entrySet().iterator();
    for (var mine : values.entrySet()) {
      if (!theirs.hasNext()) {
        return 1;
      }
      var their = theirs.next();
      int order = mine.getKey().compareTo(their.getKey());
      order = order == 0 ? mine.getValue().compareTo(their.getValue()) : order;
      if (order != 0) {
        return order;
      }
    }
    return theirs.hasNext() ? -1 : 0;
  }

  @Override
  public String toString() {
    return id();
  }
}
