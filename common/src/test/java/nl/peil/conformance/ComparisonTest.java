package nl.peil.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison itself can fail, or conformance would say nothing. */
class ComparisonTest {

  private static Comparison comparison(Tolerance tolerance) {
    return new Comparison("source", "measure", tolerance);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000.9, 1000000, true",
    "1000001.1, 1000000, false",
    "-999999.1, -1000000, true",
    "999998.9, 1000000, false",
    "0, 0, true",
    "1e-300, 0, false",
    "NaN, NaN, true",
    "NaN, 0, false",
    "0, NaN, false"
  })
  void relativeToTheExpectedNumber(double found, double expected, boolean agrees) {
    assertThat(Tolerance.relative(1e-6).accepts(found, expected)).isEqualTo(agrees);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0.01524, 0.0152, true",
    "4, 0.01526, 0.0152, false",
    "4, 0.01514, 0.0152, false",
    "0, 81.6, 82, true",
    "0, 81.4, 82, false",
    "1, 5.84, 5.8, true",
    "0, NaN, 82, false"
  })
  void halfAUnitOfTheDecimals(int decimals, double found, double expected, boolean agrees) {
    assertThat(Tolerance.rounded(decimals).accepts(found, expected)).isEqualTo(agrees);
  }

  @Test
  void keepsTheLargestErrorAndNamesTheRowsOutOfTolerance() {
    var comparison = comparison(Tolerance.relative(1e-6));
    comparison.row("fine", 4.000001, 4);
    comparison.row("wrong", 3, 4);
    comparison.row("small", 1, 1);
    assertThat(comparison.largest()).isEqualTo(0.25);
    assertThatThrownBy(() -> comparison.requireAgreement(3))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("wrong: expected 4.0, but found 3.0")
        .hasMessageNotContaining("fine")
        .hasMessageNotContaining("small");
  }

  @Test
  void aRowThatIsNotComparedIsNoAgreement() {
    var comparison = comparison(Tolerance.relative(1e-6));
    comparison.row("one", 1, 1);
    comparison.requireAgreement(1);
    assertThatThrownBy(() -> comparison.requireAgreement(2)).isInstanceOf(AssertionError.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> comparison.row("one", 1, 1))
        .withMessageContaining("twice");
  }

  @Test
  void aMissingValueIsAnInfiniteError() {
    var comparison = comparison(Tolerance.rounded(0));
    comparison.row("none", Double.NaN, 4);
    assertThat(comparison.largest()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> comparison.requireAgreement(1)).isInstanceOf(AssertionError.class);
  }
}
