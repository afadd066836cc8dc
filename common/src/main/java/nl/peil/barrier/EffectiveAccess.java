package nl.peil.barrier;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.peil.model.Barrier;
import nl.peil.model.BarrierGroup;
import nl.peil.model.Mode;

/**
 * Access that people can really use: what is left of the access on paper for people with barriers.
 *
 * <p>On paper the norm holds in a zone when at least one mode meets its norm. For a group of people
 * who have some barriers, the modes that those take fall away, and the norm is judged by the rest.
 * For everyone in the zone the barriers occur in any combination: a person misses the norm when
 * every mode that meets it is taken by some barrier of that person. Fewer modes cannot meet a norm
 * that all modes miss, so that really is never more than on paper.
 *
 * <p>All people of a zone have the same travel times and the same chance of a barrier, whatever
 * their address.
 */
public final class EffectiveAccess implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Barrier> barriers;
  private final Set<Mode> modes;
  private final ArrayList<Group> groups;
  private final Group everyone;
  private final int[] takes;

  /**
   * For these barriers and groups. Every barrier is a group by itself, by its own name.
   *
   * @param barriers the barriers
   * @param combined groups with several barriers
   * @param everyone names of the barriers that people can have who are in no group in particular;
   *     empty: all. What hangs together with another barrier, as having no driving licence does
   *     with having no car, is better left out: as a group it counts all the same
   * @param modes modes that count; empty: all
   * @throws IllegalArgumentException when a group has a barrier that is not there
   */
  public EffectiveAccess(
      List<Barrier> barriers, List<BarrierGroup> combined, Set<String> everyone, Set<Mode> modes) {
    this.barriers = List.copyOf(barriers);
    this.modes = Set.copyOf(modes);
    this.groups = new ArrayList<>();
    for (int b = 0; b < barriers.size(); b++) {
      groups.add(group(barriers.get(b).name(), List.of(barriers.get(b).name())));
    }
    combined.forEach(group -> groups.add(group(group.name(), group.barriers())));
    this.everyone =
        group(
            BarrierGroup.EVERYONE,
            barriers.stream()
                .map(Barrier::name)
                .filter(name -> everyone.isEmpty() || everyone.contains(name))
                .toList());
    this.takes =
        IntStream.of(this.everyone.barriers()).map(b -> bits(barriers.get(b).takes())).toArray();
  }

  /**
   * A group.
   *
   * @param name its name
   * @param barriers places of its barriers
   * @param without modes that its people cannot use
   */
  private record Group(String name, int[] barriers, Set<Mode> without) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private Group group(String name, List<String> names) {
    var known = barriers.stream().map(Barrier::name).toList();
    var without = new HashSet<Mode>();
    var places = names.stream().distinct().mapToInt(known::indexOf).toArray();
    for (int place : places) {
      if (place < 0) {
        throw new IllegalArgumentException(
            "group %s has barriers %s, which are not all among %s".formatted(name, names, known));
      }
      without.addAll(barriers.get(place).takes());
    }
    return new Group(name, places, without);
  }

  /** The barriers, in the order of the shares that are asked for. */
  public List<Barrier> barriers() {
    return barriers;
  }

  /**
   * The access to a service from a zone, for everyone and for every group.
   *
   * @param times how the service is reached with each mode that has travel times, each mode once
   * @param shares share of the zone's people for each barrier, 0 to 1; NaN when unknown
   * @throws IllegalArgumentException when a mode comes twice, or there are not as many shares as
   *     barriers
   */
  public List<GroupAccess> of(Collection<ModeTime> times, double[] shares) {
    if (shares.length != barriers.size()) {
      throw new IllegalArgumentException(
          "expected a share for each of %d barriers, got %d"
              .formatted(barriers.size(), shares.length));
    }
    var counting = counting(times).values();
    var potential = BestAccess.of(counting, Set.of());
    var access = new ArrayList<GroupAccess>();
    access.add(ofEveryone(counting, potential, shares));
    for (var group : groups) {
      var best = BestAccess.of(counting, group.without());
      var inGroup = Share.joint(ofBarriers(group, shares));
      access.add(
          new GroupAccess(
              group.name(),
              names(group.barriers()),
              potential,
              best,
              inGroup.known(),
              inGroup,
              lost(potential, best, inGroup)));
    }
    return access;
  }

  private static double[] ofBarriers(Group group, double[] shares) {
    return IntStream.of(group.barriers()).mapToDouble(b -> shares[b]).toArray();
  }

  private static Share lost(BestAccess potential, BestAccess best, Share inGroup) {
    if (potential.meetsNorm() == null || !inGroup.known()) {
      return Share.UNKNOWN;
    }
    return potential.meetsNorm() && !Boolean.TRUE.equals(best.meetsNorm()) ? inGroup : Share.NOBODY;
  }

  private GroupAccess ofEveryone(
      Collection<ModeTime> times, BestAccess potential, double[] allShares) {
    var shares = ofBarriers(everyone, allShares);
    var meeting =
        times.stream()
            .filter(time -> Boolean.TRUE.equals(time.meetsNorm()))
            .map(ModeTime::mode)
            .toList();
    boolean known = DoubleStream.of(shares).noneMatch(Double::isNaN);
    Share lost;
    if (potential.meetsNorm() == null || !known) {
      lost = Share.UNKNOWN;
    } else if (meeting.isEmpty()) {
      lost = Share.NOBODY; // who misses it on paper has nothing to lose
    } else {
      lost = LostModes.of(bits(meeting), takes, shares);
    }
    return new GroupAccess(
        everyone.name(), names(everyone.barriers()), potential, null, known, Share.EVERYBODY, lost);
  }

  private Map<Mode, ModeTime> counting(Collection<ModeTime> times) {
    var counting = new LinkedHashMap<Mode, ModeTime>();
    for (var time : times) {
      if ((modes.isEmpty() || modes.contains(time.mode()))
          && counting.put(time.mode(), time) != null) {
        throw new IllegalArgumentException("mode " + time.mode().key() + " comes twice");
      }
    }
    return counting;
  }

  private List<String> names(int[] places) {
    return IntStream.of(places).mapToObj(place -> barriers.get(place).name()).toList();
  }

  private static int bits(Collection<Mode> modes) {
    return modes.stream().mapToInt(mode -> 1 << mode.ordinal()).reduce(0, (a, b) -> a | b);
  }
}
