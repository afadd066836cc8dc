package nl.peil.source.travel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a file as stored, counted and digested while their content is read. */
final class StoredBytes {

  private static final int GZIP_BUFFER = 1 << 16;

  private final Counted counted;
  private final PushbackInputStream start;
  private final boolean empty;
  private final boolean gzip;

  /** Counts and digests. */
  StoredBytes(InputStream raw) throws IOException {
    this(raw, true);
  }

  /** Counts; digests when that is asked, which takes as long as reading numbers from the bytes. */
  StoredBytes(InputStream raw, boolean digest) throws IOException {
    counted = new Counted(raw, digest ? sha256() : null);
    start = new PushbackInputStream(counted, 2);
    byte[] magic = start.readNBytes(2);
    start.unread(magic);
    empty = magic.length == 0;
    gzip = isGzip(magic);
  }

  /** True for the two bytes that every gzip file starts with. */
  private static boolean isGzip(byte[] magic) {
    return magic.length == 2 && magic[0] == (byte) 0x1F && magic[1] == (byte) 0x8B;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The file has no bytes. */
  boolean empty() {
    return empty;
  }

  /** The file starts as gzip does. */
  boolean gzip() {
    return gzip;
  }

  /** The content, unpacked when it is gzip. */
  InputStream content() throws IOException {
    return gzip ? new GZIPInputStream(start, GZIP_BUFFER) : start;
  }

  /** Reads what is left, so that size and digest are of the whole file. */
  void finish() throws IOException {
    start.transferTo(OutputStream.nullOutputStream());
  }

  /** Bytes read. */
  long size() {
    return counted.size;
  }

  /** SHA-256 of the bytes read, 64 hexadecimal digits; to be asked once, at the end. */
  String digest() {
    if (counted.digest == null) {
      throw new IllegalStateException("no digest was asked for");
    }
    return HexFormat.of().formatHex(counted.digest.digest());
  }

  private static final class Counted extends FilterInputStream {
    private final @Nullable MessageDigest digest;
    private long size;
    private boolean ended;

    private Counted(InputStream in, @Nullable MessageDigest digest) {
      super(in);
      this.digest = digest;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int count = super.read(b, off, len);
      if (count < 0) {
        ended = true;
      } else {
        if (digest != null) {
          digest.update(b, off, count);
        }
        size += count;
      }
      return count;
    }

    /**
     * Not 0 before the end: the unpacker takes 0 for the end of the file, and would leave out the
     * later parts of a file that was packed in parts.
     */
    @Override
    public int available() {
      return ended ? 0 : 1;
    }
  }
}
