package nl.peil.source.travel;

import java.io.IOException;
import java.io.InputStream;
import nl.peil.quality.RejectedFileException;
import org.apache.hadoop.conf.Configuration;

/** Opens a file or a part of it as its format asks: the one place that knows every format. */
final class Cursors {

  private Cursors() {}

  /**
   * The pairs of the whole of a text file.
   *
   * @param first stands at the first line that is not empty
   * @param file the file, for messages
   * @throws RejectedFileException when that line is not what the format asks
   */
  static TextCursor ofContent(RowScanner first, TextFormat format, ZoneCodes codes, String file)
      throws RejectedFileException {
    if (format instanceof LongCsv csv) {
      return new LongCsvCursor(first, csv, Columns.locate(first, csv, file), codes);
    }
    throw unknown(format);
  }

  /** The pairs of a part, in the file where it lies. */
  static PairCursor ofPart(TravelPart part, Configuration hadoop, ZoneCodes codes)
      throws IOException {
    return ofPart(part, PartStream.open(part, hadoop), codes);
  }

  /**
   * The pairs of a part of a text file.
   *
   * @param content stands at the first byte of the part, unpacked; closed with the cursor
   */
  static PairCursor ofPart(TravelPart part, InputStream content, ZoneCodes codes) {
    var split = part.split();
    if (part.format() instanceof LongCsv csv && part.layout() instanceof Columns columns) {
      return new LongCsvCursor(
          new RowScanner(content, csv.delimiter(), split.start(), split.firstLine() - 1),
          csv,
          columns,
          codes);
    }
    throw unknown(part.format());
  }

  private static IllegalStateException unknown(TravelFormat format) {
    return new IllegalStateException("no reader for " + format.kind() + " as it was inspected");
  }
}
