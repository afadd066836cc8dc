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

  /**
   * What belongs to a region.
   *
   * @param region code of the region
   * @param member code of a zone, or of a region of the layout that is listed
   */
  record Member(String region, String member) {}

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
