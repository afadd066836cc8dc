package nl.peil.source.travel;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.omx.OmxCells;
import nl.peil.source.omx.OmxFile;

/**
 * The cells of a matrix in an OMX file, row after row; the line of a pair is the row of its cell,
 * from 1. One block of rows is in memory.
 */
final class OmxCursor extends PairCursor {

  private final OmxFile file;
  private final OmxCells cells;
  private final TimeJudge times;
  private final String[] codes;
  private final int[] positions;
  private final int rowsPerBlock;
  private final int firstRow;
  private final boolean stated;
  private final float noValue;

  private OmxCursor(
      OmxFile file,
      OmxMatrix format,
      String[] codes,
      int[] positions,
      OptionalDouble noValue,
      int firstRow,
      int endRow)
      throws RejectedFileException {
    this.file = file;
    this.cells = file.cells(format.matrix(), firstRow, endRow);
    this.times = new TimeJudge(format.rules());
    this.codes = codes;
    this.positions = positions;
    this.rowsPerBlock = file.rowsPerBlock(format.matrix());
    this.firstRow = firstRow;
    this.stated = noValue.isPresent();
    this.noValue = (float) noValue.orElse(Double.NaN);
  }

  /**
   * Opens a file.
   *
   * @param firstLine first row of the part, from 1
   * @param endLine first row after it; more than there are for the rest
   * @throws RejectedFileException as {@link OmxFile} has it, or with rule {@code wrong_matrix_size}
   *     when the zone list is not that of the matrices, or {@code zone_listed_twice}
   */
  static OmxCursor open(
      TravelFile source, OmxMatrix format, ZoneCodes zones, long firstLine, long endLine)
      throws IOException, RejectedFileException {
    var file = OmxFile.open(source.uri(), source.name(), source.hadoop());
    try {
      var order = order(file, format, source.name());
      return new OmxCursor(
          file,
          format,
          order.codes(),
          order.positions(zones, source.name()),
          file.noValue(format.matrix()),
          (int) Math.min(firstLine - 1, file.zones()),
          (int) Math.min(endLine - 1, file.zones()));
    } catch (RejectedFileException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static ZoneOrder order(OmxFile file, OmxMatrix format, String name)
      throws RejectedFileException {
    var zones = format.zones();
    if (zones == null) {
      var mapping = format.mapping();
      return ZoneOrder.of(
          "mapping '%s'".formatted(mapping == null ? file.mappings() : mapping),
          file.mapping(mapping));
    }
    if (zones.size() != file.zones()) {
      throw new RejectedFileException(
          "wrong_matrix_size",
          Inspector.TABLE,
          name,
          0,
          "expected %,d rows and columns, one for each zone of %s, the matrices have %,d"
              .formatted(zones.size(), zones.source(), file.zones()),
          "give the zone list that belongs to this file, or leave it out and use one of its"
              + " mappings: "
              + file.mappings());
    }
    return zones;
  }

  /** The zones of the rows of a matrix that brings them itself. */
  static List<String> zones(TravelFile source, OmxMatrix format)
      throws IOException, RejectedFileException {
    try (var file = OmxFile.open(source.uri(), source.name(), source.hadoop())) {
      return List.of(order(file, format, source.name()).codes());
    }
  }

  @Override
  long firstPlace() {
    return place(firstRow);
  }

  @Override
  long firstLine() {
    return firstRow + 1L;
  }

  @Override
  boolean next() throws RejectedFileException {
    if (!cells.next()) {
      return false;
    }
    verdict = judge();
    return true;
  }

  private Verdict judge() {
    double value = cells.value();
    // Adding 0 makes 0 of -0. A number that is too large for 32 bits is long, and not missing.
    minutes = (float) value + 0f;
    var judged =
        Double.isNaN(value) || Double.isInfinite(value) || (stated && minutes == noValue)
            ? times.ofMissing()
            : times.ofNumber(minutes);
    origin = positions[cells.row()];
    destination = positions[cells.column()];
    return judged.kept() && (origin < 0 || destination < 0) ? Verdict.UNKNOWN_ZONE : judged;
  }

  @Override
  long line() {
    return cells.row() + 1L;
  }

  @Override
  long place() {
    return place(cells.row() / rowsPerBlock * rowsPerBlock);
  }

  /** As the cells lie in memory: what they take in the file is known per chunk, and differs. */
  private long place(int row) {
    return (long) row * positions.length * Double.BYTES;
  }

  @Override
  String raw() {
    return "origin %s, destination %s (row %,d, column %,d): %s"
        .formatted(
            codes[cells.row()],
            codes[cells.column()],
            cells.row() + 1,
            cells.column() + 1,
            cells.value());
  }

  @Override
  String code(boolean ofOrigin) {
    return codes[ofOrigin ? cells.row() : cells.column()];
  }

  @Override
  void warn(Intake intake) {
    if (!file.note().isEmpty()) {
      intake.info("copied_to_read", 0, file.note());
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
