package nl.peil.source.travel;

/** Kinds of files with travel times. */
public enum FormatKind {
  /** One line per pair, with a header. */
  LONG_CSV("long CSV"),
  /** One line per origin, without keys. */
  SQUARE_CSV("square CSV"),
  /** One row per pair in Parquet. */
  PARQUET("Parquet"),
  /** Matrices in HDF5, with a mapping to zones. */
  OMX("OMX (HDF5)");

  private final String title;

  FormatKind(String title) {
    this.title = title;
  }

  /**
   * What is no number means "no journey" unless it is declared otherwise. A matrix of numbers has
   * no other way to say so; in text and in a table the pair can be left out, so that a blank is
   * rather a mistake.
   */
  public boolean noNumberIsNoJourney() {
    return this == OMX;
  }

  /** Name for people. */
  public String title() {
    return title;
  }
}
