package nl.peil.config;

/**
 * How much may be wrong before a file is rejected.
 *
 * @param maxBadShare largest share of bad rows in a table, 0 to 1
 * @param maxBadFeatureShare largest share of bad features in a file of polygons, 0 to 1
 */
public record QualityConfig(double maxBadShare, double maxBadFeatureShare) {

  /** Reads the section {@code quality}. */
  static QualityConfig read(Section section) {
    var quality =
        new QualityConfig(
            section.number("max_bad_share", 0.05, 0, 1),
            section.number("max_bad_feature_share", 0.5, 0, 1));
    section.done();
    return quality;
  }
}
