package nl.peil.jobs.matrix;

import java.util.Locale;

/** Formats that matrices are written in. */
enum OutFormat {
  /** One line per pair. */
  LONG_CSV,
  /** One line per zone, in the order of a zone list that is written beside it. */
  SQUARE_CSV,
  /** One row per pair. */
  PARQUET,
  /** Matrices in HDF5, with their zones. */
  OMX;

  /** Pairs must come in the order of the zones. */
  boolean ordered() {
    return this == SQUARE_CSV || this == OMX;
  }

  /** The format of a name on the command line. */
  static OutFormat of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /**
   * The format that the name of a file means.
   *
   * @throws IllegalArgumentException when it means none
   */
  static OutFormat ofName(String file) {
    if (file.endsWith(".csv") || file.endsWith(".csv.gz")) {
      return LONG_CSV;
    }
    if (file.endsWith(".omx")) {
      return OMX;
    }
    if (file.endsWith(".parquet")) {
      return PARQUET;
    }
    throw new IllegalArgumentException(
        "expected a name that ends in .csv, .csv.gz, .omx or .parquet, or --out-format; got "
            + file);
  }
}
