package nl.peil.inequality;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a statistic says, and about how many.
 *
 * @param values number by name, in the order of {@link InequalityStatistic#results}; NaN where it
 *     is not defined, and for all when nobody is covered
 * @param covered people in the zones that count
 * @param people people in all zones
 */
public record Outcome(Map<String, Double> values, double covered, double people) {

  /** Keeps a copy of the numbers. */
  public Outcome {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
