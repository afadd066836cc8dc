package nl.peil.source.omx;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Packs the cells of one chunk: shuffled by byte, then deflated. */
final class ChunkPacker implements Closeable {

  private final int cells;
  private final byte[] shuffled;
  private final Deflater deflater;
  private byte[] packed;
  private int filled;

  /**
   * Makes room for a chunk.
   *
   * @param cells cells in a chunk; one with fewer is filled up with zeros
   * @param level level of zlib
   */
  ChunkPacker(int cells, int level) {
    this.cells = cells;
    this.shuffled = new byte[Math.multiplyExact(cells, Float.BYTES)];
    this.packed = new byte[shuffled.length / 2 + 64];
    this.deflater = new Deflater(level);
  }

  /** Begins a new chunk. */
  void clear() {
    Arrays.fill(shuffled, (byte) 0);
    filled = 0;
  }

  /** Adds cells: all first bytes stand together in the chunk, then all second bytes, and so on. */
  void add(float[] values) {
    for (int i = 0; i < values.length; i++) {
      int bits = Float.floatToIntBits(values[i]);
      int at = filled + i;
      shuffled[at] = (byte) bits;
      shuffled[at + cells] = (byte) (bits >> 8);
      shuffled[at + 2 * cells] = (byte) (bits >> 16);
      shuffled[at + 3 * cells] = (byte) (bits >> 24);
    }
    filled += values.length;
  }

  /** The chunk as it is stored; good until the next one is packed. */
  ByteBuffer pack() {
    deflater.reset();
    deflater.setInput(shuffled);
    deflater.finish();
    int size = 0;
    while (!deflater.finished()) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, 2 * size);
      }
      size += deflater.deflate(packed, size, packed.length - size);
    }
    return ByteBuffer.wrap(packed, 0, size);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
