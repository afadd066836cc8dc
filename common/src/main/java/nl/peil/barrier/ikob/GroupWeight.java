package nl.peil.barrier.ikob;

import java.util.LinkedHashSet;
import java.util.Set;

/** Which weights of one mode a group takes the largest of (section 7 of IKOB's method). */
final class GroupWeight {

  private GroupWeight() {}

  /**
   * The weights of a group.
   *
   * @param electric the own car is electric; means nothing to groups without
   */
  static Set<SingleWeight> of(Group group, ModeSet modes, boolean electric) {
    var weights = new LinkedHashSet<SingleWeight>();
    if (modes.car()) {
      var car = group.hasTwoFuels() && electric ? TimeKind.AUTO_ELEKTRISCH : group.car();
      weights.add(SingleWeight.of(car, group.preference()));
    }
    if (modes.publicTransport()) {
      weights.add(
          group.freePublicTransport()
              ? SingleWeight.of(TimeKind.GRATIS_OV, group.preference())
              : new SingleWeight(TimeKind.OV, preference(group, modes)));
    }
    if (modes.bicycle()) {
      weights.add(SingleWeight.of(TimeKind.FIETS, group.preference()));
    }
    return weights;
  }

  /** Who drives free changes curve with the car: it can lower a weight (quirk Q4). */
  private static Preference preference(Group group, ModeSet modes) {
    return group == Group.GRATIS_AUTO && !modes.car() ? Preference.OV : group.preference();
  }
}
