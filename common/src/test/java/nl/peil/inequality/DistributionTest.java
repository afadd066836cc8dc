package nl.peil.inequality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void isEachStatisticOfTheSamePeople() {
    // Ten persons: 1 has 4, 5 have 8, 3 have 16, 1 has 32; nobody has 64.
    double[] values = {32, 8, 4, 16, 64};
    double[] people = {1, 5, 1, 3, 0};
    assertThat(Distribution.of(values, people))
        .isEqualTo(
            new Distribution(
                (4 + 40 + 48 + 32) / 10.0,
                4,
                4,
                8,
                16,
                32,
                Gini.of(values, people),
                Theil.total(values, people),
                Double.NaN,
                Double.NaN,
                Double.NaN));
  }

  @Test
  void againstALineItTellsWhoHasEnoughAndHowFarTheOthersFallShort() {
    // Below 16: one with 4 (three quarters short) and five with 8 (half short), of ten.
    double[] values = {32, 8, 4, 16, 64};
    double[] people = {1, 5, 1, 3, 0};
    var judged = Distribution.of(values, people, 16);
    assertThat(judged.sufficiencyShare()).isEqualTo(0.4);
    assertThat(judged.fgt1()).isEqualTo((0.75 + 5 * 0.5) / 10);
    assertThat(judged.fgt2()).isEqualTo((0.5625 + 5 * 0.25) / 10);
    assertThat(judged.mean()).isEqualTo(Distribution.of(values, people).mean());
  }
}
