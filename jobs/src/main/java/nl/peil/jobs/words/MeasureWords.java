package nl.peil.jobs.words;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names of measures: they carry their arguments, as in within_30 and gravity_pbl. */
final class MeasureWords {

  /**
   * A form of name.
   *
   * @param pattern the name as it stands in tables
   * @param key the word that it is told with
   * @param gaps what goes into the word
   */
  private record Form(Pattern pattern, String key, Function<MatchResult, Object[]> gaps) {

    static Form of(String pattern, String key) {
      return new Form(
          Pattern.compile(pattern),
          key,
          found -> {
            var gaps = new Object[found.groupCount()];
            for (int i = 0; i < gaps.length; i++) {
              gaps[i] = found.group(i + 1);
            }
            return gaps;
          });
    }
  }

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";

  /** The first that fits tells. */
  private static final List<Form> FORMS =
      List.of(
          Form.of("nearest_" + NUMBER, "nearest"),
          Form.of("cost_to_reach_" + NUMBER, "cost_to_reach"),
          Form.of("within_" + NUMBER, "within"),
          Form.of("within_" + NUMBER + "_to_" + NUMBER + "_by_.*", "within_to"),
          Form.of("choice_" + NUMBER, "choice"),
          Form.of("balancing_cost_.*", "balancing_cost"),
          Form.of("gravity_(.+)", "gravity"),
          Form.of("fca_([^_]+)_(.+)", "fca"),
          Form.of("spatial_availability_(.+)", "spatial_availability"),
          Form.of("constrained_(.+)", "constrained"),
          Form.of("allocated_minutes_(.+)", "allocated_minutes"));

  private static final String PASSIVE = "passive_";

  private MeasureWords() {}

  static String of(Words words, String measure) {
    var known = words.word("measure." + measure);
    if (known.isPresent()) {
      return known.get();
    }
    if (measure.startsWith(PASSIVE)) {
      var active = of(words, measure.substring(PASSIVE.length()));
      return words.format("measure.passive", lowerFirst(active));
    }
    for (var form : FORMS) {
      var found = form.pattern().matcher(measure);
      if (found.matches()) {
        return words.format("measure." + form.key(), form.gaps().apply(found));
      }
    }
    return measure;
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
