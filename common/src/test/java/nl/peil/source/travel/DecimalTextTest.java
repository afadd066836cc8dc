package nl.peil.source.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

  private static float parse(String text) {
    return parse(text, '.');
  }

  private static float parse(String text, char mark) {
    byte[] bytes = ("#" + text + "#").getBytes(StandardCharsets.UTF_8);
    return DecimalText.parse(bytes, 1, bytes.length - 1, (byte) mark);
  }

  @Property(tries = 20_000)
  void equalsTheFloatNearestTheText(
      @ForAll @LongRange(min = 0) long digits, @ForAll @IntRange(max = 24) int scale) {
    for (var text : new String[] {plain(digits, scale), plain(digits >>> 30, scale % 8)}) {
      assertThat(parse(text)).as(text).isEqualTo(Float.parseFloat(text));
      assertThat(parse("-" + text)).as(text).isEqualTo(-Float.parseFloat(text));
      assertThat(parse(text.replace('.', ','), ',')).as(text).isEqualTo(Float.parseFloat(text));
    }
  }

  @Property(tries = 5_000)
  void roundsRightAtAndNextToTheMiddleOfTwoFloats(@ForAll @IntRange(max = 0x4E000000) int bits) {
    // Every float in this range has an exact, short decimal middle with its neighbour.
    float low = Float.intBitsToFloat(0x3F800000 + bits % 0x08000000);
    var middle =
        new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
    var step = new BigDecimal("1e-17");
    for (var value : new BigDecimal[] {middle, middle.add(step), middle.subtract(step)}) {
      var text = value.toPlainString();
      assertThat(parse(text)).as(text).isEqualTo(Float.parseFloat(text));
    }
  }

  @Property(tries = 5_000)
  void readsBackWhatOtherProgramsWrite(@ForAll float single, @ForAll double wide) {
    assertThat(parse(Float.toString(single))).isEqualTo(single);
    assertThat(parse(Double.toString(wide))).isEqualTo(Float.parseFloat(Double.toString(wide)));
    var rounded = String.format(Locale.ROOT, "%.1f", Math.abs(wide % 1440));
    assertThat(parse(rounded)).isEqualTo(Float.parseFloat(rounded));
  }

  private static String plain(long digits, int scale) {
    return BigDecimal.valueOf(digits, scale).toPlainString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "+",
        ".",
        "-.",
        "NaN",
        "null",
        "inf",
        "Infinity",
        "12,3",
        "1.2.3",
        "12f",
        "12d",
        "0x1p3",
        "1 2",
        "1e",
        "1e+",
        "e5",
        "--1",
        "1-",
        "1_0",
        "\u0661",
        "12.3x",
        "1234567890123456789x"
      })
  void isNoNumber(String text) {
    assertThat(parse(text)).isNaN();
  }

  @Test
  void takesWhatTablesHold() {
    assertThat(parse("12")).isEqualTo(12f);
    assertThat(parse("12.")).isEqualTo(12f);
    assertThat(parse(".5")).isEqualTo(0.5f);
    assertThat(parse("+7.25")).isEqualTo(7.25f);
    assertThat(parse(" 12.3\t")).isEqualTo(12.3f);
    assertThat(parse("007")).isEqualTo(7f);
    assertThat(parse("1e+05")).isEqualTo(100_000f);
    assertThat(parse("1,5E2", ',')).isEqualTo(150f);
    assertThat(parse("2147483647")).isEqualTo(2_147_483_648f);
    assertThat(parse("1e99")).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(parse("12.3", ',')).isNaN();
  }
}
