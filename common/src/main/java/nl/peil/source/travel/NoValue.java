package nl.peil.source.travel;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The ways in which programs write that there is no number. */
final class NoValue {

  private static final Set<String> WORDS =
      Set.of("nan", "na", "n/a", "null", "none", "inf", "infinity", "+inf", "+infinity");
  private static final int LONGEST = 9;

  private NoValue() {}

  /** True for a blank field and for the words, in capitals or not. */
  static boolean is(byte[] bytes, int first, int end) {
    int from = first;
    int to = end;
    while (from < to && DecimalText.blank(bytes[from])) {
      from++;
    }
    while (from < to && DecimalText.blank(bytes[to - 1])) {
      to--;
    }
    if (to - from > LONGEST) {
      return false;
    }
    return from == to
        || WORDS.contains(
            new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT));
  }
}
