package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three steps of which the shares look further than people go. */
class CatchmentLimitTest {

  /** Zone 0 has something at 10 and at 40 minutes, zone 1 at 40 and 10; f = 1 - t/60. */
  private static final SmallMatrix TWO =
      new SmallMatrix(
          SmallMatrix.table(new double[] {10, 40}, new double[] {40, 10}),
          new double[] {6, 9},
          new double[] {100, 50});

  @Test
  void whatLiesBeyondTakesPartInTheSharesAndInNothingElse() {
    // f(10) = 5/6 and f(40) = 1/3, so the share of what is near is 5/7, its weight 5/6 * 5/7; with
    // one destination each, the weight falls out of the value, which is O / P.
    assertThat(TWO.values("floating_catchment(3sfca,linear,60,catchment=39.9)"))
        .containsExactly(new double[] {6 / 100.0, 9 / 50.0}, within(1e-15));
    // A third zone without people or opportunities of its own sees how much weight is left.
    var three =
        new SmallMatrix(
            SmallMatrix.table(
                new double[] {10, 40, Double.NaN},
                new double[] {40, 10, Double.NaN},
                new double[] {30, Double.NaN, Double.NaN}),
            new double[] {6, 9, 0},
            new double[] {100, 50, 0});
    double near = 5 / 6.0 * 5 / 7;
    assertThat(three.values("floating_catchment(3sfca,linear,60,catchment=30)")[2])
        .isCloseTo(0.5 * 6 / (100 * near), within(1e-15));
    assertThat(three.values("floating_catchment(3sfca,linear,60,max=30)")[2])
        .isCloseTo(0.5 * 6 / (100 * 5 / 6.0), within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear,60", "power,1", "exponential,0.05"})
  void aCatchmentThatHoldsAllChangesNothing(String decay) {
    assertThat(TWO.values("floating_catchment(3sfca," + decay + ",catchment=40)"))
        .containsExactly(TWO.values("floating_catchment(3sfca," + decay + ")"));
  }

  @Test
  void supplyIsConserved() {
    var values = TWO.values("floating_catchment(3sfca,power,1,catchment=40)");
    assertThat(values[0] * 100 + values[1] * 50).isCloseTo(15, within(1e-12));
  }

  @Test
  void theNameTellsTheCatchment() {
    var definition =
        MeasureDefinition.parse("floating_catchment(3sfca,linear,60,max=45,catchment=30)");
    assertThat(definition.name()).isEqualTo("fca_3sfca_linear_60_max_45_catchment_30");
    assertThat(FloatingCatchment.within("one", minutes -> 1, 30).name())
        .isEqualTo("fca_3sfca_one_catchment_30");
  }

  @ParameterizedTest
  @CsvSource({
    "'floating_catchment(2sfca,linear,60,catchment=30)', 'with 2sfca write max='",
    "'floating_catchment(bfca,linear,60,catchment=30)', 'with bfca write max='",
    "'floating_catchment(3sfca,linear,60,catchment=x)', 'expected catchment, the minutes'",
    "'floating_catchment(3sfca,catchment=30)', 'an argument is missing'",
    "'floating_catchment(3sfca,linear,catchment=30)', 'an argument is missing'"
  })
  void refusesWhatMakesNoSense(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeasureDefinition.parse(text))
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesACatchmentThatIsNone(double wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatingCatchment.within("one", minutes -> 1, wrong));
  }
}
