package nl.peil.source.stored;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.values.bitpacking.Packer;

/**
 * Writes places in a dictionary as Parquet's RLE/bit-packing hybrid, straight from an array: one
 * byte that tells how many bits a value takes, then runs. Makes no object per value.
 */
final class IndexEncoder {

  /** Values in a run of packed values: 63 groups of 8, whose header is one byte. */
  private static final int RUN = 504;

  private static final byte RUN_HEADER = (byte) (63 << 1 | 1);

  private byte[] out = new byte[1 << 16];
  private int size;

  /** Bits that every place below a number of places fits in, at least 1. */
  static int width(int places) {
    return places <= 2 ? 1 : 32 - Integer.numberOfLeadingZeros(places - 1);
  }

  /** Values that differ from one another: all packed. The array has room for 8 more than count. */
  BytesInput packed(int[] values, int count, int width) {
    begin(count, width);
    Arrays.fill(values, count, Math.min(values.length, (count + 7) / 8 * 8), 0);
    var packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
    for (int at = 0; at < count; at += RUN) {
      int groups = (Math.min(RUN, count - at) + 7) / 8;
      out[size++] = groups == 63 ? RUN_HEADER : (byte) (groups << 1 | 1);
      for (int i = 0; i < groups; i++) {
        packer.pack8Values(values, at + 8 * i, out, size);
        size += width;
      }
    }
    return BytesInput.from(out, 0, size);
  }

  /** Values that repeat: as runs of equal ones. */
  BytesInput runs(int[] values, int count, int width) {
    begin(count, width);
    int valueBytes = (width + 7) / 8;
    int at = 0;
    while (at < count) {
      int value = values[at];
      int end = at + 1;
      while (end < count && values[end] == value) {
        end++;
      }
      reserve(5 + valueBytes);
      number((end - at) << 1);
      for (int i = 0; i < valueBytes; i++) {
        out[size++] = (byte) (value >>> (8 * i));
      }
      at = end;
    }
    return BytesInput.from(out, 0, size);
  }

  /** Which rows have a value (1) or none (0), as it stands before the values of a page. */
  BytesInput levels(int[] there, int rows) {
    runs(there, rows, 1);
    // A length stands before them, and no width: that follows from the schema.
    return BytesInput.concat(BytesInput.fromInt(size - 1), BytesInput.from(out, 1, size - 1));
  }

  private void begin(int count, int width) {
    size = 0;
    // Packed values, a header for each run, and the byte with the width.
    reserve((int) ((long) (count + 8) * width / 8) + count / RUN + 16);
    out[size++] = (byte) width;
  }

  private void reserve(int more) {
    if (size + more > out.length) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, size + more));
    }
  }

  /** An unsigned number in groups of 7 bits, the lowest first. */
  private void number(int value) {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      out[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out[size++] = (byte) rest;
  }
}
