package nl.peil.access;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.jspecify.annotations.Nullable;

/**
 * One origin with all its destinations. The arrays are buffers that the next row uses again; {@link
 * #copy} for keeping.
 */
final class MatrixRow implements Serializable {

  private static final long serialVersionUID = 1L;

  private int origin;
  private int[] destinations;
  private float[] minutes;

  /** Kilometres; NaN where there are none; null: nobody asked for them. */
  private float @Nullable [] km;

  private int size;

  MatrixRow(int capacity) {
    this(capacity, false);
  }

  /** A row that takes kilometres too. */
  MatrixRow(int capacity, boolean withKm) {
    this.km = withKm ? new float[capacity] : null;
    this.destinations = new int[capacity];
    this.minutes = new float[capacity];
  }

  /** Begins the row of another origin. */
  void begin(int zone) {
    origin = zone;
    size = 0;
  }

  void add(int destination, float time) {
    add(destination, time, Float.NaN);
  }

  void add(int destination, float time, float distance) {
    ensureRoom(1);
    destinations[size] = destination;
    if (km != null) {
      km[size] = distance;
    }
    minutes[size++] = time;
  }

  /** Adds pairs of a batch: those from a place up to another, without the last. */
  void add(ColumnVector zones, ColumnVector times, int from, int to) {
    ensureRoom(to - from);
    for (int i = from; i < to; i++) {
      destinations[size] = zones.getInt(i);
      minutes[size++] = times.getFloat(i);
    }
  }

  /** The same with kilometres; only for a row that takes them. */
  void add(ColumnVector zones, ColumnVector times, ColumnVector distances, int from, int to) {
    int first = size;
    add(zones, times, from, to);
    float[] into = km();
    for (int i = from; i < to; i++) {
      into[first + i - from] = distances.isNullAt(i) ? Float.NaN : distances.getFloat(i);
    }
  }

  /**
   * Makes its times longer or shorter; when the row is a column of the matrix, its ends change
   * places.
   */
  MatrixRow scale(TimeScale scale, boolean transposed) {
    for (int i = 0; i < size; i++) {
      minutes[i] =
          transposed
              ? scale.minutes(destinations[i], origin, minutes[i])
              : scale.minutes(origin, destinations[i], minutes[i]);
    }
    return this;
  }

  private void ensureRoom(int more) {
    if (size + more > destinations.length) {
      int room = 2 * size + more + 16;
      destinations = Arrays.copyOf(destinations, room);
      minutes = Arrays.copyOf(minutes, room);
      if (km != null) {
        km = Arrays.copyOf(km, room);
      }
    }
  }

  MatrixRow copy() {
    var copy = new MatrixRow(0);
    copy.origin = origin;
    copy.destinations = Arrays.copyOf(destinations, size);
    copy.minutes = Arrays.copyOf(minutes, size);
    copy.km = km == null ? null : Arrays.copyOf(km, size);
    copy.size = size;
    return copy;
  }

  int origin() {
    return origin;
  }

  int[] destinations() {
    return destinations;
  }

  float[] minutes() {
    return minutes;
  }

  /** Kilometres; NaN where there are none. */
  float[] km() {
    if (km == null) {
      throw new IllegalStateException("kilometres were not asked for");
    }
    return km;
  }

  int size() {
    return size;
  }
}
