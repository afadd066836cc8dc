package nl.peil.jobs.ingest;

import java.util.List;
import nl.peil.config.TravelTimesConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a matrix is read from, besides the file.
 *
 * @param config the part of the configuration that found it
 * @param matrix its name in the file; null when the file holds one
 * @param unused names of the matrices of the file that no slice is made from
 */
record TravelSource(TravelTimesConfig config, @Nullable String matrix, List<String> unused) {

  /** A file that holds one matrix. */
  static TravelSource file(TravelTimesConfig config) {
    return new TravelSource(config, null, List.of());
  }
}
