package nl.peil.jobs.matrix;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import nl.peil.source.omx.OmxWriter;
import nl.peil.source.travel.Pairs;
import nl.peil.source.travel.write.LongCsvWriter;
import nl.peil.source.travel.write.PairWriter;
import nl.peil.source.travel.write.ParquetPairsWriter;
import nl.peil.source.travel.write.SquareCsvWriter;

/**
 * Writes matrices to a file, which appears when it is whole: until then a file of that name stays
 * as it is.
 */
final class MatrixFileWriter {

  /** Name of the mapping in an OMX file. */
  static final String MAPPING = "zone";

  private MatrixFileWriter() {}

  /** Opens the pairs of a matrix. */
  interface Source {
    Pairs open() throws IOException;
  }

  /**
   * Writes pairs, one after another.
   *
   * @param zones codes by zone number
   * @return pairs written
   */
  static long pairs(ConvertRequest request, List<String> zones, Source source, boolean withKm)
      throws IOException {
    var out = request.out();
    var part = part(out);
    var list = request.zoneList();
    boolean square = request.format() == OutFormat.SQUARE_CSV;
    try {
      long written = 0;
      try (var pairs = source.open();
          var writer = writer(request, part, zones, withKm)) {
        for (; pairs.next(); written++) {
          writer.write(
              zones.get(pairs.origin()),
              zones.get(pairs.destination()),
              pairs.minutes(),
              pairs.km());
        }
      }
      if (square) {
        SquareCsvWriter.writeZones(Files.newOutputStream(part(list)), zones);
        Files.move(part(list), list, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } finally {
      Files.deleteIfExists(part);
      if (square) {
        Files.deleteIfExists(part(list));
      }
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static PairWriter writer(
      ConvertRequest request, Path part, List<String> zones, boolean withKm) throws IOException {
    var name = request.out().toString();
    return switch (request.format()) {
      case LONG_CSV -> new LongCsvWriter(stream(part), name, withKm);
      // A blank cannot be taken for a time, whatever is declared when it is read
      case SQUARE_CSV -> new SquareCsvWriter(stream(part), name, zones, "");
      case PARQUET -> ParquetPairsWriter.create(part, withKm);
      case OMX -> throw new IllegalStateException("OMX is written by row");
    };
  }

  private static OutputStream stream(Path part) throws IOException {
    return Files.newOutputStream(part);
  }

  /**
   * Writes an OMX file.
   *
   * @param zones codes by zone number, which is the row
   * @param sources pairs by name of the matrix, in the order of the zones
   * @return pairs written
   */
  static long omx(Path out, List<String> zones, Map<String, Source> sources) throws IOException {
    long written = 0;
    try (var writer = OmxWriter.create(out, zones.size())) {
      writer.mapping(MAPPING, zones);
      for (var source : sources.entrySet()) {
        try (var pairs = source.getValue().open()) {
          var rows = new RowsOfPairs(pairs);
          writer.matrix(source.getKey(), rows::fill);
          written += rows.pairs();
        }
      }
      writer.finish();
    }
    return written;
  }

  /** Fills rows from pairs that come in the order of the rows. */
  private static final class RowsOfPairs {
    private final Pairs pairs;
    private boolean waiting;
    private long count;

    private RowsOfPairs(Pairs pairs) throws IOException {
      this.pairs = pairs;
      this.waiting = pairs.next();
    }

    private void fill(int row, float[] cells) throws IOException {
      while (waiting && pairs.origin() == row) {
        cells[pairs.destination()] = pairs.minutes();
        count++;
        waiting = pairs.next();
      }
    }

    private long pairs() {
      if (waiting) {
        throw new IllegalStateException("the pairs did not come in the order of the zones");
      }
      return count;
    }
  }
}
