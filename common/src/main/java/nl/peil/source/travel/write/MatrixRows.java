package nl.peil.source.travel.write;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sends the rows of a matrix in Spark to a writer, in order and without gathering them. */
public final class MatrixRows {

  private MatrixRows() {}

  /**
   * Writes all rows, ordered by number of origin and destination. The writer is not closed.
   *
   * @param rows columns origin and destination (zone numbers), minutes, and optionally km
   * @param codeByZone code by zone number; for a square matrix the zone list of the writer stands
   *     in the order of these numbers
   * @param writer where they go
   * @return rows written
   * @throws IllegalArgumentException when a zone has no code, or the writer refuses a pair
   */
  public static long write(Dataset<Row> rows, Map<Integer, String> codeByZone, PairWriter writer)
      throws IOException {
    boolean withKm = Arrays.asList(rows.columns()).contains("km");
    var selected =
        withKm
            ? rows.selectExpr("origin", "destination", "float(minutes)", "float(km)")
            : rows.selectExpr("origin", "destination", "float(minutes)");
    var iterator = selected.orderBy("origin", "destination").toLocalIterator();
    long written = 0;
    while (iterator.hasNext()) {
      var row = iterator.next();
      writer.write(
          code(codeByZone, row.getInt(0)),
          code(codeByZone, row.getInt(1)),
          row.getFloat(2),
          withKm && !row.isNullAt(3) ? row.getFloat(3) : Float.NaN);
      written++;
    }
    return written;
  }

  private static String code(Map<Integer, String> codeByZone, int zone) {
    var code = codeByZone.get(zone);
    if (code == null) {
      throw new IllegalArgumentException("zone number " + zone + " has no code");
    }
    return code;
  }
}
