package nl.peil.jobs.ingest;

import nl.peil.table.Slice;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * What there is of one service in one zone, while it is added up. What no source states stays
 * unknown.
 */
final class ZoneOpportunities {

  private double count;
  private @Nullable Double capacity;
  private final @Nullable Double[] byIncome = new Double[4];

  /** Adds a place or a number. */
  void add(double more, @Nullable Double moreCapacity, @Nullable Double[] moreByIncome) {
    count += more;
    capacity = sum(capacity, moreCapacity);
    for (int i = 0; i < byIncome.length; i++) {
      byIncome[i] = sum(byIncome[i], moreByIncome[i]);
    }
  }

  /** Adds what another file states of the zone. */
  void add(ZoneOpportunities other) {
    add(other.count, other.capacity, other.byIncome);
  }

  private static @Nullable Double sum(@Nullable Double a, @Nullable Double b) {
    return a == null ? b : b == null ? a : (Double) (a + b);
  }

  /** A row of the table opportunities. */
  Row row(Slice slice, int zone) {
    return RowFactory.create(
        slice.get("scenario"),
        Integer.parseInt(slice.get("year")),
        zone,
        slice.get("service"),
        count,
        capacity,
        byIncome[0],
        byIncome[1],
        byIncome[2],
        byIncome[3]);
  }
}
