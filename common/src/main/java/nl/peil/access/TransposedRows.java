package nl.peil.access;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * The columns of a matrix as rows: every destination with its origins, rising. Pairs travel in
 * pieces of many, and not one by one: a task turns as many rows as it can hold, and sends what it
 * has of each destination as two arrays.
 */
final class TransposedRows implements Iterator<MatrixRow> {

  /** Pairs that a task turns at a time: 40 MB. */
  private static final int MOST_HELD = 1 << 21;

  /** As many whatever the machine: sums over rows are added per partition. */
  private static final int PARTITIONS = 32;

  private final Iterator<Tuple2<Integer, Piece>> arrived;
  private @Nullable Tuple2<Integer, Piece> ahead;

  /**
   * Some of the origins of a destination.
   *
   * @param origins rising, when they are so in the matrix
   * @param minutes minutes from each
   */
  private record Piece(int[] origins, float[] minutes) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private TransposedRows(Iterator<Tuple2<Integer, Piece>> arrived) {
    this.arrived = arrived;
    this.ahead = arrived.hasNext() ? arrived.next() : null;
  }

  /**
   * Turns rows.
   *
   * @param rows rows of a matrix, each origin once
   * @return a row for each destination that has an origin; an origin that comes twice stops the run
   */
  static JavaRDD<MatrixRow> of(JavaRDD<MatrixRow> rows) {
    return rows.mapPartitionsToPair(Turned::new)
        .repartitionAndSortWithinPartitions(new HashPartitioner(PARTITIONS))
        .mapPartitions(TransposedRows::new);
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public MatrixRow next() {
    var first = ahead;
    if (first == null) {
      throw new NoSuchElementException();
    }
    var pieces = new ArrayList<Piece>();
    for (var next = first; next != null && next._1().equals(first._1()); next = ahead) {
      pieces.add(next._2());
      ahead = arrived.hasNext() ? arrived.next() : null;
    }
    return row(first._1(), pieces);
  }

  private static MatrixRow row(int destination, List<Piece> pieces) {
    pieces.sort(Comparator.comparingInt(piece -> piece.origins()[0]));
    int size = pieces.stream().mapToInt(piece -> piece.origins().length).sum();
    var order = new long[size];
    var minutes = new float[size];
    int at = 0;
    boolean rising = true;
    for (var piece : pieces) {
      for (int i = 0; i < piece.origins().length; i++, at++) {
        order[at] = key(piece.origins()[i], at);
        minutes[at] = piece.minutes()[i];
        rising &= at == 0 || order[at - 1] < order[at];
      }
    }
    if (!rising) {
      Arrays.sort(order);
    }
    var row = new MatrixRow(size);
    row.begin(destination);
    for (int i = 0; i < size; i++) {
      if (i > 0 && zone(order[i]) == zone(order[i - 1])) {
        throw MatrixRows.originTwice(zone(order[i]));
      }
      row.add(zone(order[i]), minutes[(int) order[i]]);
    }
    return row;
  }

  /** Orders by zone, then place. */
  private static long key(int zone, int place) {
    return (long) zone << 32 | place;
  }

  private static int zone(long key) {
    return (int) (key >> 32);
  }

  /** What a task has of each destination. */
  private static final class Turned implements Iterator<Tuple2<Integer, Piece>> {
    private final Iterator<MatrixRow> rows;
    private int[] origins = new int[0];
    private float[] minutes = new float[0];

    /** Destination and place of the pairs at hand, in that order. */
    private long[] order = new long[0];

    private int held;
    private int given;

    private Turned(Iterator<MatrixRow> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (given == held && rows.hasNext()) {
        turn();
      }
      return given < held;
    }

    private void turn() {
      held = 0;
      given = 0;
      while (rows.hasNext() && held < MOST_HELD) {
        var row = rows.next();
        ensureRoom(held + row.size());
        Arrays.fill(origins, held, held + row.size(), row.origin());
        System.arraycopy(row.minutes(), 0, minutes, held, row.size());
        for (int i = 0; i < row.size(); i++, held++) {
          order[held] = key(row.destinations()[i], held);
        }
      }
      Arrays.sort(order, 0, held);
    }

    private void ensureRoom(int size) {
      if (size > order.length) {
        int room = Math.max(size, 2 * order.length);
        origins = Arrays.copyOf(origins, room);
        minutes = Arrays.copyOf(minutes, room);
        order = Arrays.copyOf(order, room);
      }
    }

    @Override
    public Tuple2<Integer, Piece> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int destination = zone(order[given]);
      int end = given;
      while (end < held && zone(order[end]) == destination) {
        end++;
      }
      var piece = new Piece(new int[end - given], new float[end - given]);
      for (int i = 0; i < piece.origins().length; i++) {
        int place = (int) order[given + i];
        piece.origins()[i] = origins[place];
        piece.minutes()[i] = minutes[place];
      }
      given = end;
      return new Tuple2<>(destination, piece);
    }
  }
}
