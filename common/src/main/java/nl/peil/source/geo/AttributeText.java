package nl.peil.source.geo;

import java.math.BigDecimal;

/** Text of an attribute value: a key written as a floating number must not gain decimals. */
final class AttributeText {

  private AttributeText() {}

  /** The value as text; 1011.0 becomes 1011. */
  static String of(Object value) {
    if (value instanceof Number number
        && (value instanceof Double || value instanceof Float || value instanceof BigDecimal)) {
      double d = number.doubleValue();
      if (!Double.isFinite(d)) {
        return String.valueOf(value);
      }
      var exact = value instanceof BigDecimal big ? big : new BigDecimal(String.valueOf(value));
      return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
    return String.valueOf(value).strip();
  }
}
