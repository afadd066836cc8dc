package nl.peil.run;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.jspecify.annotations.Nullable;

/**
 * Which scenario-years take inputs of others for their own. Nothing is copied: a slice that a
 * scenario-year does not have is read from the one it inherits from, under its own name.
 *
 * @param links who inherits what from whom; a link with an heir goes before one for all
 */
public record Inheritance(List<Link> links) {

  /** Nobody inherits. */
  public static final Inheritance NONE = new Inheritance(List.of());

  /** Columns that tell scenario-years apart. */
  static final List<String> SCENARIO_YEAR = List.of("scenario", "year");

  /**
   * One kind of input that is inherited.
   *
   * @param input what it is, in the words of the configuration
   * @param table its table
   * @param heir scenario-year that inherits; null: each that has none of its own
   * @param parent scenario-year that it is taken from
   * @param which slices of the table that this is about
   */
  public record Link(
      String input, TableSpec table, @Nullable Slice heir, Slice parent, Predicate<Slice> which) {

    /** That nothing comes of it, in words. */
    public String describeIdle() {
      return "scenarios: %s inherits %s of %s, which has none"
          .formatted(heir == null ? "everyone" : words(heir), input, words(parent));
    }

    private static String words(Slice scenarioYear) {
      return String.join("/", scenarioYear.values().values());
    }
  }

  /**
   * The slices of a table that can be read, inherited ones included.
   *
   * @param own slices that are stored
   * @param scenarioYears every scenario-year that there is
   * @return by slice the stored slice whose rows it has; in order
   */
  Map<Slice, Slice> readable(
      TableSpec table, Collection<Slice> own, Collection<Slice> scenarioYears) {
    var readable = new TreeMap<Slice, Slice>();
    own.forEach(slice -> readable.put(slice, slice));
    var named = links.stream().filter(link -> link.table().equals(table)).toList();
    // An heir may inherit what its parent inherits: until nothing is added any more
    while (named.stream()
        .filter(link -> link.heir() != null)
        .map(link -> hand(link, List.of(link.heir()), readable))
        .reduce(false, Boolean::logicalOr)) {}
    named.stream()
        .filter(link -> link.heir() == null)
        .forEach(link -> hand(link, scenarioYears, readable));
    return readable;
  }

  /** Gives heirs what they lack; true when anything was given. */
  private static boolean hand(
      Link link, Collection<@Nullable Slice> heirs, Map<Slice, Slice> readable) {
    var given = new LinkedHashMap<Slice, Slice>();
    readable.forEach(
        (slice, stored) -> {
          if (slice.agrees(link.parent(), SCENARIO_YEAR) && link.which().test(slice)) {
            for (var heir : heirs) {
              var inherited = heir == null ? slice : slice.with(heir);
              if (!readable.containsKey(inherited)) {
                given.put(inherited, stored);
              }
            }
          }
        });
    readable.putAll(given);
    return !given.isEmpty();
  }

  /** Links from which nothing comes, because nobody delivers what they name. */
  public List<Link> idle(Available available) {
    return links.stream()
        .filter(link -> link.heir() != null)
        .filter(
            link ->
                available.slices(link.table()).stream()
                    .noneMatch(
                        slice ->
                            slice.agrees(link.parent(), SCENARIO_YEAR) && link.which().test(slice)))
        .toList();
  }
}
