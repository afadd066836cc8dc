package nl.peil.barrier;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row that counts among those supplied of an indicator for a zone.
 *
 * @param value the value that counts; null when unknown
 * @param reason why it is unknown; null when it is known
 * @param from the row that it is from; null when nobody supplied any
 * @param national the national row that it goes before; null: none, or it is national itself
 */
public record Chosen(
    @Nullable Double value,
    @Nullable Reason reason,
    @Nullable Supplied from,
    @Nullable Supplied national) {

  /** Nobody supplied anything. */
  public static final Chosen ABSENT = new Chosen(null, Reason.ABSENT, null, null);

  /**
   * Chooses by {@link Supplied#FIRST}. A regional value goes before a national one, but a regional
   * row without a value hides no national value. Two that rank alike and say different things are a
   * conflict: it stays unknown until one of them is withdrawn.
   */
  public static Chosen of(Collection<Supplied> rows) {
    if (rows.isEmpty()) {
      return ABSENT;
    }
    var ordered = rows.stream().sorted(Supplied.FIRST).toList();
    var first = ordered.get(0);
    var national =
        first.regional()
            ? ordered.stream().filter(row -> !row.regional()).findFirst().orElse(null)
            : null;
    var value = first.value();
    if (value == null) {
      return new Chosen(
          null, first.suppressed() ? Reason.SUPPRESSED : Reason.EMPTY, first, national);
    }
    boolean conflict =
        ordered.stream().anyMatch(row -> row.ranksWith(first) && !value.equals(row.value()));
    return conflict
        ? new Chosen(null, Reason.CONFLICT, first, national)
        : new Chosen(value, null, first, national);
  }

  /** The national row in its place, when it stands before one with a value. */
  Chosen nationally() {
    return national == null ? this : of(List.of(national));
  }
}
