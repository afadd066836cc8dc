package nl.peil.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InequalityStatisticTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** Ten persons in ten zones, incomes 1 to 10, groups a and b in turn. */
  private static final ZoneValues TEN =
      ZoneValues.of(
              new double[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512},
              new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
          .rankedBy(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
          .groupedBy(List.of("a", "b", "a", "b", "a", "b", "a", "b", "a", "b"));

  private static double only(String text, ZoneValues zones) {
    var values = InequalityStatistic.parse(text).over(zones).values();
    assertThat(values).as(text).hasSize(1);
    return values.values().iterator().next();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mean                                    | mean                             | 102.3
          quantile(0.9)                           | p90                              | 256
          quantile(0.9,reached)                   | p90                              | 256
          quantile(0.9,crossed)                   | p90                              | 512
          quantile(0.9,interpolated)              | p90                              | 281.6
          quantile(0)                             | p0                               | 1
          quantile(1)                             | p100                             | 512
          quantile(0.975)                         | p97.5                            | 512
          palma(income)                           | palma                            | 136.53333333333333
          palma(income,interpolated)              | palma                            | 136.53333333333333
          fgt(0,16)                               | fgt0                             | 0.4
          fgt(1,16)                               | fgt1                             | 0.3062500000
          fgt(2,16)                               | fgt2                             | 0.2457031250
          fgt_over(0,64)                          | fgt0_over                        | 0.3
          fgt_over(1,64)                          | fgt1_over                        | 0.3
          fgt_over(1,64,5)                        | fgt1_over                        | 0.9
          fgt_over(2,64,5)                        | fgt2_over                        | 3.5
          sufficiency(16)                         | sufficiency_share                | 0.6
          sufficiency_within(16)                  | sufficiency_share                | 0.5
          """)
  void everyFormComputesWhatItSays(String text, String result, double expected) {
    assertThat(only(text, TEN)).isCloseTo(expected, within(1e-12));
    assertThat(InequalityStatistic.parse(text).results()).containsExactly(result);
  }

  @Test
  void passesItsArgumentsOn() {
    // Incomes 1, 1, 2 with a tie: see ConcentrationIndexTest for the numbers.
    var tied =
        ZoneValues.of(new double[] {4, 0, 1}, new double[] {3, 1, 4})
            .rankedBy(new double[] {1, 1, 2});
    assertThat(only("concentration(income)", tied)).isEqualTo(-0.25);
    assertThat(only("concentration(income,shared)", tied)).isEqualTo(-0.25);
    assertThat(only("concentration(income,lightest_first)", tied)).isEqualTo(-10 / 64.0);
    assertThat(only("concentration_corrected(income)", tied)).isEqualTo(-0.5);
    assertThat(only("concentration_corrected(income,lightest_first)", tied)).isEqualTo(-20 / 64.0);
    assertThat(only("concentration_corrected(income,lightest_first,0,8)", tied))
        .isEqualTo(-10 / 64.0);
    assertThat(only("concentration_corrected(income,shared,0,16)", tied)).isEqualTo(-0.125);
    // Five persons: reached there is nobody above the 90th percentile, interpolated there is.
    var five =
        ZoneValues.of(new double[] {1, 2, 4, 8, 16}, new double[] {1, 1, 1, 1, 1})
            .rankedBy(new double[] {1, 2, 3, 4, 5});
    assertThat(only("palma(income)", five)).isNaN();
    assertThat(only("palma(income,interpolated)", five)).isEqualTo(16 / 1.5);
  }

  @Test
  void giniAndTheilAreThoseOfThePeople() {
    var two = ZoneValues.of(new double[] {1, 3}, new double[] {3, 1}).groupedBy(List.of("a", "b"));
    double theil = 0.5 * Math.log(2 / 3.0) + 0.5 * Math.log(2);
    assertThat(only("gini", two)).isCloseTo(0.25, within(1e-15));
    assertThat(only("theil", two)).isCloseTo(theil, within(1e-15));
    var parts = InequalityStatistic.parse("theil(province)");
    var found = parts.over(two).values();
    assertThat(found).containsOnlyKeys(parts.results());
    assertThat(found.values()).containsExactly(only("theil", two), only("theil", two), 0.0, 1.0);
    assertThat(parts.results())
        .containsExactly("theil", "theil_between", "theil_within", "theil_between_share");
  }

  @Test
  void saysWhichColumnsItNeeds() {
    for (var text : List.of("palma(inc)", "concentration(inc)", "concentration_corrected(inc)")) {
      assertThat(InequalityStatistic.parse(text).rankingColumn()).contains("inc");
      assertThat(InequalityStatistic.parse(text).groupColumn()).isEmpty();
    }
    assertThat(InequalityStatistic.parse("theil( Provincie naam )").groupColumn())
        .contains("Provincie naam");
    assertThat(InequalityStatistic.parse("theil(province)").rankingColumn()).isEmpty();
    for (var text : List.of("theil", "gini", "mean", "quantile(0.5)", "fgt(0,1)")) {
      assertThat(InequalityStatistic.parse(text).groupColumn()).isEmpty();
      assertThat(InequalityStatistic.parse(text).rankingColumn()).isEmpty();
    }
  }

  @Test
  void refusesZonesWithoutWhatItNeeds() {
    var bare = ZoneValues.of(new double[] {1}, new double[] {1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InequalityStatistic.parse("palma(income)").over(bare))
        .withMessage(
            "statistic palma_income needs the column income of the zones, but they came without a"
                + " ranking");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InequalityStatistic.parse("theil(province)").over(bare))
        .withMessage(
            "statistic theil_province needs the column province of the zones, but they came"
                + " without groups");
    assertThatIllegalStateException().isThrownBy(bare::ranking).withMessageContaining("not given");
  }

  @Test
  void leavesOutWhatIsMissingWithItsPeople() {
    var zones =
        ZoneValues.of(
                new double[] {1, Double.NaN, 3, 5, 99, INFINITE, 7},
                new double[] {1, 2, 4, 8, 0, 16, 32})
            .rankedBy(new double[] {1, 2, Double.NaN, 4, 5, 6, 7})
            .groupedBy(Arrays.<@Nullable String>asList("a", "a", "a", null, "b", "b", " "));
    var mean = InequalityStatistic.parse("mean").over(zones);
    assertThat(mean.values()).containsEntry("mean", (1 + 12 + 40 + 224) / 45.0);
    assertThat(mean.covered()).isEqualTo(45);
    assertThat(mean.people()).isEqualTo(63);
    // The ranking matters to a statistic that needs it, and so do groups.
    assertThat(InequalityStatistic.parse("palma(income)").over(zones).covered()).isEqualTo(41);
    var theil = InequalityStatistic.parse("theil(province)").over(zones);
    assertThat(theil.covered()).isEqualTo(5);
    assertThat(theil.values())
        .containsEntry("theil", Theil.total(new double[] {1, 3}, new double[] {1, 4}))
        .containsEntry("theil_between", 0.0);
    // Unreachable counts for quantiles and times over a norm.
    for (var text : List.of("quantile(0.5)", "fgt_over(0,2)", "sufficiency_within(2)")) {
      var statistic = InequalityStatistic.parse(text);
      assertThat(statistic.countsUnreachable()).isTrue();
      assertThat(statistic.over(zones).covered()).isEqualTo(61);
    }
    assertThat(only("quantile(1)", zones)).isEqualTo(INFINITE);
    assertThat(only("fgt_over(0,2)", zones)).isEqualTo(60 / 61.0);
    assertThat(only("sufficiency_within(5)", zones)).isEqualTo(13 / 61.0);
    assertThat(only("sufficiency(5)", zones)).isEqualTo(40 / 45.0);
    for (var text : List.of("gini", "palma(income)", "fgt(0,2)", "sufficiency(2)", "mean")) {
      assertThat(InequalityStatistic.parse(text).countsUnreachable()).isFalse();
    }
  }

  @Test
  void hasNoValueOverNobody() {
    var nobody =
        ZoneValues.of(new double[] {Double.NaN, 3}, new double[] {5, 0})
            .rankedBy(new double[2])
            .groupedBy(List.of("a", "b"));
    for (var form : InequalityForm.all()) {
      for (var example : form.examples()) {
        var statistic = InequalityStatistic.parse(example);
        var outcome = statistic.over(nobody);
        assertThat(outcome.covered()).isZero();
        assertThat(outcome.people()).isEqualTo(5);
        assertThat(outcome.values().keySet()).containsExactlyElementsOf(statistic.results());
        assertThat(outcome.values().values()).allMatch(value -> value.isNaN());
      }
    }
  }

  @Test
  void refusesWhatAreNoZones() {
    double[] two = {1, 1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZoneValues.of(two, new double[3]))
        .withMessage("expected as many weights as values, but got 3 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZoneValues.of(two, new double[] {1, Double.NaN}))
        .withMessage("weight 1: expected a finite number of 0 or more, but got NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZoneValues.of(new double[] {1, -INFINITE}, two))
        .withMessageContaining("value 1: expected a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZoneValues.of(two, two).rankedBy(new double[1]))
        .withMessage("expected as many rankings as values, but got 1 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZoneValues.of(two, two).groupedBy(List.of("a")))
        .withMessage("expected as many groups as values, but got 1 and 2");
  }

  @Test
  void formsAreCompleteAndDifferent() {
    var forms = InequalityForm.all();
    assertThat(forms).extracting(InequalityForm::keyword).doesNotHaveDuplicates().hasSize(11);
    for (var form : forms) {
      assertThat(form.examples()).isNotEmpty();
      assertThat(form.usages())
          .allMatch(
              usage -> usage.equals(form.keyword()) || usage.startsWith(form.keyword() + "("));
      var contract = form.contract();
      assertThat(
              Stream.of(
                  form.meaning(),
                  contract.formula(),
                  contract.unit(),
                  contract.range(),
                  contract.monotonicity(),
                  contract.source()))
          .noneMatch(String::isBlank);
    }
    var examples = forms.stream().flatMap(form -> form.examples().stream()).toList();
    assertThat(examples.stream().map(text -> InequalityStatistic.parse(text).name()))
        .doesNotHaveDuplicates();
  }

  static Stream<String> examples() {
    return InequalityForm.all().stream().flatMap(form -> form.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void travelsToTheWorkers(String example) throws IOException, ClassNotFoundException {
    var statistic = InequalityStatistic.parse(example);
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(statistic);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var there = (InequalityStatistic) in.readObject();
      assertThat(there.over(TEN)).isEqualTo(statistic.over(TEN));
      assertThat(there.name()).isEqualTo(statistic.name());
    }
  }
}
