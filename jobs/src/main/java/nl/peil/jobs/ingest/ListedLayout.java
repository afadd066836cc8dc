package nl.peil.jobs.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import org.jspecify.annotations.Nullable;

/**
 * What the list of members of a layout says.
 *
 * @param rejection why a file was rejected; null when none was
 * @param members members that exist
 * @param incomplete codes of the regions of which a member does not exist; one that has no other
 *     members is a region all the same
 * @param names name by code of the region, where there is one
 * @param books what was read of each file
 */
record ListedLayout(
    @Nullable RejectedFileException rejection,
    List<Member> members,
    Set<String> incomplete,
    Map<String, String> names,
    List<Intake> books) {

  /** What members are of that are zones and not regions of a layout. */
  static final String ZONES = "zones";

  /**
   * What belongs to a region.
   *
   * @param region code of the region
   * @param of name of the layout with polygons that the member is a region of; {@link #ZONES} for a
   *     zone
   * @param member code of the member
   */
  record Member(String region, String of, String member) {

    boolean isZone() {
      return of.equals(ZONES);
    }
  }

  /** A file was rejected. */
  static ListedLayout rejected(RejectedFileException rejection, List<Intake> books) {
    return new ListedLayout(rejection, List.of(), Set.of(), Map.of(), books);
  }

  /** Codes of the regions, in their order. */
  Set<String> regions() {
    var regions = new TreeSet<>(incomplete);
    members.forEach(member -> regions.add(member.region()));
    return regions;
  }
}
