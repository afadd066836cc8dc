package nl.peil.access;

import java.nio.ByteBuffer;
import java.util.Arrays;
import nl.peil.barrier.ikob.SkimRow;
import nl.peil.measure.ZoneIndex;

/**
 * A row of one matrix on its way to the task of its origin: the pairs that matter, as bytes. A byte
 * that tells whether there are kilometres, then destinations (their places), minutes, and
 * kilometres.
 */
final class SkimRowBytes {

  private static final int BYTES_OF_PAIR = Integer.BYTES + Float.BYTES;

  private SkimRowBytes() {}

  /** Which matrix a row is of. */
  enum Way {
    CAR,
    BICYCLE,
    PUBLIC_TRANSPORT;

    static Way of(int ordinal) {
      return values()[ordinal];
    }

    boolean needsKm() {
      return this != BICYCLE;
    }
  }

  /**
   * Packs a row.
   *
   * @param most pairs that take longer are left out, minutes
   */
  static byte[] pack(MatrixRow row, ZoneIndex zones, double most, boolean withKm) {
    float[] minutes = row.minutes();
    int size = row.size();
    int count = 0;
    boolean known = false;
    for (int i = 0; i < size; i++) {
      if (minutes[i] <= most) {
        count++;
        known |= withKm && !Float.isNaN(row.km()[i]);
      }
    }
    int bytes = 1 + count * (BYTES_OF_PAIR + (known ? Float.BYTES : 0));
    var packed = ByteBuffer.allocate(bytes);
    packed.put((byte) (known ? 1 : 0));
    for (int i = 0; i < size; i++) {
      if (minutes[i] <= most) {
        packed.putInt(zones.position(row.destinations()[i]));
        packed.putFloat(minutes[i]);
        if (known) {
          packed.putFloat(row.km()[i]);
        }
      }
    }
    return packed.array();
  }

  /** Fills a row with what is unreachable by any way of travelling. */
  static void clear(SkimRow row, double unreachable) {
    Arrays.fill(row.carMinutes(), unreachable);
    Arrays.fill(row.bicycleMinutes(), unreachable);
    Arrays.fill(row.publicTransportMinutes(), unreachable);
    Arrays.fill(row.carKm(), 0);
    Arrays.fill(row.publicTransport(), 0);
    Arrays.fill(row.additionalCost(), 0);
    row.fares(false);
  }

  /** Puts the pairs of one matrix into a row. */
  static void unpack(byte[] bytes, Way way, int origin, Skims.Places places, SkimRow row) {
    var packed = ByteBuffer.wrap(bytes);
    boolean known = packed.get() == 1;
    while (packed.hasRemaining()) {
      int to = packed.getInt();
      float minutes = packed.getFloat();
      float km = known ? packed.getFloat() : Float.NaN;
      switch (way) {
        case CAR -> {
          row.carMinutes()[to] = minutes;
          row.carKm()[to] = places.carKm(origin, to, km);
        }
        case BICYCLE -> row.bicycleMinutes()[to] = minutes;
        case PUBLIC_TRANSPORT -> {
          row.publicTransportMinutes()[to] = minutes;
          row.publicTransport()[to] = places.publicTransportKm(origin, to, km);
        }
      }
    }
  }
}
