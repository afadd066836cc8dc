package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.OptionalDouble;
import nl.peil.measure.CumulativeInterval.Summary;
import nl.peil.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CumulativeIntervalTest {

  /** Powers of two: within 10: 1, 11: 3, 12: 7, 13: 15 (13.0 included), beyond: 16. */
  private static final Reach REACH =
      Reach.of(new float[] {9.9f, 11f, 11.1f, 13f, 13.1f}, new double[] {1, 2, 4, 8, 16});

  @ParameterizedTest
  @CsvSource({
    "'cumulative_interval(10,13)', 5", // median of 1, 3, 7, 15
    "'cumulative_interval(10,12)', 3",
    "'cumulative_interval(10,13,1,mean)', 6.5",
    "'cumulative_interval(10,13,1,mean,integer)', 6",
    "'cumulative_interval(10,13,1,median)', 5",
    "'cumulative_interval(10,13,1,min)', 1",
    "'cumulative_interval(10,13,1,max)', 15",
    "'cumulative_interval(10,13,2,max)', 7", // 10 and 12; 13 is no whole number of steps away
    "'cumulative_interval(11,11)', 3",
    "'cumulative_interval(13,14,0.1,mean)', 29.545454545454547", // 15 once, 31 ten times
    "'cumulative_interval(0,9)', 0"
  })
  void summarisesTheThresholds(String text, double expected) {
    assertThat(measure(text).value(REACH)).isEqualTo(expected);
  }

  @Test
  void stepsThatDoNotFitAsDoublesStillReachTheEnd() {
    // 0.1 + 0.1 + ... is not 0.3, nor 0.7; the last threshold counts all the same
    var reach = Reach.of(new float[] {0.3f, 0.7f}, new double[] {1, 2});
    assertThat(measure("cumulative_interval(0,0.3,0.1,max)").value(reach)).isEqualTo(1);
    assertThat(measure("cumulative_interval(0,0.7,0.1,max)").value(reach)).isEqualTo(3);
  }

  @Test
  void partsThatMakeAWholeAreNotCut() {
    var tenths = new Reach(0);
    for (int i = 0; i < 30; i++) {
      tenths.add(5f, 0.1);
    }
    assertThat(measure("cumulative_interval(5,6,1,mean,integer)").value(tenths)).isEqualTo(3);
  }

  @Test
  void largeSumsAreCutToTheWholeNumberInThem() {
    // 30 times 12345.1 adds up to 370352.9999999999
    var parts = new Reach(0);
    for (int i = 0; i < 30; i++) {
      parts.add(5f, 12345.1);
    }
    assertThat(measure("cumulative_interval(5,5,1,mean,integer)").value(parts)).isEqualTo(370_353);
    for (double whole : new double[] {1e9, 4e9, 1e12}) {
      assertThat(
              measure("cumulative_interval(5,5,1,mean,integer)")
                  .value(Reach.of(new float[] {5}, new double[] {whole})))
          .isEqualTo(whole);
    }
    assertThat(
            measure("cumulative_interval(5,5,1,mean,integer)")
                .value(Reach.of(new float[] {5}, new double[] {1000.9})))
        .isEqualTo(1000);
  }

  @Test
  void takesAHundredThousandThresholdsAndNotOneMore() {
    var reach = Reach.of(new float[] {99_999f}, new double[] {2});
    assertThat(measure("cumulative_interval(0,99999,1,max)").value(reach)).isEqualTo(2);
    assertThat(measure("cumulative_interval(99998,100000,1,median)").value(reach)).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> measure("cumulative_interval(0,100000,1)"))
        .withMessageContaining("at most 100,000 thresholds");
  }

  @Test
  void isNamedAfterWhatItDoes() {
    assertThat(measure("cumulative_interval(10,13)").name())
        .isEqualTo("within_10_to_13_by_1_median");
    assertThat(measure("cumulative_interval(10,13,0.5,mean,integer)").name())
        .isEqualTo("within_10_to_13_by_0.5_mean_integer");
    assertThat(measure("cumulative_interval(10,13)").unit()).isEqualTo("opportunities");
  }

  @ParameterizedTest
  @CsvSource({
    "'cumulative_interval(10)', an argument is missing",
    "'cumulative_interval(10,13,1,mean,integer,x)', an argument too many",
    "'cumulative_interval(13,10)', expected 0 <= T1 <= T2",
    "'cumulative_interval(10,13,0)', expected a step above 0",
    "'cumulative_interval(0,1000,0.001)', 'at most 100,000 thresholds'",
    "'cumulative_interval(10,13,1,average)', 'character 29: expected median, mean, min or max'",
    "'cumulative_interval(10,13,1,mean,whole)', expected 'integer' or nothing",
    "'cumulative_interval(x,13)', expected T1",
    "'cumulative_interval(10,x)', expected T2",
    "'cumulative_interval(10,13,x)', expected step"
  })
  void refusesWhatItCannotDo(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeasureDefinition.parse(text))
        .withMessageContaining(message);
  }

  @Test
  void refusesNegativeThresholds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CumulativeInterval(-1, 5, 1, Summary.MEAN, false))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new CumulativeInterval(0, Double.POSITIVE_INFINITY, 1, Summary.MEAN, false))
        .withMessageContaining("0 <= T1 <= T2, but got 0.0 and Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CumulativeInterval(0, 5, Double.NaN, Summary.MEAN, false));
  }

  private static Measure measure(String text) {
    return (Measure)
        MeasureDefinition.parse(text)
            .bind(new Binding(Mode.AUTO, "s", OptionalDouble.empty(), Map.of()))
            .orElseThrow();
  }
}
