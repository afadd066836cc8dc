package nl.peil.source.travel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.peil.quality.QuarantinedRow;

/**
 * Cuts bytes into rows and fields, in place. A row ends at a line end (LF or CRLF), also within
 * quotes, so that one forgotten quote costs one row and not the rest of the file. A field may stand
 * in double quotes; empty lines are no rows. Makes no object per row.
 */
final class RowScanner implements Closeable {

  /** Longest line that is accepted, bytes. */
  static final int MAX_LINE = 1 << 20;

  private static final int BLOCK = 1 << 18;
  private static final byte LF = '\n';

  private final InputStream in;
  private final byte delimiter;
  private final int maxLine;

  /** Always one byte larger than what it holds: a line end behind the last byte stops the scan. */
  private byte[] buffer = new byte[BLOCK + 1];

  private int limit;
  private boolean ended;

  /** Place in the content of the first byte of the buffer. */
  private long base;

  private long line;
  private int start;
  private int end;
  private int next;
  private int fields;
  private int[] from = new int[16];
  private int[] to = new int[16];
  private boolean quoteOpen;
  private boolean carriageReturns;

  /**
   * Starts at the current place of a stream.
   *
   * @param in plain bytes; closed with this scanner
   * @param delimiter character between fields, ASCII
   * @param offset place in the content where the stream stands
   * @param linesBefore lines in the content before that place
   */
  RowScanner(InputStream in, char delimiter, long offset, long linesBefore) {
    this(in, delimiter, offset, linesBefore, MAX_LINE);
  }

  /** The same with another longest line, bytes. */
  RowScanner(InputStream in, char delimiter, long offset, long linesBefore, int maxLine) {
    this.in = in;
    this.maxLine = maxLine;
    this.delimiter = (byte) delimiter;
    this.base = offset;
    this.line = linesBefore;
    buffer[0] = LF;
  }

  /** Steps over a UTF-8 byte order mark at the place where the scan stands; true when it is one. */
  boolean skipByteOrderMark() throws IOException {
    while (limit - next < 3 && !ended) {
      fill();
    }
    boolean mark =
        limit - next >= 3
            && buffer[next] == (byte) 0xEF
            && buffer[next + 1] == (byte) 0xBB
            && buffer[next + 2] == (byte) 0xBF;
    next += mark ? 3 : 0;
    return mark;
  }

  /**
   * Goes to the next row.
   *
   * @return false at the end of the content
   * @throws LineTooLongException when a line is longer than is accepted
   */
  boolean next() throws IOException {
    do {
      start = next;
      while (!split()) {
        fill();
        start = next;
      }
      if (start == limit) {
        return false;
      }
      line++;
      next = Math.min(end + 1, limit);
      if (end > start && buffer[end - 1] == '\r') {
        carriageReturns = true;
        end--;
        to[fields - 1] = Math.min(to[fields - 1], end);
      }
    } while (end == start);
    return true;
  }

  /** The first byte that no row was made of yet; -1 when fewer bytes than asked are read ahead. */
  int ahead(int bytes) {
    return limit - next < bytes ? -1 : next;
  }

  /** Goes to a row of three fields that ends in LF, of which somebody else knows the bounds. */
  void take(int firstEnd, int secondEnd, int thirdEnd) {
    start = next;
    from[0] = next;
    to[0] = firstEnd;
    from[1] = firstEnd + 1;
    to[1] = secondEnd;
    from[2] = secondEnd + 1;
    to[2] = thirdEnd;
    fields = 3;
    quoteOpen = false;
    end = thirdEnd;
    next = thirdEnd + 1;
    line++;
  }

  /** Finds the fields of the row at start; false when the buffer does not hold the whole row. */
  private boolean split() {
    byte[] b = buffer;
    byte separator = delimiter;
    int at = start;
    int count = 0;
    quoteOpen = false;
    while (true) {
      if (count == from.length) {
        from = Arrays.copyOf(from, 2 * count);
        to = Arrays.copyOf(to, 2 * count);
      }
      from[count] = at;
      byte c = b[at];
      if (c == '"' || c == ' ') {
        at = quoted(at, count);
      } else {
        while (c != separator && c != LF) {
          c = b[++at];
        }
        to[count] = at;
      }
      count++;
      if (b[at] == LF) {
        end = at;
        fields = count;
        return at < limit || ended;
      }
      at++;
    }
  }

  /** A field that may be quoted: sets its bounds inside the quotes, returns where it ends. */
  private int quoted(int at, int field) {
    byte[] b = buffer;
    int open = at;
    while (b[open] == ' ' && delimiter != ' ') {
      open++;
    }
    int after = at;
    if (b[open] == '"') {
      int close = open + 1;
      while (b[close] != LF && (b[close] != '"' || b[close + 1] == '"')) {
        close += b[close] == '"' ? 2 : 1;
      }
      if (b[close] == LF) {
        quoteOpen = true;
        to[field] = close;
        return close;
      }
      after = close + 1;
      while ((b[after] == ' ' && delimiter != ' ') || (b[after] == '\r' && b[after + 1] == LF)) {
        after++;
      }
      if (b[after] == delimiter || b[after] == LF) {
        from[field] = open + 1;
        to[field] = close;
        return after;
      }
    }
    // No quoted field after all, or text behind its closing quote: the field as it stands.
    while (b[after] != delimiter && b[after] != LF) {
      after++;
    }
    to[field] = after;
    return after;
  }

  /** Moves the row that is not complete to the front and reads on behind it. */
  private void fill() throws IOException {
    int rest = limit - next;
    if (rest > maxLine) {
      throw new LineTooLongException(line + 1, maxLine);
    }
    byte[] target = rest > (buffer.length - 1) / 2 ? new byte[2 * buffer.length - 1] : buffer;
    System.arraycopy(buffer, next, target, 0, rest);
    buffer = target;
    base += next;
    next = 0;
    limit = rest;
    int room = buffer.length - 1 - limit;
    int read = in.readNBytes(buffer, limit, room);
    ended = read < room;
    limit += read;
    buffer[limit] = LF;
  }

  /** The bytes that the fields lie in; other bytes after the next call of {@link #next}. */
  byte[] bytes() {
    return buffer;
  }

  /** Number of fields of the row. */
  int fields() {
    return fields;
  }

  /** First byte of a field, quotes left out. */
  int from(int field) {
    return from[field];
  }

  /** First byte after a field. */
  int to(int field) {
    return to[field];
  }

  /** A quote was opened in this row and not closed: its fields cannot be counted. */
  boolean quoteOpen() {
    return quoteOpen;
  }

  /** Line number of the row, from 1; at the end the number of lines. */
  long line() {
    return line;
  }

  /** Place in the content of the first byte of the row; at the end the size of the content. */
  long offset() {
    return base + start;
  }

  /** Place in the content of the first byte after the row and its line end. */
  long nextOffset() {
    return base + next;
  }

  /** A line so far ended in CRLF. */
  boolean carriageReturns() {
    return carriageReturns;
  }

  /** The text of a field. */
  String text(int field) {
    return text(from[field], to[field]);
  }

  /** The row as it stands, cut where a quarantined row is cut. */
  String raw() {
    // At most four bytes make a character; the cut is before one, not within.
    int cut = Math.min(end, start + 4 * QuarantinedRow.MAX_RAW);
    while (cut < end && cut > start && (buffer[cut] & 0xC0) == 0x80) {
      cut--;
    }
    return text(start, cut);
  }

  private String text(int first, int after) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(buffer, first, after - first))
          .toString();
    } catch (CharacterCodingException e) {
      // Not UTF-8: the other encoding that is met in deliveries, in which every byte is a
      // character.
      return new String(buffer, first, after - first, Charset.forName("windows-1252"));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
