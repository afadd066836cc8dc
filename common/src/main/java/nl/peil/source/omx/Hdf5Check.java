package nl.peil.source.omx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import nl.peil.quality.RejectedFileException;

/** Looks at the first block of a file: is it HDF5, and is it all there. */
final class Hdf5Check {

  private static final long SIGNATURE = 0x894844460D0A1A0AL;
  private static final int FIRST_USER_BLOCK = 512;
  private static final int BLOCK = 64;

  private Hdf5Check() {}

  /**
   * Checks a file.
   *
   * @throws RejectedFileException with rule {@code not_hdf5} or {@code broken_hdf5}
   */
  static void check(Path path, String file) throws IOException, RejectedFileException {
    try (var channel = FileChannel.open(path)) {
      // What a program puts before the HDF5 is 512 bytes long, or that doubled any number of times
      for (long at = 0; at < channel.size(); at = Math.max(FIRST_USER_BLOCK, 2 * at)) {
        var block = read(channel, at);
        if (block.remaining() == BLOCK && block.getLong(0) == SIGNATURE) {
          checkLength(block, channel.size(), file);
          return;
        }
      }
      throw Rejections.reject(
          "not_hdf5",
          file,
          channel.size() == 0
              ? "expected HDF5, the file is empty"
              : "expected HDF5, got other bytes",
          "check that this is an OMX file, and that its transfer was not of text");
    }
  }

  private static ByteBuffer read(FileChannel channel, long from) throws IOException {
    var block = ByteBuffer.allocate(BLOCK);
    long at = from;
    while (block.hasRemaining()) {
      int count = channel.read(block, at);
      if (count < 0) {
        break;
      }
      at += count;
    }
    return block.flip();
  }

  private static void checkLength(ByteBuffer block, long size, String file)
      throws RejectedFileException {
    int version = block.get(8);
    int address = block.get(version < 2 ? 13 : 9);
    if (version > 3 || address != Long.BYTES) {
      // A layout that the library has to judge
      return;
    }
    long end =
        block.order(ByteOrder.LITTLE_ENDIAN).getLong(version == 0 ? 40 : version == 1 ? 44 : 28);
    if (size < end) {
      throw Rejections.reject(
          "broken_hdf5",
          file,
          "expected %,d bytes as the file itself says, got %,d".formatted(end, size),
          "transfer the file again; what can be read of it is not used");
    }
  }
}
