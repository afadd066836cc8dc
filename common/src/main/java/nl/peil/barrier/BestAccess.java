package nl.peil.barrier;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.peil.model.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What the modes that somebody can use have to offer. Norms differ between modes, so that the
 * fastest mode can miss its norm where a slower one meets its own: the norm holds when at least one
 * mode meets its own. A mode for which the service has no norm cannot meet it.
 *
 * @param usable modes that can be used and have travel times, in the order of {@link Mode}
 * @param mode the fastest of them, of equal ones the first; null when none gets there
 * @param minutes its minutes; NaN when none gets there
 * @param meeting the fastest of those that meet their norm; null when none does
 * @param meetsNorm whether one does; null when the service has no norm for any mode, usable or not
 */
public record BestAccess(
    List<Mode> usable,
    @Nullable Mode mode,
    double minutes,
    @Nullable Mode meeting,
    @Nullable Boolean meetsNorm) {

  /**
   * The best of some modes.
   *
   * @param times all modes with travel times, each once
   * @param without modes that cannot be used
   */
  static BestAccess of(Collection<ModeTime> times, Set<Mode> without) {
    var usable = times.stream().filter(time -> !without.contains(time.mode())).toList();
    var best = fastest(usable.stream());
    var meeting = fastest(usable.stream().filter(time -> Boolean.TRUE.equals(time.meetsNorm())));
    boolean judged = times.stream().anyMatch(time -> time.meetsNorm() != null);
    return new BestAccess(
        usable.stream().map(ModeTime::mode).sorted().toList(),
        best == null ? null : best.mode(),
        best == null ? Double.NaN : best.minutes(),
        meeting == null ? null : meeting.mode(),
        judged ? meeting != null : null);
  }

  private static @Nullable ModeTime fastest(Stream<ModeTime> times) {
    return times
        .filter(time -> !Double.isNaN(time.minutes()))
        .min(Comparator.comparingDouble(ModeTime::minutes).thenComparing(ModeTime::mode))
        .orElse(null);
  }
}
