package nl.peil.jobs.report.facts;

import org.jspecify.annotations.Nullable;

/**
 * Access of a region to a service by a mode: a row of region_level and the minutes to the nearest
 * of region_accessibility. Without a norm all that is about the norm is null.
 *
 * @param mode mode
 * @param service service
 * @param normMin acceptable minutes
 * @param population persons in the region
 * @param personsMeetingNorm persons within the norm
 * @param personsBelowNorm persons beyond it or who get nowhere
 * @param personsUnreachable persons who get nowhere
 * @param shareMeetingNorm share of persons within the norm
 * @param shareNoChoice share without any within the norm
 * @param shareOneChoice share with one
 * @param shareMoreChoice share with more
 * @param nationalShareMeetingNorm the share over all zones
 * @param gapToNational share minus that over all zones
 * @param p10 minutes to the nearest, 10th percentile of persons who get there
 * @param p50 the median
 * @param p90 the 90th percentile
 * @param mean the mean
 * @param covered persons who get there
 */
public record Level(
    String mode,
    String service,
    @Nullable Double normMin,
    double population,
    @Nullable Double personsMeetingNorm,
    @Nullable Double personsBelowNorm,
    @Nullable Double personsUnreachable,
    @Nullable Double shareMeetingNorm,
    @Nullable Double shareNoChoice,
    @Nullable Double shareOneChoice,
    @Nullable Double shareMoreChoice,
    @Nullable Double nationalShareMeetingNorm,
    @Nullable Double gapToNational,
    @Nullable Double p10,
    @Nullable Double p50,
    @Nullable Double p90,
    @Nullable Double mean,
    @Nullable Double covered) {

  /** True when it is about this mode and service. */
  public boolean is(String otherMode, String otherService) {
    return mode.equals(otherMode) && service.equals(otherService);
  }
}
