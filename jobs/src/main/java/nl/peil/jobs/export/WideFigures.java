package nl.peil.jobs.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.jobs.words.Words;
import nl.peil.model.Mode;
import nl.peil.source.write.Field;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Figures per place side by side: a column per service, mode and period and figure. Places x
 * columns numbers are in memory.
 */
final class WideFigures {

  /**
   * A figure.
   *
   * @param name end of the names of its columns
   * @param label end of their labels
   * @param flag it is true (1) or false (0)
   * @param meaning what it says
   */
  record Figure(String name, String label, boolean flag, String meaning) {}

  /** What a column is about. */
  private record Key(int order, String service, String mode, String period, Figure figure)
      implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byService = service.compareTo(other.service);
      int byMode =
          byService != 0
              ? byService
              : Integer.compare(Mode.keys().indexOf(mode), Mode.keys().indexOf(other.mode));
      int byPeriod = byMode != 0 ? byMode : period.compareTo(other.period);
      return byPeriod != 0 ? byPeriod : Integer.compare(order, other.order);
    }
  }

  /**
   * Rows to take figures from.
   *
   * @param rows columns place, service, mode, period and a column per figure, in order
   * @param figures the figures
   */
  record Source(Dataset<Row> rows, List<Figure> figures) {}

  private static final int FIRST = 4;

  private final Words words;
  private final TreeMap<Key, Integer> columns = new TreeMap<>();
  private final Map<String, double[]> places = new HashMap<>();

  /** Takes the figures from the sources, in whose order they stand. */
  WideFigures(Words words, List<Source> sources) {
    this.words = words;
    for (int i = 0; i < sources.size(); i++) {
      var source = sources.get(i);
      for (var row : source.rows().select("service", "mode", "period").distinct().collectAsList()) {
        for (int f = 0; f < source.figures().size(); f++) {
          columns.put(
              new Key(
                  100 * i + f,
                  row.getString(0),
                  row.getString(1),
                  row.getString(2),
                  source.figures().get(f)),
              0);
        }
      }
    }
    int place = 0;
    for (var column : columns.entrySet()) {
      column.setValue(place++);
    }
    for (int i = 0; i < sources.size(); i++) {
      take(100 * i, sources.get(i));
    }
  }

  private void take(int order, Source source) {
    for (var rows = source.rows().toLocalIterator(); rows.hasNext(); ) {
      var row = rows.next();
      var numbers =
          places.computeIfAbsent(
              row.get(0).toString(),
              name -> {
                var none = new double[columns.size()];
                Arrays.fill(none, Double.NaN);
                return none;
              });
      for (int f = 0; f < source.figures().size(); f++) {
        var value = row.get(FIRST + f);
        if (value != null) {
          var key =
              new Key(
                  order + f,
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  source.figures().get(f));
          Integer column = columns.get(key);
          if (column != null) {
            numbers[column] =
                value instanceof Boolean flag ? flag ? 1 : 0 : ((Number) value).doubleValue();
          }
        }
      }
    }
  }

  /** The columns. */
  List<Field> fields() {
    var fields = new ArrayList<Field>();
    var names = new HashSet<String>();
    for (var key : columns.keySet()) {
      var figure = key.figure();
      var plain =
          (key.service() + "_" + key.mode() + "_" + key.period())
                  .toLowerCase(Locale.ROOT)
                  .replaceAll("[^a-z0-9_]", "_")
              + "_"
              + figure.name();
      // Keys of services are free: two may differ in what a name of a column cannot have
      var name = plain;
      for (int n = 2; !names.add(name); n++) {
        name = plain + "_" + n;
      }
      var label =
          words.service(key.service())
              + ", "
              + lower(words.mode(key.mode()))
              + ", "
              + lower(words.period(key.period()))
              + ": "
              + lower(figure.label());
      var kind = figure.flag() ? Field.Kind.FLAG : Field.Kind.NUMBER;
      fields.add(
          new Field(name, label, kind, figure.meaning(), Units.numberFormat(figure.name(), kind)));
    }
    return fields;
  }

  private static String lower(String text) {
    return text.substring(0, Math.min(1, text.length())).toLowerCase(Locale.ROOT)
        + text.substring(Math.min(1, text.length()));
  }

  /** Puts the figures of a place into a row, from a position on. */
  void fill(String place, @Nullable Object[] values, int from) {
    var numbers = places.get(place);
    if (numbers != null) {
      for (var column : columns.entrySet()) {
        double number = numbers[column.getValue()];
        if (Double.isFinite(number)) {
          values[from + column.getValue()] =
              column.getKey().figure().flag() ? (Object) (number == 1) : (Object) number;
        }
      }
    }
  }
}
