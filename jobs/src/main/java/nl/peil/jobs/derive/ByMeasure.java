package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.peil.run.Batches;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Gathers rows that are about a measure in a zone into arrays per measure: so few things have to
 * travel to the task that wants a measure of all zones.
 */
final class ByMeasure extends Batches<ByMeasure.Piece> {

  /** Numbers held at most: 16 MB. */
  private static final int MOST_HELD = 1 << 21;

  private static final List<String> OF_MEASURE = List.of("measure", "service", "unit");

  private final Iterator<InternalRow> rows;
  private final TableSpec table;
  private final int zone;
  private final int numbers;

  /**
   * Some of the zones of a measure.
   *
   * @param key the measure
   * @param zones the zones
   */
  record Piece(MeasureKey key, ZoneColumns zones) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private record Open(Object[] key, ZoneColumns.Builder zones) {

    boolean matches(InternalRow row) {
      for (int i = 0; i < key.length; i++) {
        if (key[i] instanceof UTF8String text
            ? !text.equals(row.getUTF8String(i))
            : (Integer) key[i] != row.getInt(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private ByMeasure(Iterator<InternalRow> rows, TableSpec table, int numbers) {
    this.rows = rows;
    this.table = table;
    this.zone = OF_MEASURE.size() + table.sliceBy().size();
    this.numbers = numbers;
  }

  /**
   * The rows of a table with slices, service, measure, unit and zone.
   *
   * @param rows its rows
   * @param numbers the columns that are wanted, all of numbers
   */
  static JavaRDD<Piece> gather(Dataset<Row> rows, TableSpec table, List<String> numbers) {
    int wanted = numbers.size();
    var columns =
        Stream.of(OF_MEASURE, table.sliceBy(), List.of("zone"), numbers)
            .flatMap(List::stream)
            .map(functions::col)
            .toArray(Column[]::new);
    return rows.select(columns)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(part -> new ByMeasure(part, table, wanted));
  }

  @Override
  protected boolean make(Consumer<Piece> ready) {
    if (!rows.hasNext()) {
      return false;
    }
    List<Open> measures = new ArrayList<>();
    int at = 0;
    for (int held = 0; held < MOST_HELD && rows.hasNext(); held += numbers) {
      var row = rows.next();
      at = find(measures, at, row);
      var zones = measures.get(at).zones();
      zones.add(row.getInt(zone));
      for (int i = 0; i < numbers; i++) {
        int column = zone + 1 + i;
        zones.set(i, row.isNullAt(column) ? Double.NaN : row.getDouble(column));
      }
    }
    measures.forEach(
        measure -> ready.accept(new Piece(key(measure.key()), measure.zones().build())));
    return true;
  }

  /** The measure of a row: mostly that of the row before. */
  private int find(List<Open> measures, int guess, InternalRow row) {
    for (int i = 0; i < measures.size(); i++) {
      int at = (guess + i) % measures.size();
      if (measures.get(at).matches(row)) {
        return at;
      }
    }
    var key = new Object[zone];
    for (int i = 0; i < zone; i++) {
      key[i] = isNumber(i) ? (Object) row.getInt(i) : row.getUTF8String(i).copy();
    }
    measures.add(new Open(key, new ZoneColumns.Builder(numbers)));
    return measures.size() - 1;
  }

  private boolean isNumber(int column) {
    return column >= OF_MEASURE.size()
        && table
            .column(table.sliceBy().get(column - OF_MEASURE.size()))
            .type()
            .equals(DataTypes.IntegerType);
  }

  private MeasureKey key(Object[] values) {
    var slice = new LinkedHashMap<String, String>();
    for (int i = 0; i < table.sliceBy().size(); i++) {
      slice.put(table.sliceBy().get(i), values[OF_MEASURE.size() + i].toString());
    }
    return new MeasureKey(
        new Slice(slice), values[1].toString(), values[0].toString(), values[2].toString());
  }
}
