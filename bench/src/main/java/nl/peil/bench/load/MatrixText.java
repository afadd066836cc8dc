package nl.peil.bench.load;

import java.util.List;
import nl.peil.bench.setting.Matrix;

/**
 * Parses the bytes of a matrix the shortest way: three columns at known places, whole numbers as
 * zones, minutes with digits and a decimal mark, and nothing that is wrong. Counts and sums.
 */
final class MatrixText {

  private static final double[] TENS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  private final int minutesColumn;
  private final byte delimiter;
  private final float[] unreachable;

  private long pairs;
  private double minutes;
  private long zones;

  MatrixText(Matrix matrix) {
    this.minutesColumn = matrix.minutes();
    this.delimiter = (byte) matrix.delimiter();
    this.unreachable = floats(matrix.unreachable());
  }

  private static float[] floats(List<Double> values) {
    var floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }

  /** Pairs so far. */
  long pairs() {
    return pairs;
  }

  /** Sum of their minutes. */
  double minutes() {
    return minutes;
  }

  /** Sum of the numbers in the other columns, so that parsing them cannot be left out. */
  long zones() {
    return zones;
  }

  /** Reads the lines that begin between two places and end within the array. */
  void lines(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      for (int column = 0; column < minutesColumn; column++) {
        long number = 0;
        for (byte b = bytes[at++]; b != delimiter; b = bytes[at++]) {
          number = number * 10 + (b - '0');
        }
        zones += number;
      }
      long digits = 0;
      int places = -1;
      byte b = bytes[at++];
      for (; b != '\n' && b != delimiter; b = bytes[at++]) {
        if (b >= '0') {
          digits = digits * 10 + (b - '0');
          places += places >= 0 ? 1 : 0;
        } else if (b != '\r') {
          places = 0;
        }
      }
      while (b != '\n') {
        b = bytes[at++];
      }
      add((float) (places > 0 ? digits / TENS[places] : digits));
    }
  }

  private void add(float time) {
    for (float code : unreachable) {
      if (time == code) {
        return;
      }
    }
    pairs++;
    minutes += time;
  }
}
