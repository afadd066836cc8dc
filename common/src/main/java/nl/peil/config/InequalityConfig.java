package nl.peil.config;

/**
 * What inequality is measured against.
 *
 * @param sufficiencyShareOfMedian what is enough, as a share of what the median person of the whole
 *     delivery has; above 0, at most 1
 */
public record InequalityConfig(double sufficiencyShareOfMedian) {

  /** Half of the median. */
  public static final InequalityConfig DEFAULT = new InequalityConfig(0.5);

  /** Reads {@code inequality}. */
  static InequalityConfig read(Section section) {
    var inequality =
        new InequalityConfig(
            section.number(
                "sufficiency_share_of_median", DEFAULT.sufficiencyShareOfMedian(), 0.001, 1));
    section.done();
    return inequality;
  }
}
