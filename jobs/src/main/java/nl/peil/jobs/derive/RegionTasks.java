package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import nl.peil.table.Slice;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Which task makes which layouts of which group of slices, a scenario-year for example. Each takes
 * in all measures of its group, so there are no more than can be kept busy.
 */
final class RegionTasks extends Partitioner {

  private static final long serialVersionUID = 1L;

  /** Most tasks that take in the same measures. */
  private static final int MOST = 16;

  private final ArrayList<String> groupBy;
  private final ArrayList<Slice> groups;
  private final ArrayList<String> layouts;
  private final int perGroup;

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

  private RegionTasks(
      List<String> groupBy, List<Slice> groups, List<String> layouts, int perGroup) {
    this.groupBy = new ArrayList<>(groupBy);
    this.groups = new ArrayList<>(groups);
    this.layouts = new ArrayList<>(layouts);
    this.perGroup = perGroup;
  }

  /**
   * Divides the work.
   *
   * @param slices what is asked
   * @param groupBy columns in which the slices of a group agree; measures have them too
   * @param regions the regions
   * @param cores tasks that can run at a time
   */
  static RegionTasks of(List<Slice> slices, List<String> groupBy, RegionIndex regions, int cores) {
    var groups = slices.stream().map(slice -> slice.project(groupBy)).distinct().toList();
    var layouts = regions.layoutNames();
    int wanted = Math.min(MOST, (cores + groups.size() - 1) / Math.max(1, groups.size()));
    return new RegionTasks(groupBy, groups, layouts, Math.max(1, Math.min(layouts.size(), wanted)));
  }

  /** Names of the layouts that a task makes. */
  List<String> layouts(int task) {
    return IntStream.range(0, layouts.size())
        .filter(i -> i % perGroup == task % perGroup)
        .mapToObj(layouts::get)
        .toList();
  }

  /**
   * Brings pieces to the tasks that want them.
   *
   * @return by task, in the order of their keys
   */
  <T> JavaRDD<T> distribute(
      JavaRDD<ByMeasure.Piece> pieces,
      Function2<Integer, Iterator<ByMeasure.Piece>, Iterator<T>> made) {
    return pieces
        .flatMapToPair(this::addressed)
        .repartitionAndSortWithinPartitions(this)
        .mapPartitionsWithIndex((task, arrived) -> made.call(task, pieces(arrived)), true);
  }

  /** A piece for every task that wants it. */
  private Iterator<Tuple2<Address, ZoneColumns>> addressed(ByMeasure.Piece piece) {
    int group = groups.indexOf(piece.key().slice().project(groupBy));
    return IntStream.range(group * perGroup, (group + 1) * perGroup)
        .mapToObj(task -> new Tuple2<>(new Address(task, piece.key()), piece.zones()))
        .iterator();
  }

  private static Iterator<ByMeasure.Piece> pieces(Iterator<Tuple2<Address, ZoneColumns>> arrived) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return arrived.hasNext();
      }

      @Override
      public ByMeasure.Piece next() {
        var next = arrived.next();
        return new ByMeasure.Piece(next._1().key(), next._2());
      }
    };
  }

  @Override
  public int numPartitions() {
    return groups.size() * perGroup;
  }

  @Override
  public int getPartition(Object key) {
    return ((Address) key).task();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegionTasks that
        && perGroup == that.perGroup
        && groups.equals(that.groups)
        && layouts.equals(that.layouts);
  }

  @Override
  public int hashCode() {
    return 31 * groups.hashCode() + perGroup;
  }
}
