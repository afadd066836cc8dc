package nl.peil.barrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The access to a service from a zone for a group of its people, on paper and really. Shares are of
 * all people of the zone.
 *
 * @param group name of the group
 * @param barriers names of the barriers that its people have; of everyone, those that they may have
 * @param potential what all modes together offer: access on paper
 * @param best what the modes offer that the people of the group can use; null for everyone, who
 *     differ in that
 * @param known whether the share of people is known for all of these barriers
 * @param inGroup who is in the group; unknown when a share is
 * @param lost who is in the group and has the norm on paper but not really; unknown when a share
 *     is, and when there is no norm
 */
public record GroupAccess(
    String group,
    List<String> barriers,
    BestAccess potential,
    @Nullable BestAccess best,
    boolean known,
    Share inGroup,
    Share lost) {

  /** Who is in the group and has the norm on paper; unknown when a share is, or without a norm. */
  public Share onPaper() {
    var meets = potential.meetsNorm();
    if (meets == null || !inGroup.known()) {
      return Share.UNKNOWN;
    }
    return meets ? inGroup : Share.NOBODY;
  }

  /** Who is in the group and really has the norm, never more than on paper; unknown likewise. */
  public Share really() {
    var meets = potential.meetsNorm();
    if (meets == null || !known) {
      return Share.UNKNOWN;
    }
    if (!meets) {
      return Share.NOBODY;
    }
    if (best == null) {
      return lost.others(); // of everyone
    }
    return Boolean.TRUE.equals(best.meetsNorm()) ? inGroup : Share.NOBODY;
  }

  /**
   * Minutes that the group needs more than who can use all modes, 0 or more; NaN when one of both
   * does not get there, and for everyone.
   */
  public double extraMinutes() {
    return best == null ? Double.NaN : best.minutes() - potential.minutes();
  }
}
