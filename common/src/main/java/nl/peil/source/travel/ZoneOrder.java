package nl.peil.source.travel;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvFormat;
import nl.peil.source.CsvTable;
import org.jspecify.annotations.Nullable;

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
   * Reads a zone list: one code per line, or a column of a CSV file.
   *
   * @param in bytes as stored, plain or gzip; closed afterwards
   * @param file name for messages, relative to the delivery
   * @param column header of the column; null: one code per line. A first line that is no number
   *     while all others are, or that says {@code zone}, is then a header
   * @throws RejectedFileException when there is no zone, the column is not there, or a line has
   *     more than a code
   */
  public static ZoneOrder read(InputStream in, String file, @Nullable String column)
      throws IOException, RejectedFileException {
    var codes = column == null ? lines(in, file) : column(in, file, column);
    if (codes.isEmpty()) {
      throw rejected("empty_file", file, 0, "expected zone codes, there are none", "ask for it");
    }
    return of(file, codes);
  }

  private static List<String> column(InputStream in, String file, String column)
      throws IOException, RejectedFileException {
    var table = CsvTable.read(in, file, Inspector.TABLE, CsvFormat.DETECT, Map.of("zone", column));
    var codes = new ArrayList<String>();
    for (var row : table.rows()) {
      var code = row.text("zone");
      if (code.isBlank()) {
        throw rejected(
            "incomplete_zone",
            file,
            row.line(),
            "expected a zone code in column '" + column + "', it is blank",
            "correct the list: every line stands for a row of the matrix");
      }
      codes.add(code);
    }
    return codes;
  }

  private static List<String> lines(InputStream in, String file)
      throws IOException, RejectedFileException {
    var codes = new ArrayList<String>();
    try (in) {
      var row = new RowScanner(new StoredBytes(in).content(), ';', 0, 0);
      row.skipByteOrderMark();
      while (row.next()) {
        var code = row.text(0).strip();
        if (row.fields() > 1 || code.indexOf(',') >= 0 || code.indexOf('\t') >= 0) {
          throw rejected(
              "wrong_field_count",
              file,
              row.line(),
              "expected one zone code in a line, came '" + row.raw() + "'",
              "name the column: zone_list { path = ..., column = ... }");
        }
        codes.add(code);
      }
    }
    boolean header =
        !codes.isEmpty()
            && !number(codes.get(0))
            && (codes.get(0).equalsIgnoreCase("zone")
                || (codes.size() > 1 && codes.stream().skip(1).allMatch(ZoneOrder::number)));
    return header ? codes.subList(1, codes.size()) : codes;
  }

  private static boolean number(String code) {
    return !code.isEmpty() && code.chars().allMatch(Character::isDigit);
  }

  private static RejectedFileException rejected(
      String rule, String file, long line, String message, String advice) {
    return new RejectedFileException(rule, Inspector.TABLE, file, line, message, advice);
  }

  /**
   * The order of a matrix that comes without a list: that of the zone codes, when these are the
   * numbers 1 to N. Then row i is zone i, as programs without keys have it (IKOB, for one).
   *
   * @param codes codes of the delivered zones, in any order
   * @param file the matrix, for messages
   * @throws RejectedFileException with rule {@code no_zone_list} when the codes are others
   */
  public static ZoneOrder numbered(Collection<String> codes, String file)
      throws RejectedFileException {
    var numbers = IntStream.rangeClosed(1, codes.size()).mapToObj(String::valueOf).toList();
    var sorted = codes.stream().map(String::strip).sorted().toList();
    if (codes.isEmpty() || !numbers.stream().sorted().toList().equals(sorted)) {
      throw rejected(
          "no_zone_list",
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

  /** The codes, in their order. */
  public List<String> list() {
    return List.of(codes());
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
      byte[] bytes = listed[i].getBytes(StandardCharsets.UTF_8);
      positions[i] = codes.position(bytes, 0, bytes.length);
      var earlier = lineOf.put(positions[i] < 0 ? listed[i] : positions[i], i);
      if (earlier != null) {
        throw rejected(
            "zone_listed_twice",
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
