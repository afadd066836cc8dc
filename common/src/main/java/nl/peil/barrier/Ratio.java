package nl.peil.barrier;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A share of people or households that is made from supplied indicators: the sum of some divided by
 * the sum of others, or a percentage, or one minus either. With {@code complement} and cars over
 * households it is a lower bound of the households without a car: a second car hides another
 * household's lack of one.
 *
 * @param indicator name of the share
 * @param numerator indicators that are added up
 * @param denominator indicators whose sum is divided by; of a percentage what it is a part of, by
 *     which it becomes a count; may be empty then
 * @param complement one minus the quotient
 * @param percent the numerator is a percentage, 0 to 100
 * @param unit unit of numerator and denominator
 */
public record Ratio(
    String indicator,
    List<String> numerator,
    List<String> denominator,
    boolean complement,
    boolean percent,
    String unit) {

  /** What goes into a share: the numerator and, but for a percentage, the denominator. */
  public List<String> parts() {
    var parts = new ArrayList<>(numerator);
    if (!percent) {
      parts.addAll(denominator);
    }
    return parts;
  }

  /**
   * The share in an area.
   *
   * @param chosen what is known of an indicator there
   */
  public ZoneIndicator in(Function<String, Chosen> chosen) {
    var parts = parts().stream().map(chosen).toList();
    var share = share(parts);
    if (percent && !denominator.isEmpty()) {
      var of = sum(denominator.stream().map(chosen).toList());
      return of == null || of < 0 ? share : share.counted(of);
    }
    return share;
  }

  private ZoneIndicator share(List<Chosen> parts) {
    var unknown = parts.stream().filter(part -> part.reason() != null).findFirst();
    var quotient = unknown.isPresent() ? null : quotient(parts);
    var reason =
        unknown.isPresent()
            ? unknown.get().reason()
            : quotient == null ? Reason.ZERO_DENOMINATOR : null;
    boolean overrides = parts.stream().anyMatch(part -> part.national() != null);
    var national = overrides ? parts.stream().map(Chosen::nationally).toList() : List.<Chosen>of();
    var nationally = overrides && known(national) ? quotient(national) : null;
    var share = quotient == null ? null : (Double) ZoneIndicator.within(quotient);
    var indicator =
        new ZoneIndicator(
            null,
            null,
            share,
            share != null && !share.equals(quotient),
            reason,
            Provenance.of(rows(parts)),
            nationally == null ? null : (Double) ZoneIndicator.within(nationally),
            Provenance.of(rows(national)));
    var of = percent ? null : sum(parts.subList(numerator.size(), parts.size()));
    return of == null ? indicator : indicator.counted(of);
  }

  private static List<Supplied> rows(List<Chosen> parts) {
    return parts.stream().map(Chosen::from).filter(Objects::nonNull).toList();
  }

  private static boolean known(List<Chosen> parts) {
    return parts.stream().allMatch(part -> part.reason() == null);
  }

  /** Before it is put within 0 to 1; null when it would be a part of nothing. */
  private @Nullable Double quotient(List<Chosen> parts) {
    var above = Objects.requireNonNull(sum(parts.subList(0, numerator.size())));
    var below = percent ? (Double) 100.0 : sum(parts.subList(numerator.size(), parts.size()));
    if (below == null || below <= 0) {
      return null;
    }
    return complement ? 1 - above / below : above / below;
  }

  private static @Nullable Double sum(List<Chosen> parts) {
    double sum = 0;
    for (var part : parts) {
      var value = part.value();
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum;
  }
}
