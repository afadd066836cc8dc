package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What the values of a measure are about.
 *
 * @param scenario scenario
 * @param year year
 * @param mode mode
 * @param period period
 * @param service service
 * @param measure measure, as in accessibility
 * @param unit unit of the values
 */
record MeasureKey(
    String scenario,
    int year,
    String mode,
    String period,
    String service,
    String measure,
    String unit)
    implements Comparable<MeasureKey>, Serializable {

  private static final long serialVersionUID = 1L;

  /** The columns of a key, in the order in which {@link #of} reads them. */
  static final List<String> COLUMNS =
      List.of("scenario", "year", "mode", "period", "service", "measure", "unit");

  private static final Comparator<MeasureKey> ORDER =
      Comparator.comparing(MeasureKey::scenario)
          .thenComparing(MeasureKey::year)
          .thenComparing(MeasureKey::mode)
          .thenComparing(MeasureKey::period)
          .thenComparing(MeasureKey::service)
          .thenComparing(MeasureKey::measure)
          .thenComparing(MeasureKey::unit);

  static MeasureKey of(InternalRow row) {
    return new MeasureKey(
        row.getUTF8String(0).toString(),
        row.getInt(1),
        row.getUTF8String(2).toString(),
        row.getUTF8String(3).toString(),
        row.getUTF8String(4).toString(),
        row.getUTF8String(5).toString(),
        row.getUTF8String(6).toString());
  }

  /** The texts of a row as Spark compares them, kept for comparison with the rows that follow. */
  static UTF8String[] texts(InternalRow row) {
    return new UTF8String[] {
      // What varies most first
      row.getUTF8String(5).copy(),
      row.getUTF8String(4).copy(),
      row.getUTF8String(2).copy(),
      row.getUTF8String(3).copy(),
      row.getUTF8String(6).copy(),
      row.getUTF8String(0).copy()
    };
  }

  /** True when a row has this key. */
  boolean matches(UTF8String[] texts, InternalRow row) {
    return texts[0].equals(row.getUTF8String(5))
        && texts[1].equals(row.getUTF8String(4))
        && texts[2].equals(row.getUTF8String(2))
        && texts[3].equals(row.getUTF8String(3))
        && texts[4].equals(row.getUTF8String(6))
        && texts[5].equals(row.getUTF8String(0))
        && year == row.getInt(1);
  }

  @Override
  public int compareTo(MeasureKey other) {
    return ORDER.compare(this, other);
  }
}
