package nl.peil.jobs.sample;

/** The scenario-years of the sample. */
final class SampleYears {

  /** Year of scenario basis. */
  static final int BASE = 2022;

  /** Year of scenario hoog. */
  static final int FUTURE = 2040;

  private SampleYears() {}
}
