package nl.peil.source.travel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The content of one part of a file: starts at its first byte and ends after its last. */
final class PartStream extends FilterInputStream {

  private static final int GZIP_BUFFER = 1 << 16;

  private long left;

  /** Takes a stream that stands at the first byte of the part. */
  PartStream(InputStream atStart, long bytes) {
    super(atStart);
    this.left = bytes;
  }

  /**
   * Opens the file and goes to the part.
   *
   * @throws IOException when it cannot be read, or is not as large as when it was inspected
   */
  static PartStream open(TravelPart part, Configuration hadoop) throws IOException {
    var path = new Path(part.uri());
    var files = path.getFileSystem(hadoop);
    part.checkSize(files.getFileStatus(path).getLen());
    var file = files.open(path);
    try {
      if (part.gzip()) {
        var content = new GZIPInputStream(file, GZIP_BUFFER);
        content.skipNBytes(part.split().start());
        return new PartStream(content, Long.MAX_VALUE);
      }
      file.seek(part.split().start());
      return new PartStream(file, part.split().end() - part.split().start());
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int count = super.read(b, off, (int) Math.min(len, left));
    left -= Math.max(count, 0);
    return count;
  }
}
