package nl.peil.barrier;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in an area, as it counts.
 *
 * @param value the value, of a share the part that is counted; null when unknown or not counted
 * @param denominator what value is a part of; null when nothing is counted
 * @param share the part, 0 to 1; null when unknown or no share
 * @param clamped the share lay outside 0 to 1 and was put at the nearest end
 * @param reason why it is unknown; null when it is known
 * @param from where it comes from; null when nobody supplied anything
 * @param nationalValue the national value, of a share the national share, that a region overrides;
 *     null when none is known
 * @param national where that comes from; null when no region overrides
 */
public record ZoneIndicator(
    @Nullable Double value,
    @Nullable Double denominator,
    @Nullable Double share,
    boolean clamped,
    @Nullable Reason reason,
    @Nullable Provenance from,
    @Nullable Double nationalValue,
    @Nullable Provenance national) {

  /** True when there is a value or a share. */
  public boolean known() {
    return reason == null;
  }

  /** An indicator that is no share, as supplied. */
  public static ZoneIndicator plain(Chosen chosen) {
    return of(chosen, null, false);
  }

  /** A share that was supplied as such, 0 to 1. */
  public static ZoneIndicator share(Chosen chosen) {
    var value = chosen.value();
    if (value == null) {
      return plain(chosen);
    }
    double inRange = within(value);
    return of(chosen, inRange, inRange != value);
  }

  /** The nearest share, 0 to 1. */
  static double within(double share) {
    return Math.min(1, Math.max(0, share));
  }

  private static ZoneIndicator of(Chosen chosen, @Nullable Double share, boolean clamped) {
    var national = chosen.national();
    return new ZoneIndicator(
        share == null ? chosen.value() : null,
        null,
        share,
        clamped,
        chosen.reason(),
        chosen.from() == null ? null : Provenance.of(List.of(chosen.from())),
        national == null ? null : national.value(),
        national == null ? null : Provenance.of(List.of(national)));
  }

  /** The same as a part of a number of people or households, so that it can be counted. */
  ZoneIndicator counted(double of) {
    return share == null
        ? this
        : new ZoneIndicator(share * of, of, share, clamped, reason, from, nationalValue, national);
  }

  /** The same beside a national share that it goes before. */
  public ZoneIndicator before(ZoneIndicator other) {
    return new ZoneIndicator(
        value, denominator, share, clamped, reason, from, other.share(), other.from());
  }

  /**
   * The share of a zone that lies in regions whose shares are known, by the people in each: nobody
   * knows the zone's own, so it is given that of its regions. What was counted stays with the
   * regions.
   *
   * @param regions the regions with a known share
   * @param weights people of the zone in each, above 0
   */
  public static ZoneIndicator ofRegions(List<ZoneIndicator> regions, double[] weights) {
    double share = 0;
    double national = 0;
    double sum = 0;
    boolean overrides = false;
    boolean nationallyKnown = true;
    for (int i = 0; i < weights.length; i++) {
      var region = regions.get(i);
      double own = Objects.requireNonNull(region.share());
      share += weights[i] * own;
      sum += weights[i];
      overrides |= region.national() != null;
      var other = region.national() == null ? (Double) own : region.nationalValue();
      nationallyKnown &= other != null;
      national += weights[i] * (other == null ? 0 : other);
    }
    return new ZoneIndicator(
        null,
        null,
        within(share / sum),
        regions.stream().anyMatch(ZoneIndicator::clamped),
        null,
        Provenance.together(
            regions.stream().map(ZoneIndicator::from).filter(Objects::nonNull).toList()),
        overrides && nationallyKnown ? (Double) within(national / sum) : null,
        Provenance.together(
            regions.stream().map(ZoneIndicator::national).filter(Objects::nonNull).toList()));
  }
}
