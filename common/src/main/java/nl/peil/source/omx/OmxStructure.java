package nl.peil.source.omx;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import nl.peil.quality.RejectedFileException;
import org.jspecify.annotations.Nullable;

/**
 * What makes an HDF5 file an OMX file.
 *
 * @param matrices the members of {@code /data} by name
 * @param mappings the members of {@code /lookup} by name; empty when there is no such group
 * @param zones rows and columns of every matrix
 */
record OmxStructure(Map<String, Dataset> matrices, Map<String, Dataset> mappings, int zones) {

  /**
   * Finds and checks it.
   *
   * @throws RejectedFileException with rule {@code not_omx}, {@code no_matrix} or {@code
   *     wrong_shape}
   */
  static OmxStructure of(HdfFile hdf, String file) throws RejectedFileException {
    var groups = hdf.getChildren();
    if (!(groups.get("data") instanceof Group data)) {
      throw Rejections.reject(
          "not_omx",
          file,
          "expected the matrices in a group /data; the file has " + groups.keySet(),
          "check that this is an OMX file, and not another kind of HDF5");
    }
    var matrices = datasets(data);
    if (matrices.isEmpty()) {
      throw Rejections.reject(
          "no_matrix", file, "expected matrices in /data, it has none", "ask for the file again");
    }
    var attribute = hdf.getAttribute("SHAPE");
    int zones = zones(matrices, attribute == null ? null : attribute.getData(), file);
    var mappings =
        groups.get("lookup") instanceof Group lookup ? datasets(lookup) : Map.<String, Dataset>of();
    return new OmxStructure(matrices, mappings, zones);
  }

  private static int zones(Map<String, Dataset> matrices, @Nullable Object stated, String file)
      throws RejectedFileException {
    var first = matrices.entrySet().iterator().next();
    boolean states = stated != null && stated.getClass().isArray();
    int[] expected =
        states
            ? IntStream.range(0, Array.getLength(stated)).map(i -> number(stated, i)).toArray()
            : first.getValue().getDimensions();
    if (expected.length != 2 || expected[0] != expected[1] || expected[0] <= 0) {
      throw Rejections.reject(
          "wrong_shape",
          file,
          "expected square matrices, %s %s"
              .formatted(
                  states ? "SHAPE says" : "'" + first.getKey() + "' is",
                  Rejections.shape(expected)),
          "a matrix must have a row and a column for every zone");
    }
    for (var matrix : matrices.entrySet()) {
      var dimensions = matrix.getValue().getDimensions();
      if (!Arrays.equals(dimensions, expected)) {
        throw Rejections.reject(
            "wrong_shape",
            file,
            "expected %s as %s says, matrix '%s' is %s"
                .formatted(
                    Rejections.shape(expected),
                    states ? "SHAPE" : "matrix '" + first.getKey() + "'",
                    matrix.getKey(),
                    Rejections.shape(dimensions)),
            "all matrices of a file must be square and of the same zones");
      }
    }
    return expected[0];
  }

  private static int number(@Nullable Object array, int index) {
    return array != null && Array.get(array, index) instanceof Number number
        ? number.intValue()
        : -1;
  }

  private static Map<String, Dataset> datasets(Group group) {
    var datasets = new LinkedHashMap<String, Dataset>();
    group
        .getChildren()
        .forEach(
            (name, node) -> {
              if (node instanceof Dataset dataset) {
                datasets.put(name, dataset);
              }
            });
    return datasets;
  }
}
