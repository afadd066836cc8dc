package nl.peil.source.travel;

/**
 * Reads a row as nearly all rows are in one go over its bytes: {@code 1011,1012,6.7} and LF, two
 * codes that are short numbers and a time of few digits. What is written in any other way is left
 * to {@link RowScanner}; what is read here means the same there.
 */
final class PlainRow {

  /** No plain row is longer: with as many bytes ahead, none needs a look at where they end. */
  static final int LONGEST = 32;

  private static final int CODE_DIGITS = 6;

  /** So many digits are a whole number that a float holds. */
  private static final int TIME_DIGITS = 7;

  private static final float[] POWERS = {1f, 10f, 100f, 1000f, 1e4f, 1e5f, 1e6f, 1e7f};

  private final byte delimiter;
  private final byte mark;

  int origin;
  int destination;
  float minutes;
  int originEnd;
  int destinationEnd;
  int end;

  PlainRow(byte delimiter, byte mark) {
    this.delimiter = delimiter;
    this.mark = mark;
  }

  /**
   * Reads the row that begins at a place, with enough bytes behind it; false when it is not plain.
   */
  boolean read(byte[] b, int start) {
    int at = start;
    int number = 0;
    int digit;
    while ((digit = b[at] - '0') >= 0 && digit <= 9 && at - start < CODE_DIGITS) {
      number = number * 10 + digit;
      at++;
    }
    if (b[at] != delimiter || at == start || (b[start] == '0' && at - start > 1)) {
      return false;
    }
    origin = number;
    originEnd = at;
    int second = ++at;
    number = 0;
    while ((digit = b[at] - '0') >= 0 && digit <= 9 && at - second < CODE_DIGITS) {
      number = number * 10 + digit;
      at++;
    }
    if (b[at] != delimiter || at == second || (b[second] == '0' && at - second > 1)) {
      return false;
    }
    destination = number;
    destinationEnd = at;
    return readTime(b, at + 1);
  }

  private boolean readTime(byte[] b, int start) {
    int at = start;
    int number = 0;
    int digit;
    while ((digit = b[at] - '0') >= 0 && digit <= 9 && at - start < TIME_DIGITS) {
      number = number * 10 + digit;
      at++;
    }
    int digits = at - start;
    int scale = 0;
    if (b[at] == mark) {
      int fraction = ++at;
      while ((digit = b[at] - '0') >= 0 && digit <= 9 && at - fraction < TIME_DIGITS) {
        number = number * 10 + digit;
        at++;
      }
      scale = at - fraction;
      digits += scale;
    }
    if (b[at] != '\n' || digits == 0 || digits > TIME_DIGITS) {
      return false;
    }
    // Both are exact, so that the division rounds once: the nearest float.
    minutes = number / POWERS[scale];
    end = at;
    return true;
  }
}
