package nl.peil.config;

import nl.peil.model.ScenarioYear;

/**
 * Two scenario-years of which the table forecasts tells the difference.
 *
 * @param base where the change starts
 * @param future where it ends
 */
public record ComparisonConfig(ScenarioYear base, ScenarioYear future) {

  /** Reads an entry of {@code comparisons}. */
  static ComparisonConfig read(Section section) {
    var base = section.parsed("base", ScenarioYear::parse);
    var future = section.parsed("future", ScenarioYear::parse);
    section.done();
    var none = new ScenarioYear("", 0);
    return new ComparisonConfig(base == null ? none : base, future == null ? none : future);
  }

  /** As in the configuration. */
  @Override
  public String toString() {
    return base + " to " + future;
  }
}
