package nl.peil.source.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideNumberTest {

  private static double parse(String text) {
    byte[] bytes = ("#" + text + "#").getBytes(StandardCharsets.UTF_8);
    return WideNumber.parse(bytes, 1, bytes.length - 1);
  }

  private static void requireSame(String text) {
    assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
    assertThat(parse("-" + text)).as(text).isEqualTo(-Double.parseDouble(text));
  }

  @Property(tries = 20_000)
  void equalsTheDoubleNearestTheText(
      @ForAll @LongRange(min = 0) long digits,
      @ForAll @IntRange(max = 30) int scale,
      @ForAll @IntRange(min = -40, max = 40) int exponent) {
    for (int shift = 0; shift < 60; shift += 12) {
      var text = BigDecimal.valueOf(digits >>> shift, scale).toPlainString();
      requireSame(text);
      requireSame(text + "e" + exponent);
    }
  }

  @Property(tries = 5_000)
  void readsBackWhatOtherProgramsWrite(@ForAll @LongRange(min = 0, max = 99_999) long tenths) {
    double value = tenths / 10.0;
    requireSame(Double.toString(value));
    requireSame(String.format(Locale.ROOT, "%.18e", value));
    requireSame(String.format(Locale.ROOT, "%.3f", value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "007",
        "1.",
        ".5",
        " 3 ",
        "+4",
        "9007199254740993",
        "1e22",
        "1e23",
        "1e-400",
        "0.000",
        "123456789012345678901234567890",
        "1E5",
        "2.50e+01"
      })
  void unusualNumbers(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text.strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "-",
        "x",
        "1x",
        "NaN",
        "1.2.3",
        "1,5",
        "0x10",
        "1f",
        "1e",
        "1e+",
        "e5",
        "- 1",
        "Infinity"
      })
  void textThatIsNoNumber(String text) {
    assertThat(parse(text)).as(text).isNaN();
  }
}
