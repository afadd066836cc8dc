package nl.peil.barrier.ikob;

/**
 * A weight of one mode: an experienced time, judged with the curve of a preference (section 6 of
 * IKOB's method). The bicycle has two: {@code vk} for all preferences but that for the bicycle, and
 * {@code vkFiets}.
 *
 * @param time the experienced time
 * @param preference the preference; of free modes the one that stands for all
 */
public record SingleWeight(TimeKind time, Preference preference) {

  /** How many places {@link #slot} gives out. */
  static final int SLOTS = TimeKind.COUNT * Preference.COUNT;

  /** The weight that a holder of this preference uses: equal weights have one name. */
  public static SingleWeight of(TimeKind time, Preference preference) {
    return switch (time) {
      case FIETS ->
          new SingleWeight(
              time, preference == Preference.FIETS ? Preference.FIETS : Preference.NEUTRAAL);
      case GRATIS_AUTO -> new SingleWeight(time, Preference.AUTO);
      case GRATIS_OV -> new SingleWeight(time, Preference.OV);
      default -> new SingleWeight(time, preference);
    };
  }

  /** A place for each weight of one income class, from 0 to {@link #SLOTS}. */
  int slot() {
    return time.ordinal() * Preference.COUNT + preference.ordinal();
  }
}
