package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.barrier.Ratio;
import nl.peil.barrier.Reason;
import nl.peil.barrier.ZoneIndicator;

/**
 * The share of a zone's people or households with a barrier: as supplied when it is, else made from
 * what is known of the zone, else from what is known of a region that it lies in.
 */
final class ZoneShares {

  private final Ratio ratio;
  private final SuppliedBarriers supplied;
  private final BarrierPlaces places;
  private final Map<List<String>, ZoneIndicator> ofRegions = new HashMap<>();

  /** Of a share. */
  ZoneShares(Ratio ratio, SuppliedBarriers supplied, BarrierPlaces places) {
    this.ratio = ratio;
    this.supplied = supplied;
    this.places = places;
  }

  /**
   * In a zone.
   *
   * @param zone the zone
   * @param place its place among the zones
   */
  ZoneIndicator in(int zone, int place) {
    var asSupplied = ZoneIndicator.share(supplied.inZone(ratio.indicator(), place));
    if (ratio.numerator().isEmpty()) {
      return asSupplied;
    }
    var computed = computed(zone, place);
    if (!asSupplied.known()) {
      return asSupplied.reason() == Reason.CONFLICT ? asSupplied : computed;
    }
    var from = asSupplied.from();
    return from != null && from.regional() && asSupplied.national() == null && computed.known()
        ? asSupplied.before(computed)
        : asSupplied;
  }

  private ZoneIndicator computed(int zone, int place) {
    var own = ratio.in(indicator -> supplied.inZone(indicator, place));
    if (own.known()) {
      return own;
    }
    var told = own;
    for (var layout : supplied.layouts()) {
      var known = new ArrayList<ZoneIndicator>();
      var weights = new ArrayList<Double>();
      for (var member : places.regionsOf(layout, zone)) {
        var region = ofRegion(layout, member.region());
        if (region.known()) {
          known.add(region);
          weights.add(member.weight());
        } else if (told.reason() == Reason.ABSENT && region.reason() != Reason.ABSENT) {
          told = region;
        }
      }
      if (!known.isEmpty()) {
        return ZoneIndicator.ofRegions(
            known, weights.stream().mapToDouble(Double::doubleValue).toArray());
      }
    }
    return told;
  }

  private ZoneIndicator ofRegion(String layout, String region) {
    return ofRegions.computeIfAbsent(
        List.of(layout, region),
        key -> ratio.in(indicator -> supplied.inRegion(layout, region, indicator)));
  }
}
