package nl.peil.access;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Comparator;
import nl.peil.measure.Kernel;
import nl.peil.measure.ZoneIndex;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/** The passes over a matrix that measures of competition take before they have a value. */
final class Competition {

  private Competition() {}

  /**
   * Goes over the matrix until every measure is ready.
   *
   * @throws IllegalArgumentException when a measure cannot be computed for its demand and supply
   * @throws IllegalStateException when an origin comes from two tasks
   */
  static Kernel settle(MatrixRows matrix, Kernel kernel) {
    if (kernel.ready()) {
      return kernel;
    }
    var context = JavaSparkContext.fromSparkContext(matrix.session().sparkContext());
    var rows = matrix.rows();
    if (matrix.costlyToRepeat()) {
      rows = rows.map(MatrixRow::copy).persist(StorageLevel.MEMORY_AND_DISK_SER());
    }
    var current = kernel;
    try {
      while (!current.ready()) {
        var shared = context.broadcast(current);
        var parts =
            rows.mapPartitions(
                    part -> {
                      var gathered = new Part(shared.value());
                      part.forEachRemaining(gathered::add);
                      return java.util.List.of(gathered.done()).iterator();
                    })
                .collect();
        var all = new Part(current);
        parts.stream().sorted(Comparator.comparingInt(Part::first)).forEach(all::merge);
        all.addZonesWithoutRow();
        current = current.next(all.done().sums);
        shared.destroy();
      }
    } finally {
      if (matrix.costlyToRepeat()) {
        rows.unpersist();
      }
    }
    return current;
  }

  /**
   * What some rows contribute. Parts are added in the order of their origins, so that runs agree:
   * Spark gives files by size, and those of the same size in any order.
   */
  private static final class Part implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Kernel kernel;
    private final transient Kernel.Gatherer gatherer;
    private final BitSet seen = new BitSet();
    private double[][] sums = new double[0][];

    private Part(Kernel kernel) {
      this.kernel = kernel;
      this.gatherer = kernel.gatherer();
    }

    /** Place of its first origin; -1 without one. */
    private int first() {
      return seen.nextSetBit(0);
    }

    private ZoneIndex zones() {
      return kernel.zones();
    }

    private void add(MatrixRow row) {
      see(zones().position(row.origin()));
      gatherer.gather(row.origin(), row.destinations(), row.minutes(), row.size());
    }

    private void see(int place) {
      if (seen.get(place)) {
        throw MatrixRows.originTwice(zones().zone(place));
      }
      seen.set(place);
    }

    private Part done() {
      sums = gatherer.sums();
      return this;
    }

    private void merge(Part other) {
      other.seen.stream().forEach(this::see);
      var own = gatherer.sums();
      for (int i = 0; i < own.length; i++) {
        for (int j = 0; j < own[i].length; j++) {
          own[i][j] += other.sums[i][j];
        }
      }
    }

    /** A zone that the matrix has no row for may still have a time within itself. */
    private void addZonesWithoutRow() {
      for (int place = seen.nextClearBit(0);
          place < zones().size();
          place = seen.nextClearBit(place + 1)) {
        gatherer.gather(zones().zone(place), new int[0], new float[0], 0);
      }
    }
  }
}
