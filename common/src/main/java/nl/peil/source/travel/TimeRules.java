package nl.peil.source.travel;

import java.io.Serializable;
import java.util.List;

/**
 * Which travel times are believed, whatever the format they come in.
 *
 * @param unreachable values of the minutes that mean "no journey", such as -1, 999 or 2147483647;
 *     such pairs are counted and not loaded
 * @param blankIsUnreachable also a missing value, {@code NaN} or infinity means "no journey";
 *     otherwise it is a number that cannot be read
 * @param maxMinutes longest time that is believed, minutes; longer is a bad row
 */
public record TimeRules(List<Float> unreachable, boolean blankIsUnreachable, float maxMinutes)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** No code for unreachable, at most a day. */
  public static final TimeRules STRICT = new TimeRules(List.of(), false, LongCsv.DAY);

  /**
   * Checks the rules.
   *
   * @throws IllegalArgumentException when a code for unreachable is NaN, or the longest time is not
   *     positive
   */
  public TimeRules {
    unreachable = List.copyOf(unreachable);
    if (unreachable.stream().anyMatch(value -> value.isNaN())) {
      throw new IllegalArgumentException(
          "NaN cannot stand among the codes for unreachable "
              + unreachable
              + "; declare that a blank is unreachable, which covers NaN");
    }
    if (!(maxMinutes > 0)) {
      throw new IllegalArgumentException("longest time must be above 0 minutes, got " + maxMinutes);
    }
  }
}
