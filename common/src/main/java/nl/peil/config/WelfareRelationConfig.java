package nl.peil.config;

import java.util.List;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * Which indicators are laid beside which access.
 *
 * @param areas areas that a correlation runs over: zone, or a region layout; null: what the first
 *     table of indicators is about
 * @param scenarios scenario-years; of a configuration at least that of the base population
 * @param services services; empty: all with a norm
 * @param modes modes
 * @param periods parts of the day; empty: of each mode one, the first there is of spits, dal and
 *     etmaal
 * @param tooFew with fewer areas than this a correlation is marked as resting on too few
 * @param fewestForInterval with fewer areas than this there is no interval
 * @param draws draws of the bootstrap
 */
public record WelfareRelationConfig(
    @Nullable String areas,
    List<ScenarioYear> scenarios,
    List<String> services,
    List<String> modes,
    List<String> periods,
    int tooFew,
    int fewestForInterval,
    int draws) {

  /** What is laid beside each other when nothing is said. */
  public static final WelfareRelationConfig DEFAULT =
      new WelfareRelationConfig(
          null,
          List.of(),
          List.of(),
          List.of(Mode.AUTO.key(), Mode.OV_LOPEN.key(), Mode.FIETS.key()),
          List.of(),
          10,
          5,
          500);

  /** Reads {@code welfare.relation}. */
  static WelfareRelationConfig read(Section section) {
    var modes = section.texts("modes");
    var periods = section.texts("periods");
    for (var mode : modes) {
      known(section, "modes", () -> Mode.of(mode));
    }
    for (var period : periods) {
      known(section, "periods", () -> Period.of(period));
    }
    var config =
        new WelfareRelationConfig(
            section.optionalText("areas"),
            section.texts("scenarios").stream()
                .flatMap(text -> scenario(section, text).stream())
                .toList(),
            section.texts("services"),
            modes.isEmpty() ? DEFAULT.modes() : modes,
            periods,
            count(section, "too_few", DEFAULT.tooFew(), 3, 1000),
            count(section, "fewest_for_interval", DEFAULT.fewestForInterval(), 3, 1000),
            count(section, "draws", DEFAULT.draws(), 100, 100_000));
    section.done();
    return config;
  }

  /** The same, for this scenario-year unless others are named. */
  WelfareRelationConfig in(ScenarioYear base) {
    return scenarios.isEmpty()
        ? new WelfareRelationConfig(
            areas, List.of(base), services, modes, periods, tooFew, fewestForInterval, draws)
        : this;
  }

  private static void known(Section section, String key, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException e) {
      section.problem(key, String.valueOf(e.getMessage()));
    }
  }

  private static List<ScenarioYear> scenario(Section section, String text) {
    try {
      return List.of(ScenarioYear.parse(text));
    } catch (IllegalArgumentException e) {
      section.problem("scenarios", String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private static int count(Section section, String key, int fallback, int low, int high) {
    var value = section.optionalInteger(key);
    if (value == null) {
      return fallback;
    }
    if (value < low || value > high) {
      section.problem(
          key, "expected a whole number from %d to %d, got %d".formatted(low, high, value));
    }
    return value;
  }
}
