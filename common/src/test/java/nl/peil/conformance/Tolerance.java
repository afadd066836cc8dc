package nl.peil.conformance;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * How far a number may be from the expected one.
 *
 * @param text what a report says of it
 * @param allowed from the expected number to the largest difference that is allowed
 */
record Tolerance(String text, DoubleUnaryOperator allowed) {

  /** A part of the expected number; so nothing at all when 0 is expected. */
  static Tolerance relative(double part) {
    return new Tolerance(
        String.format(Locale.ROOT, "%.0e relative", part), expected -> part * Math.abs(expected));
  }

  /** Half a unit of the last decimal, for a number that was rounded. */
  static Tolerance rounded(int decimals) {
    double half = Math.pow(10, -decimals) / 2;
    return new Tolerance(
        "half a unit of " + decimals + (decimals == 1 ? " decimal" : " decimals"),
        expected -> half);
  }

  /** True when the numbers agree; NaN, for no value, agrees with NaN and with no number. */
  boolean accepts(double found, double expected) {
    return (Double.isNaN(expected) || Double.isNaN(found))
        ? (Double.isNaN(expected) && Double.isNaN(found))
        : Math.abs(found - expected) <= allowed.applyAsDouble(expected);
  }
}
