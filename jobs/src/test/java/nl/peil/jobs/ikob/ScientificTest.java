package nl.peil.jobs.ikob;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScientificTest {

  /** The second is the first number in one of IKOB's own files. */
  @ParameterizedTest
  @CsvSource({
    "1, 1.000000000000000000e+00",
    "0.4831499960849896, 4.831499960849895969e-01",
    "-519.5399500817239868, -5.195399500817239868e+02",
    "0, 0.000000000000000000e+00",
    "-0.0, -0.000000000000000000e+00",
    "1000, 1.000000000000000000e+03",
    "0.1, 1.000000000000000056e-01",
    "123456789012345678, 1.234567890123456800e+17",
    "1e100, 1.000000000000000016e+100",
    "4.9e-324, 4.940656458412465442e-324"
  })
  void asNumpyWritesIt(double value, String text) {
    assertThat(Scientific.text(value)).isEqualTo(text);
  }

  @Test
  void isTheExactValueRoundedOnce() {
    var random = new Random(19);
    for (int i = 0; i < 200_000; i++) {
      double value =
          switch (i % 4) {
            case 0 -> random.nextDouble() * Math.pow(10, random.nextInt(20) - 8);
            case 1 -> Math.rint(random.nextDouble() * 1e6);
            case 2 -> Math.nextDown(Math.pow(10, random.nextInt(30) - 10));
            default -> Double.longBitsToDouble(random.nextLong() & 0x7FEFFFFFFFFFFFFFL);
          };
      var text = Scientific.text(value);
      assertThat(text).matches("[0-9]\\.[0-9]{18}e[+-][0-9]{2,3}");
      assertThat(Double.parseDouble(text)).isEqualTo(value);
      if (value > 0) {
        // Half a unit of the 18th decimal at most
        var exact = new BigDecimal(value);
        var apart = new BigDecimal(text).subtract(exact).abs();
        int power = Integer.parseInt(text.substring(text.indexOf('e') + 1));
        assertThat(apart.multiply(BigDecimal.valueOf(2)))
            .isLessThanOrEqualTo(BigDecimal.ONE.scaleByPowerOfTen(power - 18));
      }
    }
  }
}
