package nl.peil.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of brede welvaart.
 *
 * @param column where it stands, its unit and how it is put together
 * @param label name to read
 * @param dimension dimension of brede welvaart; null: that of the table
 * @param direction whether more is better; null: that of the table
 * @param weight indicator that weighs its means; null: people
 */
public record WelfareIndicatorConfig(
    IndicatorColumn column,
    String label,
    @Nullable String dimension,
    @Nullable Direction direction,
    @Nullable String weight) {

  /** Whether more of it is better: said by who knows the indicator, never guessed. */
  public enum Direction {
    /** More is better. */
    HIGHER_BETTER,
    /** Less is better. */
    LOWER_BETTER,
    /** No judgement. */
    NONE;

    /** The word in the configuration and in tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The direction with this word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Direction of(String key) {
      for (var direction : values()) {
        if (direction.key().equals(key)) {
          return direction;
        }
      }
      throw new IllegalArgumentException(
          "'" + key + "' is not one of higher_better, lower_better, none");
    }
  }

  /** One of which only the name is known. */
  public static WelfareIndicatorConfig named(String name, boolean mean) {
    return new WelfareIndicatorConfig(
        new IndicatorColumn(name, name, null, mean), readable(name), null, null, null);
  }

  /**
   * Reads an entry of {@code indicators}. @param mean when it does not say how it is put together
   */
  static WelfareIndicatorConfig read(Section section, boolean mean) {
    var column = IndicatorColumn.read(section, mean);
    var indicator =
        new WelfareIndicatorConfig(
            column,
            section.text("label", readable(column.indicator())),
            section.optionalText("dimension"),
            section.optionalParsed("direction", Direction::of),
            section.optionalText("weight"));
    if (indicator.weight() != null && !column.mean()) {
      section.problem("weight", "this is for means (aggregate = mean); counts are added up");
    }
    section.done();
    return indicator;
  }

  private static String readable(String name) {
    return name.replace('_', ' ');
  }
}
