package nl.peil.source.travel;

import java.io.IOException;
import java.util.List;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.omx.OmxFile;
import org.jspecify.annotations.Nullable;

/**
 * What an OMX file has to offer, and what of it is used.
 *
 * @param matrix the matrix that is used
 * @param matrices number of matrices in the file
 * @param zones rows and columns of each
 * @param mapping the mapping that was declared; null: the only one
 * @param mappings names of the mappings; empty when there are none
 */
public record OmxContents(
    String matrix, int matrices, int zones, @Nullable String mapping, List<String> mappings) {

  /**
   * Looks into a file.
   *
   * @throws RejectedFileException with rule {@code unknown_matrix}, or {@code ambiguous_matrix}
   *     when none is declared and there are several, or as {@link OmxFile} has it
   */
  static OmxContents of(TravelFile file, DeclaredFormat declared)
      throws IOException, RejectedFileException {
    try (var omx = OmxFile.open(file.uri(), file.name(), file.hadoop())) {
      var names = omx.matrices();
      var matrix = declared.matrix();
      if (matrix != null && !names.contains(matrix)) {
        throw rejected(
            "unknown_matrix",
            file,
            "expected matrix '%s'; the file has %s".formatted(matrix, names));
      }
      if (matrix == null && names.size() > 1) {
        throw rejected("ambiguous_matrix", file, "expected one matrix; the file has " + names);
      }
      return new OmxContents(
          matrix == null ? names.get(0) : matrix,
          names.size(),
          omx.zones(),
          declared.mapping(),
          omx.mappings());
    }
  }

  private static RejectedFileException rejected(String rule, TravelFile file, String message) {
    return new RejectedFileException(
        rule,
        Inspector.TABLE,
        file.name(),
        0,
        message,
        "name one of them: 'matrix' of this source, or --matrix on the command line");
  }

  /** For a person: what is used. */
  String sentence() {
    var zones =
        mapping != null
            ? ", mapping " + mapping
            : mappings.size() == 1 ? ", mapping " + mappings.get(0) : "";
    return ", matrix %s%s%s".formatted(matrix, matrices > 1 ? " of " + matrices : "", zones);
  }
}
