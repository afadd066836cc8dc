package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.Comparator;
import nl.peil.table.Slice;

/**
 * What the values of a measure are about, and where they are from. What belongs to one measure is
 * together in the order of keys.
 *
 * @param slice slice of the table that they are from
 * @param service service
 * @param measure measure, as in accessibility
 * @param unit unit of the values
 */
record MeasureKey(Slice slice, String service, String measure, String unit)
    implements Comparable<MeasureKey>, Serializable {

  private static final long serialVersionUID = 1L;

  private static final Comparator<MeasureKey> ORDER =
      Comparator.comparing(MeasureKey::service)
          .thenComparing(MeasureKey::measure)
          .thenComparing(MeasureKey::unit)
          .thenComparing(MeasureKey::slice);

  /** True when both are about the same measure of the same service. */
  boolean sameMeasure(MeasureKey other) {
    return service.equals(other.service)
        && measure.equals(other.measure)
        && unit.equals(other.unit);
  }

  @Override
  public int compareTo(MeasureKey other) {
    return ORDER.compare(this, other);
  }
}
