package nl.peil.source.travel;

import java.nio.charset.StandardCharsets;

/**
 * Reads a decimal number from bytes as the double nearest to the text, as {@link
 * Double#parseDouble} does, but without making text of it in the usual cases: up to 2^53 without
 * its decimal mark and trailing zeros, with or without an exponent. As strict as {@link
 * DecimalText}.
 */
final class WideNumber {

  /** Whole numbers up to here are doubles. */
  private static final long EXACT = 1L << 53;

  private static final int MAX_DIGITS = 18;

  /** Powers of ten up to 10^22 are doubles, without rounding. */
  private static final double[] POWERS = new double[23];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private WideNumber() {}

  /**
   * Reads a number with a decimal point.
   *
   * @param b bytes that hold it
   * @param first first byte
   * @param end first byte after it; blanks on both sides do not count
   * @return the nearest double, infinite when it is too large; NaN when it is no number
   */
  static double parse(byte[] b, int first, int end) {
    int from = first;
    int to = end;
    while (from < to && DecimalText.blank(b[from])) {
      from++;
    }
    while (from < to && DecimalText.blank(b[to - 1])) {
      to--;
    }
    int at = from;
    boolean negative = at < to && b[at] == '-';
    if (negative || (at < to && b[at] == '+')) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int significant = 0;
    int zeros = 0;
    int scale = 0;
    boolean fraction = false;
    for (; at < to; at++) {
      int digit = b[at] - '0';
      if (digit < 0 || digit > 9) {
        if (b[at] != '.' || fraction) {
          break;
        }
        fraction = true;
        continue;
      }
      count++;
      if (fraction && digit == 0) {
        zeros++;
        continue;
      }
      // Zeros of a fraction count once another digit follows
      int step = zeros + 1;
      significant += digits == 0 && digit == 0 ? 0 : step;
      if (significant > MAX_DIGITS) {
        return parseText(b, from, to);
      }
      for (int i = 0; i < zeros; i++) {
        digits *= 10;
      }
      digits = digits * 10 + digit;
      scale += fraction ? step : 0;
      zeros = 0;
    }
    if (count == 0) {
      return Double.NaN;
    }
    if (at < to) {
      int exponent = exponent(b, at, to);
      if (exponent == Integer.MIN_VALUE) {
        return parseText(b, from, to);
      }
      scale -= exponent;
    }
    if (digits > EXACT || Math.abs(scale) >= POWERS.length) {
      return parseText(b, from, to);
    }
    // Both are exact, so this rounds once
    double value = scale >= 0 ? digits / POWERS[scale] : digits * POWERS[-scale];
    return negative ? -value : value;
  }

  /** An exponent of at most three digits; the smallest number when it is something else. */
  private static int exponent(byte[] b, int first, int to) {
    int at = first;
    if (b[at] != 'e' && b[at] != 'E') {
      return Integer.MIN_VALUE;
    }
    at++;
    boolean negative = at < to && b[at] == '-';
    if (negative || (at < to && b[at] == '+')) {
      at++;
    }
    if (at == to || to - at > 3) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; at < to; at++) {
      int digit = b[at] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      exponent = exponent * 10 + digit;
    }
    return negative ? -exponent : exponent;
  }

  private static double parseText(byte[] b, int from, int to) {
    var text = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    return text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")
        ? Double.parseDouble(text)
        : Double.NaN;
  }
}
