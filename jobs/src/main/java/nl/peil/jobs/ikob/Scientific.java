package nl.peil.jobs.ikob;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers with 18 decimals and an exponent of at least two digits, as numpy writes them: the exact
 * value of the double, rounded once, halves to even.
 */
final class Scientific {

  private static final MathContext DIGITS = new MathContext(19, RoundingMode.HALF_EVEN);

  /** Powers of five up to 5^27 are longs. */
  private static final long[] FIVES = new long[28];

  private static final long SMALLEST = 1_000_000_000_000_000_000L;

  private static final int FRACTION_BITS = 52;
  private static final int BIAS = 1075;

  static {
    FIVES[0] = 1;
    for (int i = 1; i < FIVES.length; i++) {
      FIVES[i] = 5 * FIVES[i - 1];
    }
  }

  private Scientific() {}

  /** The text of a finite number. */
  static String text(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.000000000000000000e+00" : "0.000000000000000000e+00";
    }
    double size = Math.abs(value);
    int power = (int) Math.floor(Math.log10(size));
    long digits = digits(size, power);
    // The logarithm may be off by one at a power of ten, and rounding may reach the next
    if (digits != 0 && Long.compareUnsigned(digits, SMALLEST) < 0) {
      power--;
      digits = digits(size, power);
    } else if (digits != 0
        && Long.compareUnsigned(Long.divideUnsigned(digits, 10), SMALLEST) >= 0) {
      power++;
      digits = digits(size, power);
    }
    return digits == 0 ? inFull(value) : text(value < 0, Long.toUnsignedString(digits), power);
  }

  private static String text(boolean negative, String digits, int power) {
    return (negative ? "-" : "")
        + digits.charAt(0)
        + '.'
        + digits.substring(1)
        + (power < 0 ? "e-" : "e+")
        + (Math.abs(power) < 10 ? "0" : "")
        + Math.abs(power);
  }

  /**
   * The 19 digits of a number, as an unsigned number: {@code value * 10^(18 - power)}, of which the
   * power of two is a shift and the power of five fits a long; 0 when it does not go so.
   */
  private static long digits(double value, int power) {
    int k = 18 - power;
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> FRACTION_BITS);
    int shift = BIAS - exponent - k;
    if (k < 0 || k >= FIVES.length || exponent == 0 || shift <= 0 || shift >= Long.SIZE) {
      return 0;
    }
    long fraction = (bits & ((1L << FRACTION_BITS) - 1)) | (1L << FRACTION_BITS);
    long high = Math.multiplyHigh(fraction, FIVES[k]);
    long low = fraction * FIVES[k];
    if (high >>> shift != 0) {
      return 0;
    }
    long whole = (high << (Long.SIZE - shift)) | (low >>> shift);
    long rest = low << (Long.SIZE - shift);
    boolean up = rest == Long.MIN_VALUE ? (whole & 1) == 1 : rest < 0;
    return up ? whole + 1 : whole;
  }

  private static String inFull(double value) {
    var exact = new BigDecimal(Math.abs(value)).round(DIGITS);
    var digits = exact.unscaledValue().toString();
    return text(
        value < 0,
        digits + "0".repeat(Math.max(0, DIGITS.getPrecision() - digits.length())),
        digits.length() - 1 - exact.scale());
  }
}
