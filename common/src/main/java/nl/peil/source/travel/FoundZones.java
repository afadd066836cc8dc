package nl.peil.source.travel;

import java.io.EOFException;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import nl.peil.quality.RejectedFileException;

/** Finds out which zones a file is about, when nobody says. */
public final class FoundZones {

  /** Whole numbers by their value, before other codes by their text. */
  public static final Comparator<String> ORDER =
      Comparator.comparing((String code) -> !number(code))
          .thenComparing(code -> number(code) ? Long.parseLong(code) : 0)
          .thenComparing(Comparator.naturalOrder());

  private static final int LONGEST_NUMBER = 18;

  private FoundZones() {}

  private static boolean number(String code) {
    return code.length() <= LONGEST_NUMBER
        && !code.isEmpty()
        && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The zones of a file. A matrix gives those of its rows, in their order. A file of pairs gives
   * the codes of all rows that have a travel time, ordered as {@link #ORDER} has it: it is read
   * from the first to the last byte.
   *
   * @param file the file
   * @param format how it is written
   * @throws RejectedFileException when it cannot be read as its format says
   */
  public static List<String> in(TravelFile file, TravelFormat format)
      throws IOException, RejectedFileException {
    if (format instanceof SquareCsv square) {
      return List.of(square.zones().codes());
    }
    if (format instanceof OmxMatrix matrix) {
      return OmxCursor.zones(file, matrix);
    }
    var codes = new HashSet<String>();
    // Codes of no zone at all: every code in the file is then one to look at.
    try (var row = Cursors.whole(file, format, ZoneCodes.of(Map.of("?", 0)))) {
      var last = "";
      while (row.next()) {
        if (row.verdict.kept() || row.verdict == Verdict.UNKNOWN_ZONE) {
          var origin = row.code(true);
          if (!origin.equals(last)) {
            add(codes, origin);
            last = origin;
          }
          add(codes, row.code(false));
        }
      }
    } catch (EOFException | ZipException | LineTooLongException e) {
      throw rejected(
          "broken_file",
          file,
          "expected a file that can be read to its end: " + e.getMessage(),
          "transfer the file again; what can be read of it is not used");
    }
    if (codes.isEmpty()) {
      throw rejected(
          "no_zones",
          file,
          "expected pairs of zones with a travel time, there is none",
          "name the columns of the file, or give a list of zones");
    }
    return codes.stream().sorted(ORDER).toList();
  }

  private static RejectedFileException rejected(
      String rule, TravelFile file, String message, String advice) {
    return new RejectedFileException(rule, Inspector.TABLE, file.name(), 0, message, advice);
  }

  private static void add(Set<String> codes, String code) {
    var text = code.strip();
    if (!text.isEmpty()) {
      codes.add(text);
    }
  }
}
