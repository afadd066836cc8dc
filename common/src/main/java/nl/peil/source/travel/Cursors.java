package nl.peil.source.travel;

import java.io.IOException;
import java.io.InputStream;
import nl.peil.quality.RejectedFileException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Opens a file or a part of it as its format asks: the one place that knows every format. */
final class Cursors {

  private Cursors() {}

  /** Cuts the content of a text file, from a place on, into lines. */
  static RowScanner scanner(InputStream content, TextFormat format, long offset, long linesBefore) {
    int maxLine = format instanceof SquareCsv ? SquareCursor.MAX_LINE : RowScanner.MAX_LINE;
    return new RowScanner(content, format.delimiter(), offset, linesBefore, maxLine);
  }

  /**
   * The pairs of the whole of a text file.
   *
   * @param first stands at the first line that is not empty
   * @param file the file, for messages
   * @throws RejectedFileException when that line is not what the format asks
   */
  static TextCursor ofContent(RowScanner first, TextFormat format, ZoneCodes codes, String file)
      throws IOException, RejectedFileException {
    if (format instanceof LongCsv csv) {
      return new LongCsvCursor(first, csv, Columns.locate(first, csv, file), codes);
    }
    if (format instanceof SquareCsv square) {
      return SquareCursor.whole(first, square, codes, file);
    }
    throw unknown(format);
  }

  /** The pairs of the whole of a file, which is not inspected. */
  static PairCursor whole(TravelFile file, TravelFormat format, ZoneCodes codes)
      throws IOException, RejectedFileException {
    if (!(format instanceof TextFormat text)) {
      return ofFile(file, format, codes);
    }
    var raw = file.open();
    try {
      var row = scanner(new StoredBytes(raw).content(), text, 0, 0);
      row.skipByteOrderMark();
      if (!row.next()) {
        throw new RejectedFileException(
            "empty_file",
            Inspector.TABLE,
            file.name(),
            0,
            "expected a header and rows, there is no line",
            "ask for the file again");
      }
      return ofContent(row, text, codes, file.name());
    } catch (IOException | RejectedFileException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** The pairs of the whole of a binary file. */
  static PairCursor ofFile(TravelFile file, TravelFormat format, ZoneCodes codes)
      throws IOException, RejectedFileException {
    if (format instanceof ParquetPairs pairs) {
      return ParquetCursor.open(
          file.path(), file.name(), file.hadoop(), pairs, codes, 1, Long.MAX_VALUE);
    }
    if (format instanceof OmxMatrix matrix) {
      return OmxCursor.open(file, matrix, codes, 1, Long.MAX_VALUE);
    }
    throw unknown(format);
  }

  /** The pairs of a part, in the file where it lies. */
  static PairCursor ofPart(TravelPart part, Configuration hadoop, ZoneCodes codes)
      throws IOException {
    if (part.format() instanceof TextFormat) {
      return ofPart(part, PartStream.open(part, hadoop), codes);
    }
    var path = new Path(part.uri());
    part.checkSize(path.getFileSystem(hadoop).getFileStatus(path).getLen());
    try {
      if (part.format() instanceof ParquetPairs pairs) {
        return ParquetCursor.open(
            path, part.uri(), hadoop, pairs, codes, part.split().firstLine(), part.endLine());
      }
      if (part.format() instanceof OmxMatrix matrix) {
        return OmxCursor.open(
            new TravelFile(part.uri(), part.uri(), hadoop),
            matrix,
            codes,
            part.split().firstLine(),
            part.endLine());
      }
    } catch (RejectedFileException e) {
      throw part.changed(e);
    }
    throw unknown(part.format());
  }

  /**
   * The pairs of a part of a text file.
   *
   * @param content stands at the first byte of the part, unpacked; closed with the cursor
   */
  static PairCursor ofPart(TravelPart part, InputStream content, ZoneCodes codes)
      throws IOException {
    var split = part.split();
    if (part.format() instanceof LongCsv csv && part.layout() instanceof Columns columns) {
      return new LongCsvCursor(
          scanner(content, csv, split.start(), split.firstLine() - 1), csv, columns, codes);
    }
    if (part.format() instanceof SquareCsv square && part.layout() instanceof MatrixStart start) {
      try {
        return SquareCursor.part(
            scanner(content, square, split.start(), split.firstLine() - 1),
            square,
            codes,
            part.uri(),
            start);
      } catch (RejectedFileException e) {
        throw part.changed(e);
      }
    }
    throw unknown(part.format());
  }

  private static IllegalStateException unknown(TravelFormat format) {
    return new IllegalStateException("no reader for " + format.kind() + " as it was inspected");
  }
}
