package nl.peil.config;

import java.util.Arrays;
import java.util.Locale;

/** Formats of travel-time files that can be declared. */
public enum MatrixFormat {
  /** Told from the file. */
  AUTO,
  /** One line per pair, with a header. */
  LONG_CSV,
  /** One line per origin, without keys. */
  SQUARE_CSV,
  /** One row per pair in Parquet. */
  PARQUET,
  /** Matrices in HDF5. */
  OMX;

  /** The name in the configuration. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MatrixFormat of(String key) {
    return Arrays.stream(values())
        .filter(format -> format.key().equals(key))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + key
                        + "' is no format of travel times; known: "
                        + Arrays.stream(values()).map(MatrixFormat::key).toList()));
  }
}
