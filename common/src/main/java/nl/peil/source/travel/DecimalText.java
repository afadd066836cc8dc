package nl.peil.source.travel;

import java.nio.charset.StandardCharsets;

/**
 * Reads a decimal number from bytes as the float nearest to the text, as {@link Float#parseFloat}
 * does, but without making text of it. Stricter than Java: digits with at most one decimal mark, a
 * sign and an exponent; no {@code NaN}, {@code 1f}, {@code 0x1p3} or thousands separators.
 */
final class DecimalText {

  /** What is returned for text that is no number: no number in a file reads as NaN. */
  static final float UNREADABLE = Float.NaN;

  /** Whole numbers up to here are floats. */
  private static final long EXACT_IN_FLOAT = 1L << 24;

  private static final int MAX_DIGITS = 18;
  private static final float[] FLOAT_POWERS = new float[11];
  private static final double[] DOUBLE_POWERS = new double[23];

  static {
    // Powers of ten up to 10^10 are floats, up to 10^22 doubles, without rounding.
    for (int i = 0; i < FLOAT_POWERS.length; i++) {
      FLOAT_POWERS[i] = Float.parseFloat("1e" + i);
    }
    for (int i = 0; i < DOUBLE_POWERS.length; i++) {
      DOUBLE_POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private DecimalText() {}

  /**
   * Reads a number.
   *
   * @param b bytes that hold it
   * @param first first byte
   * @param end first byte after it; blanks on both sides do not count
   * @param mark decimal mark, a point or a comma
   * @return the nearest float, infinite when it is too large; {@link #UNREADABLE} when it is no
   *     number
   */
  static float parse(byte[] b, int first, int end, byte mark) {
    int from = first;
    int to = end;
    while (from < to && blank(b[from])) {
      from++;
    }
    while (from < to && blank(b[to - 1])) {
      to--;
    }
    int at = from;
    boolean negative = at < to && b[at] == '-';
    if (negative || (at < to && b[at] == '+')) {
      at++;
    }
    long digits = 0;
    int start = at;
    int digit;
    while (at < to && (digit = b[at] - '0') >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      at++;
    }
    int count = at - start;
    int scale = 0;
    if (at < to && b[at] == mark) {
      at++;
      int fraction = at;
      while (at < to && (digit = b[at] - '0') >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        at++;
      }
      scale = at - fraction;
      count += scale;
    }
    if (count == 0) {
      return UNREADABLE;
    }
    if (at == to && count <= MAX_DIGITS) {
      if (digits <= EXACT_IN_FLOAT && scale < FLOAT_POWERS.length) {
        // Both are exact, so one division rounds once: the nearest float.
        float value = digits / FLOAT_POWERS[scale];
        return negative ? -value : value;
      }
      double wide = digits / DOUBLE_POWERS[scale];
      // Rounded at most twice on the way, so within 2 units in the last place of the double. The
      // 29 bits that a float drops decide how it rounds; only near one half is that in doubt.
      long dropped = Double.doubleToRawLongBits(wide) & 0x1FFFFFFF;
      if (Math.abs(dropped - 0x10000000) > 4) {
        return negative ? (float) -wide : (float) wide;
      }
    }
    return parseText(b, from, to, at, mark);
  }

  /** The rare cases: many digits, an exponent, or a value halfway between two floats. */
  private static float parseText(byte[] b, int from, int to, int afterDigits, byte mark) {
    int at = afterDigits;
    if (at < to) {
      if (b[at] != 'e' && b[at] != 'E') {
        return UNREADABLE;
      }
      at++;
      if (at < to && (b[at] == '-' || b[at] == '+')) {
        at++;
      }
      int start = at;
      while (at < to && b[at] >= '0' && b[at] <= '9') {
        at++;
      }
      if (at < to || at == start) {
        return UNREADABLE;
      }
    }
    var text = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    return Float.parseFloat(mark == '.' ? text : text.replace((char) mark, '.'));
  }

  /** True for the bytes that may stand around a number. */
  static boolean blank(byte b) {
    return b == ' ' || b == '\t';
  }
}
