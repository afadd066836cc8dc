package nl.peil.source.travel;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipException;
import nl.peil.quality.RejectedFileException;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the first bytes and lines of a file how it is written. What can be taken in two ways
 * is an error that says what to declare, and not a guess.
 */
public final class FormatDetector {

  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /** Enough for twenty lines of a matrix of 4,000 zones, and for one of 100,000. */
  private static final int HEAD = 1 << 20;

  private FormatDetector() {}

  /**
   * Tells how a file is written of which nothing is known.
   *
   * @param in bytes as stored; read in part, and closed afterwards
   * @param fileName name for messages
   * @throws RejectedFileException with rule {@code empty_file}, {@code broken_gzip}, {@code
   *     unknown_format}, {@code ambiguous_format}, {@code missing_column} or {@code
   *     ambiguous_column}
   */
  public static DetectedFormat detect(InputStream in, String fileName)
      throws IOException, RejectedFileException {
    return detect(in, fileName, DeclaredFormat.NOTHING);
  }

  /**
   * Tells what was left open; of Parquet the columns are looked for too, of OMX the matrix.
   *
   * @param file the file
   * @param declared what a person says of it
   * @throws RejectedFileException as above, or with rule {@code broken_parquet}, or as an OMX file
   *     is rejected, with {@code ambiguous_matrix} when it has several and none is declared
   */
  public static DetectedFormat detect(TravelFile file, DeclaredFormat declared)
      throws IOException, RejectedFileException {
    var found = detect(file.open(), file.name(), declared);
    if (found.kind() == FormatKind.OMX) {
      return new DetectedFormat(
          FormatKind.OMX, false, ',', false, Map.of(), OmxContents.of(file, declared));
    }
    if (found.kind() != FormatKind.PARQUET) {
      return found;
    }
    var names = ParquetCursor.columns(file);
    return new DetectedFormat(
        FormatKind.PARQUET,
        false,
        ',',
        false,
        ColumnNames.find(names, declared.columns(), file.name(), 0));
  }

  /**
   * Tells what was left open.
   *
   * @param in bytes as stored; read in part, and closed afterwards
   * @param fileName name for messages
   * @param declared what a person says of the file
   * @throws RejectedFileException as above
   */
  public static DetectedFormat detect(InputStream in, String fileName, DeclaredFormat declared)
      throws IOException, RejectedFileException {
    try (in) {
      var stored = new StoredBytes(in);
      if (stored.empty()) {
        throw rejected(
            "empty_file",
            fileName,
            0,
            "expected a file with travel times, the file is empty",
            "ask for the file again, or take it out of the delivery");
      }
      byte[] head = head(stored, fileName);
      boolean whole = head.length < HEAD;
      var binary = binary(head);
      if (binary != null) {
        return binary(binary, stored.gzip(), fileName, declared);
      }
      if (declared.kind() == FormatKind.PARQUET || declared.kind() == FormatKind.OMX) {
        throw rejected(
            "unknown_format",
            fileName,
            0,
            "expected %s, the first bytes are not its own".formatted(declared.kind().title()),
            "correct the format of this source, or transfer the file again");
      }
      if (starts(head, ZIP, 0) || contains(head, (byte) 0)) {
        throw rejected(
            "unknown_format",
            fileName,
            0,
            "expected CSV, Parquet or OMX, the file is "
                + (starts(head, ZIP, 0) ? "a zip or Excel file" : "UTF-16 or another binary file"),
            "deliver it as CSV in UTF-8, Parquet or OMX");
      }
      int from = starts(head, MARK, 0) ? MARK.length : 0;
      byte[] lines = Arrays.copyOfRange(head, from, whole ? head.length : lastLineEnd(head, from));
      return text(lines, whole, stored.gzip(), fileName, declared);
    }
  }

  private static byte[] head(StoredBytes stored, String file)
      throws IOException, RejectedFileException {
    var head = new ByteArrayOutputStream();
    try {
      head.write(stored.content().readNBytes(HEAD));
      return head.toByteArray();
    } catch (EOFException | ZipException e) {
      throw rejected(
          "broken_gzip",
          file,
          0,
          "expected a whole gzip file: " + e.getMessage(),
          "transfer the file again; what can be read of it is not used");
    }
  }

  private static @Nullable FormatKind binary(byte[] head) {
    if (starts(head, PARQUET, 0)) {
      return FormatKind.PARQUET;
    }
    // HDF5 may stand behind a block of the user's own, of 512 bytes or twice as often as needed.
    for (int at = 0; at < head.length; at = Math.max(512, 2 * at)) {
      if (starts(head, HDF5, at)) {
        return FormatKind.OMX;
      }
    }
    return null;
  }

  private static DetectedFormat binary(
      FormatKind kind, boolean gzip, String file, DeclaredFormat declared)
      throws RejectedFileException {
    if (gzip) {
      throw rejected(
          "unknown_format",
          file,
          0,
          "expected %s as it is, it is packed with gzip".formatted(kind.title()),
          "unpack it: it is packed inside already, and parts of it must be found");
    }
    if (declared.kind() != null && declared.kind() != kind) {
      throw rejected(
          "unknown_format",
          file,
          0,
          "expected %s as declared, the file is %s"
              .formatted(declared.kind().title(), kind.title()),
          "correct the format of this source, or leave it out");
    }
    return new DetectedFormat(kind, false, ',', false, declared.columns());
  }

  private static DetectedFormat text(
      byte[] lines, boolean whole, boolean gzip, String file, DeclaredFormat declared)
      throws IOException, RejectedFileException {
    var head = cut(lines, declared);
    if (head.rows().isEmpty()) {
      throw rejected(
          "empty_file",
          file,
          0,
          "expected a header or numbers, there is no line",
          "ask for the file again, or take it out of the delivery");
    }
    var kind = declared.kind() != null ? declared.kind() : kind(head, whole, file, declared);
    boolean square = kind == FormatKind.SQUARE_CSV;
    var comma = declared.decimalComma();
    boolean decimalComma = comma != null ? comma : head.decimalCommas(square);
    return new DetectedFormat(
        kind,
        gzip,
        head.delimiter(),
        decimalComma && !(square && head.delimiter() == ','),
        square ? Map.of() : ColumnNames.find(head.first(), declared.columns(), file, head.line()));
  }

  /** With the declared delimiter, else the one that makes sense of the first line. */
  private static TextHead cut(byte[] lines, DeclaredFormat declared) throws IOException {
    var given = declared.delimiter();
    if (given != null) {
      return TextHead.of(lines, given);
    }
    var best = TextHead.of(lines, DELIMITERS[0]);
    boolean numbers = best.startsWithNumbers();
    for (int i = 1; i < DELIMITERS.length && !numbers; i++) {
      var other = TextHead.of(lines, DELIMITERS[i]);
      numbers = other.startsWithNumbers();
      if (numbers || other.first().size() > best.first().size()) {
        best = other;
      }
    }
    return best;
  }

  private static FormatKind kind(TextHead head, boolean whole, String file, DeclaredFormat declared)
      throws RejectedFileException {
    if (!declared.columns().isEmpty() || ColumnNames.looksLikePairs(head.first())) {
      return FormatKind.LONG_CSV;
    }
    int fields = head.first().size();
    if (head.startsWithNumbers() && head.count() <= fields) {
      return FormatKind.SQUARE_CSV;
    }
    var shown = String.join(String.valueOf(head.delimiter()), head.first());
    throw rejected(
        "ambiguous_format",
        file,
        head.line(),
        head.startsWithNumbers()
            ? "expected a header with names, or a matrix with as many lines as values in a line; the"
                + " first line has %,d numbers and %s%,d lines follow"
                    .formatted(fields, whole ? "" : "more than ", head.count() - 1)
            : "expected a header with known names or numbers, the first line is '%s'"
                .formatted(shown.length() > 200 ? shown.substring(0, 200) + "..." : shown),
        "declare format = long_csv with columns { origin = ..., destination = ..., minutes = ... }"
            + " and a header in the file, or format = square_csv with a zone_list");
  }

  private static boolean starts(byte[] head, byte[] magic, int at) {
    return head.length >= at + magic.length
        && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
  }

  private static boolean contains(byte[] head, byte wanted) {
    for (byte b : head) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }

  /** A line that is cut off is no line, unless there is no other. */
  private static int lastLineEnd(byte[] head, int from) {
    for (int i = head.length - 1; i > from; i--) {
      if (head[i] == '\n') {
        return i;
      }
    }
    return head.length;
  }

  private static RejectedFileException rejected(
      String rule, String file, long line, String message, String advice) {
    return new RejectedFileException(rule, Inspector.TABLE, file, line, message, advice);
  }
}
