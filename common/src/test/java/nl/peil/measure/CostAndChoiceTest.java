package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.peil.measure.Reaches.Destination;
import nl.peil.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cost to reach an amount, balancing cost, and choice. */
class CostAndChoiceTest {

  /** 5 minutes: 10, 12.3: 0.5, 20: 4 and 1. */
  private static final Reach REACH =
      Reach.of(new float[] {20f, 5f, 12.3f, 20f}, new double[] {4, 10, 0.5, 1});

  @Provide
  Arbitrary<List<Destination>> rows() {
    return Reaches.rows();
  }

  @ParameterizedTest
  @CsvSource({"0.1, 5", "10, 5", "10.4, 12.3", "10.5, 12.3", "10.6, 20", "15.5, 20", "15.6, NaN"})
  void costIsTheTimeAtWhichTheAmountIsReached(double amount, Double minutes) {
    assertThat(new CostToReach(amount).value(REACH)).isEqualTo(minutes);
  }

  @Property
  void costToReachAWholeNumberIsTheNearest(
      @ForAll("rows") List<Destination> row, @ForAll @IntRange(min = 1, max = 50) int k) {
    Double nearest = new Nearest(k).value(Reaches.reach(row));
    assertThat(new CostToReach(k).value(Reaches.reach(row))).isEqualTo(nearest);
  }

  @Test
  void partsAddUpToTheAmount() {
    var tenths = new Reach(0);
    for (int i = 1; i <= 10; i++) {
      tenths.add(i, 0.1);
    }
    assertThat(new CostToReach(1).value(tenths)).isEqualTo(10);
    assertThat(new CostToReach(0.95).value(tenths)).isEqualTo(10);
    assertThat(new CostToReach(0.9).value(tenths)).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0", // nobody: at once
    "9, 1, 5", // 10 exceed 9 at 5 minutes
    "10, 1, 13", // 10 do not exceed 10; 10.5 do, at 12.3: the step after it
    "10, 0.1, 12.3",
    "10, 5, 15",
    "10, 12.3, 12.3",
    "10.5, 1, 20",
    "15.4, 1, 20",
    "15.5, 1, NaN", // never more than 15.5
    "NaN, 1, NaN" // not known
  })
  void balancingCostIsTheFirstStepWithMoreOpportunitiesThanPeople(
      double people, double step, Double minutes) {
    REACH.demand(people);
    assertThat(new BalancingCost(step).value(REACH)).isEqualTo(minutes);
  }

  @Test
  void stepsOfATenthMeetTimesOfATenth() {
    for (int tenths = 0; tenths <= 2400; tenths++) {
      var reach = Reach.of(new float[] {tenths / 10f}, new double[] {2});
      reach.demand(1);
      assertThat(new BalancingCost(0.1).value(reach))
          .isCloseTo(tenths / 10.0, org.assertj.core.api.Assertions.within(1e-9));
    }
  }

  @Test
  void aMultipleOfTheStepIsOnTheGridAlsoWhereTheDivisionIsALittleMore() {
    // 2.1 / 0.3 is 7.000000000000001; so are many others up to 24,000 minutes
    for (int tenths = 3; tenths <= 240_000; tenths += 3) {
      double minutes = tenths / 10.0;
      var reach = Reach.of(new float[] {(float) minutes}, new double[] {2});
      reach.demand(1);
      assertThat(new BalancingCost(0.3).value(reach))
          .isCloseTo(minutes, org.assertj.core.api.Assertions.within(1e-9));
    }
  }

  @Test
  void aBillionthShortIsEnough() {
    float[] minutes = {9f, 5f};
    double almost = 17 * (1 - 1e-9);
    var enough = Reach.of(minutes, new double[] {17, almost});
    assertThat(new CostToReach(17).value(enough)).isEqualTo(5);
    assertThat(new Nearest(17).value(enough)).isEqualTo(5);
    assertThat(new Nearest(17).value(Reach.of(new float[] {5f}, new double[] {almost})))
        .isEqualTo(5);
    var short2 = Reach.of(minutes, new double[] {17, 17 * (1 - 2e-9)});
    assertThat(new CostToReach(17).value(short2)).isEqualTo(9);
    assertThat(new Nearest(17).value(short2)).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({"4.9, 0", "5, 2", "100, 2"})
  void choiceCountsUpToTwo(double minutes, double options) {
    assertThat(measure("choice(" + minutes + ")").value(REACH)).isEqualTo(options);
  }

  @Test
  void aPartOfAnOpportunityAndOneAreOneOption() {
    assertThat(measure("choice(5)").value(Reach.of(new float[] {5}, new double[] {0.2}))).isOne();
    assertThat(measure("choice(5)").value(Reach.of(new float[] {5}, new double[] {1}))).isOne();
    assertThat(measure("choice(5)").value(Reach.of(new float[] {5}, new double[] {1.01})))
        .isEqualTo(2);
  }

  @Test
  void choiceWithinTheNormTakesTheNorm() {
    var definition = MeasureDefinition.parse("choice(norm)");
    assertThat(definition.name()).isEqualTo("choice_norm");
    assertThat(definition.unit()).isEqualTo("options");
    var none = new Binding(Mode.AUTO, "s", OptionalDouble.empty(), Map.of());
    assertThat(definition.bind(none)).isEmpty();
    var five = new Binding(Mode.AUTO, "s", OptionalDouble.of(5), Map.of());
    var stage = (Measure) definition.bind(five).orElseThrow();
    assertThat(stage.name()).isEqualTo("choice_norm");
    assertThat(stage.value(REACH)).isEqualTo(2);
  }

  @Test
  void namesAndUnitsAreThoseOfTheTables() {
    assertThat(measure("cost_to_reach(100000)").name()).isEqualTo("cost_to_reach_100000");
    assertThat(measure("cost_to_reach(2.5)").name()).isEqualTo("cost_to_reach_2.5");
    assertThat(measure("cost_to_reach(2.5)").unit()).isEqualTo("min");
    assertThat(measure("balancing_cost(1)").name()).isEqualTo("balancing_cost_1");
    assertThat(measure("balancing_cost(1)").unit()).isEqualTo("min");
    assertThat(measure("choice(30)").name()).isEqualTo("choice_30");
    assertThat(measure("choice(30)").unit()).isEqualTo("options");
    assertThat(measure("balancing_cost(1)").needsDemand()).isTrue();
    assertThat(measure("cost_to_reach(1)").needsDemand()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "cost_to_reach(0), expected k above 0",
    "balancing_cost(0), expected a step above 0",
    "choice(x), expected norm",
    "'choice(1,2)', an argument too many",
    "'cost_to_reach(1,2)', an argument too many",
    "'balancing_cost(1,2)', an argument too many"
  })
  void refusesWhatMakesNoSense(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeasureDefinition.parse(text))
        .withMessageContaining(message);
  }

  @Test
  void refusesNumbersThatAreNone() {
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new CostToReach(wrong));
      assertThatIllegalArgumentException().isThrownBy(() -> new BalancingCost(wrong));
    }
  }

  private static Measure measure(String text) {
    return (Measure)
        MeasureDefinition.parse(text)
            .bind(new Binding(Mode.AUTO, "s", OptionalDouble.of(30), Map.of()))
            .orElseThrow();
  }
}
