package nl.peil.source.travel.write;

import java.math.BigDecimal;

/** Writes a number as the shortest text that reads as the same float, without an exponent. */
final class NumberText {

  private NumberText() {}

  static String of(float value) {
    if (value == (long) value) {
      return Long.toString((long) value);
    }
    var text = Float.toString(value);
    return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
  }

  /** Refuses what is no time or distance. */
  static float checked(float value, String what) {
    if (!(value >= 0) || Float.isInfinite(value)) {
      throw new IllegalArgumentException(
          "expected " + what + " of 0 or more, got " + value + "; leave the pair out");
    }
    return value;
  }
}
