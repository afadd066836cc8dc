package nl.peil.source.travel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;

/**
 * The first of the two passes over a travel-time file: checks every row and changes nothing, so
 * that a bad file is known before anything stored is replaced. Streams; the memory it takes is one
 * bit per pair of zones (see {@link PairSet}), 8 bytes per duplicate row, and the rows set aside
 * that {@link Intake} keeps.
 */
public final class Inspector {

  /** The table that travel times are meant for. */
  public static final String TABLE = "travel_times";

  private final String file;
  private final ZoneCodes codes;
  private final Intake intake;
  private final Advice advice;

  private long[] duplicateLines = new long[16];
  private int duplicates;
  private boolean sorted = true;
  private long unreadableKm;
  private long firstUnreadableKm;

  private Inspector(String file, TravelFormat format, ZoneCodes codes) {
    this.file = file;
    this.codes = codes;
    this.intake = new Intake(TABLE, file);
    this.advice = new Advice(format, codes);
  }

  /**
   * Checks a file from its first to its last byte. Whether the share of bad rows is acceptable is
   * asked afterwards, with {@link Inspection#close}.
   *
   * @param raw bytes as stored, plain or gzip (told by the first bytes, not by the name); closed
   *     afterwards
   * @param fileName name for messages, relative to the delivery
   * @param format how the file is written
   * @param codes the zones of the delivery
   * @param targetSplitBytes size of the parts to be loaded in parallel, bytes; parts are at least
   *     this large, but for the last
   * @throws RejectedFileException with rule {@code empty_file}, {@code missing_column}, {@code
   *     ambiguous_column}, {@code broken_gzip} or {@code line_too_long}
   * @throws IOException when the bytes cannot be read
   * @throws IllegalArgumentException when targetSplitBytes is not positive
   */
  public static Inspection inspect(
      InputStream raw, String fileName, TextFormat format, ZoneCodes codes, long targetSplitBytes)
      throws IOException, RejectedFileException {
    return inspect(raw, fileName, format, codes, targetSplitBytes, true, StoredBytes::digest);
  }

  /** Tells the digest of a file once all of it was read. */
  private interface DigestOf {
    String sha256(StoredBytes stored) throws IOException;
  }

  private static Inspection inspect(
      InputStream raw,
      String fileName,
      TextFormat format,
      ZoneCodes codes,
      long targetSplitBytes,
      boolean digested,
      DigestOf digest)
      throws IOException, RejectedFileException {
    checkTarget(targetSplitBytes);
    var inspector = new Inspector(fileName, format, codes);
    try (raw) {
      return inspector.inspect(new StoredBytes(raw, digested), format, targetSplitBytes, digest);
    } catch (LineTooLongException e) {
      throw new RejectedFileException(
          "line_too_long",
          TABLE,
          fileName,
          e.line(),
          "expected lines of at most %,d bytes".formatted(e.maxLine()),
          "check that this is CSV with a line end after every row");
    }
  }

  /**
   * Checks a file of any format.
   *
   * @param file the file; a binary one is read twice, for its digest and for its pairs
   * @param format how it is written
   * @param codes the zones of the delivery
   * @param targetSplitBytes as above
   * @throws RejectedFileException as above, or with rule {@code wrong_matrix_size}, {@code
   *     zone_listed_twice}, {@code broken_parquet} or {@code wrong_type}
   * @throws IOException when the bytes cannot be read
   * @throws IllegalArgumentException when targetSplitBytes is not positive
   */
  public static Inspection inspect(
      TravelFile file, TravelFormat format, ZoneCodes codes, long targetSplitBytes)
      throws IOException, RejectedFileException {
    return inspect(file, format, codes, targetSplitBytes, new FileDigests());
  }

  /**
   * Checks a file that may hold several matrices.
   *
   * @param digests digests of the files that were inspected before
   * @throws RejectedFileException as above, or as an OMX file is rejected
   */
  public static Inspection inspect(
      TravelFile file,
      TravelFormat format,
      ZoneCodes codes,
      long targetSplitBytes,
      FileDigests digests)
      throws IOException, RejectedFileException {
    if (format instanceof TextFormat text) {
      boolean known = digests.known(file).isPresent();
      return inspect(
          file.open(),
          file.name(),
          text,
          codes,
          targetSplitBytes,
          !known,
          // Asked afterwards, so that a file that changes while it is read has another one.
          stored -> known ? digests.of(file).sha256() : stored.digest());
    }
    checkTarget(targetSplitBytes);
    return new Inspector(file.name(), format, codes)
        .inspectBinary(file, format, targetSplitBytes, digests.of(file));
  }

  private static void checkTarget(long targetSplitBytes) {
    if (targetSplitBytes <= 0) {
      throw new IllegalArgumentException("expected splits above 0 bytes, got " + targetSplitBytes);
    }
  }

  private Inspection inspectBinary(
      TravelFile source, TravelFormat format, long targetSplitBytes, FileDigests.Digest digest)
      throws IOException, RejectedFileException {
    if (digest.bytes() == 0) {
      throw empty("the file is empty", 0);
    }
    try (var cursor = Cursors.ofFile(source, format, codes)) {
      var splits = new SplitPlanner(targetSplitBytes, cursor.firstPlace(), cursor.firstLine());
      readRows(cursor, splits);
      return result(cursor, splits, digest, false);
    }
  }

  private Inspection inspect(
      StoredBytes stored, TextFormat text, long targetSplitBytes, DigestOf digest)
      throws IOException, RejectedFileException {
    if (stored.empty()) {
      throw empty("the file is empty", 0);
    }
    try {
      return inspect(stored, stored.content(), text, targetSplitBytes, digest);
    } catch (EOFException | ZipException e) {
      if (!stored.gzip()) {
        throw e;
      }
      throw new RejectedFileException(
          "broken_gzip",
          TABLE,
          file,
          0,
          "expected a whole gzip file; after %,d bytes as stored: %s"
              .formatted(stored.size(), e.getMessage()),
          "transfer the file again; what can be read of it is not used");
    }
  }

  private Inspection inspect(
      StoredBytes stored,
      InputStream content,
      TextFormat text,
      long targetSplitBytes,
      DigestOf digest)
      throws IOException, RejectedFileException {
    var row = Cursors.scanner(content, text, 0, 0);
    boolean byteOrderMark = row.skipByteOrderMark();
    if (!row.next()) {
      throw empty("there is no header", 0);
    }
    var cursor = Cursors.ofContent(row, text, codes, file);
    cursor.byteOrderMark(byteOrderMark);
    var splits =
        new SplitPlanner(
            stored.gzip() ? Long.MAX_VALUE : targetSplitBytes,
            cursor.firstPlace(),
            cursor.firstLine());
    readRows(cursor, splits);
    stored.finish();
    var whole = new FileDigests.Digest(digest.sha256(stored), stored.size());
    return result(cursor, splits, whole, stored.gzip());
  }

  private Inspection result(
      PairCursor cursor, SplitPlanner splits, FileDigests.Digest digest, boolean gzip)
      throws RejectedFileException {
    if (intake.rowsRead() == 0) {
      throw empty(
          cursor instanceof TextCursor ? "there is a header and no row" : "there is no row",
          cursor.line());
    }
    cursor.warn(intake);
    if (unreadableKm > 0) {
      warnOfKm(cursor.kmColumn());
    }
    advice.give(intake);
    return new Inspection(
        intake,
        digest.sha256(),
        digest.bytes(),
        gzip,
        cursor.line(),
        sorted,
        Arrays.copyOf(duplicateLines, duplicates),
        splits.splits(sorted, cursor.place(), intake.rowsLoaded()),
        cursor.layout());
  }

  private void readRows(PairCursor row, SplitPlanner splits)
      throws IOException, RejectedFileException {
    var pairs = new PairSet(codes.size());
    long loaded = 0;
    long unreachable = 0;
    int lastOrigin = -1;
    int lastDestination = -1;
    while (row.next()) {
      var verdict = row.verdict;
      if (verdict.kept() && !pairs.add(row.origin, row.destination)) {
        verdict = Verdict.DUPLICATE_PAIR;
        addDuplicate(row.line());
      }
      boolean newOrigin = false;
      if (verdict == Verdict.GOOD) {
        int origin = row.origin;
        newOrigin = origin != lastOrigin;
        sorted &=
            origin > lastOrigin || (origin == lastOrigin && row.destination > lastDestination);
        lastOrigin = origin;
        lastDestination = row.destination;
        if (row.kmUnreadable && unreadableKm++ == 0) {
          firstUnreadableKm = row.line();
        }
      }
      splits.row(row.place(), row.line(), loaded, newOrigin);
      if (verdict == Verdict.GOOD) {
        loaded++;
      } else if (verdict == Verdict.UNREACHABLE) {
        unreachable++;
      } else {
        advice.look(verdict, row);
        intake.quarantine(row.line(), verdict.rule(), row::raw);
      }
    }
    intake.loaded(loaded);
    intake.unreachable(unreachable);
  }

  private void addDuplicate(long line) {
    if (duplicates == duplicateLines.length) {
      duplicateLines = Arrays.copyOf(duplicateLines, 2 * duplicates);
    }
    duplicateLines[duplicates++] = line;
  }

  private void warnOfKm(String column) {
    intake.warn(
        "bad_km",
        firstUnreadableKm,
        unreadableKm,
        "expected a distance of 0 km or more in column '%s'; %,d rows have other text, their"
                .formatted(column, unreadableKm)
            + " minutes are loaded without a distance",
        "correct the column, or leave it out of the description");
  }

  private RejectedFileException empty(String what, long line) {
    return new RejectedFileException(
        "empty_file",
        TABLE,
        file,
        line,
        "expected a header and rows, " + what,
        "ask for the file again, or take it out of the delivery");
  }
}
