package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.peil.table.Slice;
import org.apache.spark.Partitioner;
import scala.Tuple2;

/**
 * Which task makes which layouts of which scenario-year. Each takes in all measures of its
 * scenario-year, so there are no more than can be kept busy.
 */
final class RegionTasks extends Partitioner {

  private static final long serialVersionUID = 1L;

  /** Most tasks that take in the same measures. */
  private static final int MOST = 16;

  private final ArrayList<Slice> years;
  private final ArrayList<String> layouts;
  private final int perYear;

  /**
   * Where a piece goes, and its place there.
   *
   * @param task number of the task
   * @param key the measure
   */
  record Address(int task, MeasureKey key) implements Comparable<Address>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compareTo(Address other) {
      return task != other.task ? Integer.compare(task, other.task) : key.compareTo(other.key);
    }
  }

  private RegionTasks(List<Slice> years, List<String> layouts, int perYear) {
    this.years = new ArrayList<>(years);
    this.layouts = new ArrayList<>(layouts);
    this.perYear = perYear;
  }

  /**
   * Divides the work.
   *
   * @param slices what is asked
   * @param regions the regions
   * @param cores tasks that can run at a time
   */
  static RegionTasks of(List<Slice> slices, RegionIndex regions, int cores) {
    var years =
        slices.stream()
            .map(slice -> slice.project(List.of("scenario", "year")))
            .distinct()
            .toList();
    var layouts = regions.layoutNames();
    int wanted = Math.min(MOST, (cores + years.size() - 1) / Math.max(1, years.size()));
    return new RegionTasks(years, layouts, Math.max(1, Math.min(layouts.size(), wanted)));
  }

  /** Names of the layouts that a task makes. */
  List<String> layouts(int task) {
    return IntStream.range(0, layouts.size())
        .filter(i -> i % perYear == task % perYear)
        .mapToObj(layouts::get)
        .toList();
  }

  /** Each piece for every task that wants it. */
  Iterator<Tuple2<Address, ZoneRows>> addressed(Iterator<AccessByMeasure.Piece> pieces) {
    Iterable<AccessByMeasure.Piece> all = () -> pieces;
    return StreamSupport.stream(all.spliterator(), false).flatMap(this::addressed).iterator();
  }

  private Stream<Tuple2<Address, ZoneRows>> addressed(AccessByMeasure.Piece piece) {
    int year =
        years.indexOf(
            Slice.of(
                "scenario", piece.key().scenario(), "year", String.valueOf(piece.key().year())));
    return IntStream.range(year * perYear, (year + 1) * perYear)
        .mapToObj(task -> new Tuple2<>(new Address(task, piece.key()), piece.zones()));
  }

  /** The pieces that arrived. */
  static Iterator<AccessByMeasure.Piece> pieces(Iterator<Tuple2<Address, ZoneRows>> arrived) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return arrived.hasNext();
      }

      @Override
      public AccessByMeasure.Piece next() {
        var next = arrived.next();
        return new AccessByMeasure.Piece(next._1().key(), next._2());
      }
    };
  }

  @Override
  public int numPartitions() {
    return years.size() * perYear;
  }

  @Override
  public int getPartition(Object key) {
    return ((Address) key).task();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegionTasks that
        && perYear == that.perYear
        && years.equals(that.years)
        && layouts.equals(that.layouts);
  }

  @Override
  public int hashCode() {
    return 31 * years.hashCode() + perYear;
  }
}
