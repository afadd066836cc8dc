package nl.peil.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * A share that is made from supplied indicators: sum of numerators / sum of denominators.
 *
 * @param indicator its name
 * @param numerator indicators that are added up; empty: the share is supplied as such
 * @param denominator indicators whose sum is divided by; of a percentage what it is a part of
 * @param complement one minus the quotient
 * @param percent the numerator is a percentage, 0 to 100
 * @param unit unit of numerator and denominator, e.g. huishoudens
 */
public record BarrierIndicatorConfig(
    String indicator,
    List<String> numerator,
    List<String> denominator,
    boolean complement,
    boolean percent,
    String unit) {

  /** Reads an entry of {@code barriers.indicators}. */
  static BarrierIndicatorConfig read(Section section) {
    var name = section.parsed("indicator", BarrierIndicatorConfig::name);
    var config =
        new BarrierIndicatorConfig(
            name == null ? "" : name,
            section.texts("numerator"),
            section.texts("denominator"),
            section.flag("complement", false),
            section.flag("percent", false),
            section.text("unit", ""));
    boolean supplied = config.numerator().isEmpty();
    if (supplied && (!config.denominator().isEmpty() || config.complement() || config.percent())) {
      section.problem("numerator", "name the indicators that are added up");
    }
    if (!supplied && !config.percent() && config.denominator().isEmpty()) {
      section.problem(
          "denominator",
          "name the indicators that it is a part of; for a percentage say percent = true");
    }
    if (config.percent() && config.numerator().size() != 1) {
      section.problem("numerator", "percentages cannot be added up: name one");
    }
    section.done();
    return config;
  }

  /** The supplied indicators that it is made from. */
  List<String> parts() {
    return Stream.concat(numerator.stream(), denominator.stream()).distinct().toList();
  }

  /** A name that may stand in columns and lists. */
  static String name(String text) {
    if (!text.matches("[a-z0-9][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "'" + text + "' must consist of small letters, digits and '_'");
    }
    return text;
  }
}
