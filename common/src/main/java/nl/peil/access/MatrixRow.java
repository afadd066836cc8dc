package nl.peil.access;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One origin with all its destinations. The arrays are buffers that the next row uses again; {@link
 * #copy} for keeping.
 */
final class MatrixRow implements Serializable {

  private static final long serialVersionUID = 1L;

  private int origin;
  private int[] destinations;
  private float[] minutes;
  private int size;

  MatrixRow(int capacity) {
    this.destinations = new int[capacity];
    this.minutes = new float[capacity];
  }

  /** Begins the row of another origin. */
  void begin(int zone) {
    origin = zone;
    size = 0;
  }

  void add(int destination, float time) {
    if (size == destinations.length) {
      destinations = Arrays.copyOf(destinations, 2 * size + 16);
      minutes = Arrays.copyOf(minutes, 2 * size + 16);
    }
    destinations[size] = destination;
    minutes[size++] = time;
  }

  MatrixRow copy() {
    var copy = new MatrixRow(0);
    copy.origin = origin;
    copy.destinations = Arrays.copyOf(destinations, size);
    copy.minutes = Arrays.copyOf(minutes, size);
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

  int size() {
    return size;
  }
}
