package nl.peil.inequality;

/** What {@link RegionSummaries} tells of the people of a region. */
public enum RegionStatistic {
  /** Weighted mean. */
  MEAN,
  /** Smallest value of anyone. */
  MIN,
  /** 10th percentile, see {@link WeightedQuantiles}. */
  P10,
  /** Median, likewise. */
  P50,
  /** 90th percentile, likewise. */
  P90,
  /** Largest value of anyone. */
  MAX,
  /** Gini coefficient, see {@link Gini}. */
  GINI,
  /** Theil T, see {@link Theil}. */
  THEIL,
  /** Palma ratio along the ranking, see {@link Palma}. */
  PALMA,
  /** Concentration index along the ranking, see {@link ConcentrationIndex}. */
  CONCENTRATION,
  /** The same, corrected after Erreygers. */
  CORRECTED,
  /** Share at the line or above, see {@link Sufficiency}. */
  SUFFICIENCY,
  /** Mean relative shortfall below the line, see {@link Fgt}. */
  FGT1,
  /** Mean of its square. */
  FGT2
}
