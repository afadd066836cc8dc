package nl.peil.source.travel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import nl.peil.quality.RejectedFileException;

/**
 * Which zones the rows and columns of a matrix are, in their order. A matrix has no keys of its
 * own: a list in the wrong order gives wrong times that nothing shows, so no order is ever guessed.
 *
 * @param source where the list comes from, for messages
 * @param lines the codes, one per line
 */
public record ZoneOrder(String source, String lines) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Makes a list of codes.
   *
   * @param source where the list comes from, for messages
   * @param codes codes as delivered, in the order of the rows
   * @throws IllegalArgumentException when there is none, or one has a line end
   */
  public static ZoneOrder of(String source, List<String> codes) {
    if (codes.isEmpty() || codes.stream().anyMatch(code -> code.indexOf('\n') >= 0)) {
      throw new IllegalArgumentException(
          "expected zone codes of one line each in " + source + ", got " + codes.size());
    }
    return new ZoneOrder(source, String.join("\n", codes));
  }

  /**
   * The order of a matrix that comes without a list: that of the zone codes, when these are the
   * numbers 1 to N. Then row i is zone i, as programs without keys have it (IKOB, for one).
   *
   * @param codes codes of the delivered zones, in any order
   * @param file the matrix, for messages
   * @throws RejectedFileException with rule {@code no_zone_list} when the codes are others
   */
  public static ZoneOrder numbered(List<String> codes, String file) throws RejectedFileException {
    var numbers = IntStream.rangeClosed(1, codes.size()).mapToObj(String::valueOf).toList();
    var sorted = codes.stream().map(String::strip).sorted().toList();
    if (codes.isEmpty() || !numbers.stream().sorted().toList().equals(sorted)) {
      throw new RejectedFileException(
          "no_zone_list",
          Inspector.TABLE,
          file,
          0,
          "expected a zone list for a square matrix, there is none, and the delivered zones are not"
              + " numbered 1 to %,d".formatted(codes.size()),
          "give zone_list { path = ..., column = ... }, in the order of the rows of the matrix; the"
              + " file of the zones will do when its order is that of the matrix");
    }
    return of("the delivered zones, 1 to %,d".formatted(numbers.size()), numbers);
  }

  /** Number of zones. */
  public int size() {
    return codes().length;
  }

  String[] codes() {
    return lines.split("\n", -1);
  }

  /**
   * The positions of the zones in the zone codes; -1 for a zone that was not delivered.
   *
   * @throws RejectedFileException with rule {@code zone_listed_twice}
   */
  int[] positions(ZoneCodes codes, String file) throws RejectedFileException {
    var listed = codes();
    var lineOf = new HashMap<Object, Integer>();
    int[] positions = new int[listed.length];
    for (int i = 0; i < listed.length; i++) {
      byte[] bytes = listed[i].getBytes(java.nio.charset.StandardCharsets.UTF_8);
      positions[i] = codes.position(bytes, 0, bytes.length);
      var earlier = lineOf.put(positions[i] < 0 ? listed[i] : positions[i], i);
      if (earlier != null) {
        throw new RejectedFileException(
            "zone_listed_twice",
            Inspector.TABLE,
            file,
            0,
            "expected every zone once in %s, zone %s stands there as number %,d and %,d"
                .formatted(source, listed[i], earlier + 1, i + 1),
            "correct the zone list: every row of the matrix is another zone");
      }
    }
    return positions;
  }

  @Override
  public String toString() {
    return source + " (" + Arrays.hashCode(codes()) + ")";
  }
}
