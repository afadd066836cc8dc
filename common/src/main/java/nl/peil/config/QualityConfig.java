package nl.peil.config;

/**
 * How much may be wrong before a file is rejected.
 *
 * @param maxBadShare largest share of bad rows in a table, 0 to 1
 * @param maxBadFeatureShare largest share of bad features in a file of polygons, 0 to 1
 */
public record QualityConfig(double maxBadShare, double maxBadFeatureShare) {}
