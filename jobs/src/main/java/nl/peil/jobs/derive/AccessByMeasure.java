package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Gathers rows of accessibility into arrays per measure: so few things have to travel to the task
 * that wants a measure of all zones. Their columns are those of {@link MeasureKey}, zone, value and
 * population.
 */
final class AccessByMeasure implements Iterator<AccessByMeasure.Piece> {

  /** Rows held at most: 20 MB. */
  private static final int MOST_HELD = 1 << 20;

  private static final int ZONE = MeasureKey.COLUMNS.size();
  private static final int VALUE = ZONE + 1;
  private static final int POPULATION = ZONE + 2;

  private final Iterator<InternalRow> rows;
  private final ArrayDeque<Piece> ready = new ArrayDeque<>();

  /**
   * Some of the zones of a measure.
   *
   * @param key the measure
   * @param zones the zones
   */
  record Piece(MeasureKey key, ZoneRows zones) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private record Open(MeasureKey key, UTF8String[] texts, ZoneRows.Builder zones) {}

  /** Over such rows, in any order. */
  AccessByMeasure(Iterator<InternalRow> rows) {
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && rows.hasNext()) {
      gather();
    }
    return !ready.isEmpty();
  }

  @Override
  public Piece next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void gather() {
    List<Open> measures = new ArrayList<>();
    int at = 0;
    for (int held = 0; held < MOST_HELD && rows.hasNext(); held++) {
      var row = rows.next();
      at = find(measures, at, row);
      measures
          .get(at)
          .zones()
          .add(
              row.getInt(ZONE),
              row.isNullAt(VALUE) ? Double.NaN : row.getDouble(VALUE),
              row.getDouble(POPULATION));
    }
    measures.forEach(measure -> ready.add(new Piece(measure.key(), measure.zones().build())));
  }

  /** The measure of a row: mostly that of the row before. */
  private static int find(List<Open> measures, int guess, InternalRow row) {
    for (int i = 0; i < measures.size(); i++) {
      int at = (guess + i) % measures.size();
      if (measures.get(at).key().matches(measures.get(at).texts(), row)) {
        return at;
      }
    }
    measures.add(new Open(MeasureKey.of(row), MeasureKey.texts(row), new ZoneRows.Builder()));
    return measures.size() - 1;
  }
}
