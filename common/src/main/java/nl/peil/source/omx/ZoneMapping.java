package nl.peil.source.omx;

import io.jhdf.api.Dataset;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import nl.peil.quality.RejectedFileException;
import org.jspecify.annotations.Nullable;

/** Reads the zones of rows and columns from a vector of numbers or texts. */
final class ZoneMapping {

  private ZoneMapping() {}

  /**
   * The codes in a vector.
   *
   * @param zones how many there must be
   */
  static List<String> read(Dataset vector, int zones, String file) throws RejectedFileException {
    var dimensions = vector.getDimensions();
    if (dimensions.length != 1 || dimensions[0] != zones) {
      throw bad(
          vector,
          file,
          "expected %,d codes in one row, got the shape %s"
              .formatted(zones, Rejections.shape(dimensions)));
    }
    var values = vector.getData();
    var codes = new ArrayList<String>(zones);
    var positions = new HashMap<String, Integer>();
    for (int i = 0; i < zones; i++) {
      var code = code(Array.get(values, i));
      if (code == null || code.isEmpty()) {
        throw bad(
            vector,
            file,
            "expected whole numbers or texts, got '%s' at position %,d"
                .formatted(Array.get(values, i), i + 1));
      }
      var other = positions.put(code, i + 1);
      if (other != null) {
        throw bad(
            vector,
            file,
            "expected every zone once, got '%s' at positions %,d and %,d"
                .formatted(code, other, i + 1));
      }
      codes.add(code);
    }
    return List.copyOf(codes);
  }

  private static @Nullable String code(Object value) {
    if (value instanceof String text) {
      return text.strip();
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? Long.toString((long) number)
          : null;
    } else if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger) {
      return value.toString();
    }
    return null;
  }

  private static RejectedFileException bad(Dataset vector, String file, String message) {
    return Rejections.reject(
        "bad_mapping",
        file,
        "mapping '%s': %s".formatted(vector.getName(), message),
        "name another mapping, or correct this one: it must give each row of the matrices its own"
            + " zone");
  }
}
