package nl.peil.barrier.ikob;

/** What IKOB has decay curves for (section 6 of its method). */
public enum Transport {
  /** Car that is paid for: one's own, a shared one or a taxi. */
  AUTO,
  /** Public transport that is paid for. */
  OV,
  /** Bicycle. */
  FIETS,
  /** Car without cost per kilometre, whoever drives it. */
  GRATIS_AUTO,
  /** Public transport free of charge, whoever takes it. */
  GRATIS_OV;

  /** How many there are. */
  static final int COUNT = 5;
}
