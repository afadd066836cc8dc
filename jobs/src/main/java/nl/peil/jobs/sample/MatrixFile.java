package nl.peil.jobs.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.peil.model.Mode;

/** Writes one matrix of travel times: sorted, minutes with one decimal, compressed. */
final class MatrixFile {

  /** Longest line: two codes of five digits, separators, 9999.9 and the end. */
  private static final int LONGEST_LINE = 24;

  /** Above this many zones speed is worth more than the last bytes. */
  private static final int COMPRESS_WELL = 1000;

  private final byte[][] codes;
  private final char delimiter;
  private final char decimal;
  private final byte[] buffer;
  private int length;

  private MatrixFile(List<Zone> zones, char delimiter, char decimal) {
    this.codes = new byte[zones.size()][];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = zones.get(i).code().getBytes(StandardCharsets.US_ASCII);
    }
    this.delimiter = delimiter;
    this.decimal = decimal;
    this.buffer = new byte[codes.length * LONGEST_LINE];
  }

  /**
   * Writes a matrix.
   *
   * @param reader told of every row after it was written
   */
  static void write(
      DeliveryFolder folder,
      Region region,
      TravelModel model,
      TravelScenario of,
      Mode mode,
      RowReader reader)
      throws IOException {
    boolean comma = mode == Mode.OV_LOPEN;
    var path = "reistijden/" + of.scenario() + "/" + of.year() + "/" + mode.key() + "_spits.csv.gz";
    var note =
        FileNote.csv(path, "reistijden", of.scenario(), of.year(), note(mode, model.zones()))
            .peak(mode.key());
    var zones = region.zones().zones();
    var matrix = new MatrixFile(zones, comma ? ';' : ',', comma ? ',' : '.');
    int level = zones.size() > COMPRESS_WELL ? 2 : 9;
    try (var file = folder.open(comma ? note.written("UTF-8", ";") : note, level)) {
      file.text(String.join(comma ? ";" : ",", "herkomst", "bestemming", "reistijd"));
      var tenths = new int[zones.size()];
      for (int origin = 0; origin < tenths.length; origin++) {
        model.row(mode, origin, tenths);
        int rows = matrix.format(origin, tenths);
        file.rows(matrix.buffer, matrix.length, rows);
        reader.row(mode, origin, tenths);
      }
    }
  }

  private static String note(Mode mode, int zones) {
    var note =
        "modelled minutes; beyond "
            + (int) TravelModel.reach(mode, zones)
            + " minutes a pair is "
            + (mode == Mode.FIETS ? "9999" : "absent");
    return switch (mode) {
      case OV_LOPEN -> note + "; decimal comma";
      case FIETS ->
          zones > TravelModel.LARGE ? note + " near the reach, and absent farther away" : note;
      case AUTO, OV_FIETS, LOPEN -> note;
    };
  }

  private int format(int origin, int[] tenths) {
    length = 0;
    int rows = 0;
    for (int d = 0; d < tenths.length; d++) {
      int time = tenths[d];
      if (time == TravelModel.ABSENT) {
        continue;
      }
      append(codes[origin]);
      buffer[length++] = (byte) delimiter;
      append(codes[d]);
      buffer[length++] = (byte) delimiter;
      number(time / 10);
      if (time != TravelModel.SENTINEL) {
        buffer[length++] = (byte) decimal;
        buffer[length++] = (byte) ('0' + time % 10);
      }
      buffer[length++] = '\n';
      rows++;
    }
    return rows;
  }

  private void append(byte[] text) {
    for (byte b : text) {
      buffer[length++] = b;
    }
  }

  private void number(int value) {
    if (value >= 10) {
      number(value / 10);
    }
    buffer[length++] = (byte) ('0' + value % 10);
  }

  /** Reads the rows of a matrix while it is written. */
  @FunctionalInterface
  interface RowReader {
    /**
     * Takes a row.
     *
     * @param tenths as {@link TravelModel#row} fills it; only valid during the call
     */
    void row(Mode mode, int origin, int[] tenths);
  }
}
