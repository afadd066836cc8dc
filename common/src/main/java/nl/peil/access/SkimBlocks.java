package nl.peil.access;

import java.util.Iterator;
import nl.peil.barrier.ikob.RowBlocks;
import nl.peil.barrier.ikob.SkimRow;
import nl.peil.barrier.ikob.SkimRows;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Brings the rows of three matrices together by origin: a partition holds those of consecutive
 * origins, a block of the calculation, in their order.
 */
final class SkimBlocks extends Partitioner {

  private static final long serialVersionUID = 1L;
  private static final double UNREACHABLE = 9999;
  private static final int WAYS = 4;

  private final int zones;

  SkimBlocks(int zones) {
    this.zones = zones;
  }

  /** Key of a row: its origin, then its matrix. */
  static long key(int place, SkimRowBytes.Way way) {
    return (long) place * WAYS + way.ordinal();
  }

  @Override
  public int numPartitions() {
    return RowBlocks.count(zones);
  }

  @Override
  public int getPartition(Object key) {
    return RowBlocks.of((int) ((Long) key / WAYS), zones);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SkimBlocks blocks && blocks.zones == zones;
  }

  @Override
  public int hashCode() {
    return zones;
  }

  /** The rows of a block as they arrive: origins can only be asked for in their order. */
  static final class Arriving implements SkimRows {
    private final Iterator<Tuple2<Long, byte[]>> arriving;
    private final Skims.Places places;
    private @Nullable Tuple2<Long, byte[]> next;

    Arriving(Iterator<Tuple2<Long, byte[]>> arriving, Skims.Places places) {
      this.arriving = arriving;
      this.places = places;
      advance();
    }

    private void advance() {
      var before = next;
      next = arriving.hasNext() ? arriving.next() : null;
      if (before != null && next != null && next._1().equals(before._1())) {
        throw MatrixRows.originTwice(places.zones().zone((int) (next._1() / WAYS)));
      }
    }

    @Override
    public int zones() {
      return places.zones().size();
    }

    @Override
    public void read(int origin, SkimRow row) {
      SkimRowBytes.clear(row, UNREACHABLE);
      long first = key(origin, SkimRowBytes.Way.CAR);
      while (next != null && next._1() < first) {
        advance();
      }
      while (next != null && next._1() < first + WAYS) {
        var way = SkimRowBytes.Way.of((int) (next._1() % WAYS));
        SkimRowBytes.unpack(next._2(), way, origin, places, row);
        advance();
      }
    }
  }
}
