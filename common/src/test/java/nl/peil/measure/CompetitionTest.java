package nl.peil.measure;

import static nl.peil.measure.SmallMatrix.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.peil.measure.decay.Exponential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Floating catchment, spatial availability and constrained accessibility. */
class CompetitionTest {

  private static final double NO = Double.NaN;

  /**
   * Zone 0 has the people of 0 and 1 within 30 minutes, zone 2 those of 1 and 2; matrices are not
   * symmetric: 1 reaches 0, but 0 does not reach 1 in time.
   */
  private static final SmallMatrix THREE =
      new SmallMatrix(
          table(new double[] {5, 40, 60}, new double[] {20, 5, 30}, new double[] {NO, 10, 5}),
          new double[] {6, 0, 10},
          new double[] {100, 50, 150});

  @Test
  void twoStepsByHand() {
    // 0: 6 for 100 + 50; 2: 10 for 50 + 150
    double first = 6 / 150.0;
    double third = 10 / 200.0;
    for (var method : List.of("2sfca", "e2sfca")) {
      assertThat(THREE.values("floating_catchment(" + method + ",binary,30)"))
          .containsExactly(new double[] {first, first + third, third}, within(1e-15));
    }
  }

  @Test
  void threeStepsByHand() {
    // f = 1 - t/60. From 0: f(5) = 11/12, f(60) = 0. From 1: f(20) = 2/3, f(30) = 1/2, shares 4/7
    // and 3/7. From 2: only zone 2, f(5) = 11/12.
    double own = 11 / 12.0;
    double one = 2 / 3.0 * 4 / 7;
    double two = 1 / 2.0 * 3 / 7;
    double first = 6 / (100 * own + 50 * one);
    double third = 10 / (50 * two + 150 * own);
    assertThat(THREE.values("floating_catchment(3sfca,linear,60)"))
        .containsExactly(
            new double[] {first * own, first * one + third * two, third * own}, within(1e-14));
  }

  @Test
  void balancedByHand() {
    // Shares of the origins as above; shares of the destinations: 0 gets 11/12 from 0 and 2/3 from
    // 1, 2 gets 1/2 from 1 and 11/12 from 2
    double first = 6 / (100 + 50 * 4 / 7.0);
    double third = 10 / (50 * 3 / 7.0 + 150);
    double sum0 = 11 / 12.0 + 2 / 3.0;
    double sum2 = 1 / 2.0 + 11 / 12.0;
    assertThat(THREE.values("floating_catchment(bfca,linear,60)"))
        .containsExactly(
            new double[] {
              first * 11 / 12 / sum0,
              first * 2 / 3 / sum0 + third / 2 / sum2,
              third * 11 / 12 / sum2
            },
            within(1e-14));
  }

  @Test
  void availabilityByHand() {
    // Six of zone 0 are shared by 100 and 50, ten of zone 2 by 50 and 150
    assertThat(THREE.values("spatial_availability(binary,30)"))
        .containsExactly(new double[] {4, 2 + 2.5, 7.5}, within(1e-14));
    // All zones alike: alpha 0
    assertThat(THREE.values("spatial_availability(binary,30,alpha=0)"))
        .containsExactly(new double[] {3, 3 + 5, 5}, within(1e-14));
    assertThat(THREE.values("constrained(singly,binary,30)"))
        .containsExactly(THREE.values("spatial_availability(binary,30)"));
  }

  @Test
  void totalConstrainedByHand() {
    // Within 30: 6, 16, 10, together 32; there are 16
    assertThat(THREE.values("constrained(total,binary,30)"))
        .containsExactly(new double[] {3, 8, 5}, within(1e-14));
  }

  @Test
  void peopleAreDividedOverTheOpportunitiesThatTheyReach() {
    // 100 of zone 0 go to 0; 50 of zone 1 to 0 and 2 as 6 to 10; 150 of zone 2 to 2
    assertThat(THREE.values("constrained(singly_demand,binary,30)"))
        .containsExactly(
            new double[] {100 + 50 * 6 / 16.0, 0, 50 * 10 / 16.0 + 150}, within(1e-12));
  }

  @Test
  void doublyConstrainedGivesEveryoneOneOpportunity() {
    // 8 people of zone 0 and 4 of zone 1 need 12 places: 6 in 0 and 6 in 1. Only f(0,1) = f(10) is
    // not 1 for those near: b b / ((1 - b) (1 - b)) = e e, as in every balanced table of two by
    // two.
    var two =
        new SmallMatrix(
            table(new double[] {0, 10}, new double[] {10, 0}),
            new double[] {6, 6},
            new double[] {8, 4});
    assertThat(two.values("constrained(doubly,exponential,0.1)"))
        .containsExactly(new double[] {8, 4}, within(1e-4));
    // x stay in zone 0 (x - 2 stay in 1): x (x - 2) / ((8 - x) (6 - x)) = e^2
    double x = solved();
    assertThat(two.values("allocated_minutes(doubly,exponential,0.1)"))
        .containsExactly(new double[] {10 * (8 - x) / 8, 10 * (6 - x) / 4}, within(1e-4));
    // Twice as many people for the same places: half a place each
    var crowded = new SmallMatrix(two.minutes(), two.opportunities(), new double[] {16, 8});
    assertThat(crowded.values("constrained(doubly_scaled,exponential,0.1)"))
        .containsExactly(new double[] {8, 4}, within(1e-4));
    assertThat(crowded.values("allocated_minutes(doubly_scaled,exponential,0.1)"))
        .containsExactly(two.values("allocated_minutes(doubly,exponential,0.1)"), within(1e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> crowded.values("constrained(doubly,exponential,0.1)"))
        .withMessageContaining("24.0 people")
        .withMessageContaining("12.0 opportunities")
        .withMessageContaining("doubly_scaled");
  }

  /** The x between 2 and 6 at which x (x - 2) / ((8 - x) (6 - x)) = e^2, by halving. */
  private static double solved() {
    double low = 2;
    double high = 6;
    for (int i = 0; i < 100; i++) {
      double x = (low + high) / 2;
      if (x * (x - 2) < Math.E * Math.E * (8 - x) * (6 - x)) {
        low = x;
      } else {
        high = x;
      }
    }
    return low;
  }

  @Test
  void whatCannotBeBalancedIsSaid() {
    // Zone 0 with 9 people reaches only zone 0 with 1 place; zone 1 with 1 person reaches both
    var lopsided =
        new SmallMatrix(
            table(new double[] {5, NO}, new double[] {5, 5}),
            new double[] {1, 9},
            new double[] {9, 1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lopsided.values("constrained(doubly,binary,30)"))
        .withMessageContaining("cannot be balanced");
  }

  @Test
  void doublyScaledLeavesOutWhatIsNotReached() {
    var island =
        new SmallMatrix(
            table(new double[] {5, NO, NO}, new double[] {NO, NO, NO}, new double[] {NO, NO, NO}),
            new double[] {3, 0, 5},
            new double[] {6, 2, 1});
    assertThat(island.values("constrained(doubly_scaled,exponential,0.1)"))
        .containsExactly(new double[] {3, 0, 0}, within(1e-9));
    assertThat(island.values("allocated_minutes(doubly_scaled,exponential,0.1)"))
        .containsExactly(5, NO, NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "floating_catchment(2sfca,binary,30)",
        "floating_catchment(e2sfca,exponential,0.05)",
        "floating_catchment(3sfca,exponential,0.05)",
        "floating_catchment(bfca,exponential,0.05)",
        "spatial_availability(exponential,0.05)",
        "constrained(total,exponential,0.05)"
      })
  void nothingInReachAndNobodyAreZero(String measure) {
    var matrix =
        new SmallMatrix(
            table(new double[] {5, 20, NO}, new double[] {20, 5, NO}, new double[] {NO, NO, NO}),
            new double[] {3, 4, 5},
            new double[] {0, 10, 20});
    var values = matrix.values(measure);
    assertThat(values[2]).isZero();
    assertThat(values[1]).isPositive();
    if (measure.startsWith("spatial")) {
      assertThat(values[0]).isZero();
    }
    // Nobody anywhere: nothing to divide, and nothing that is not a number
    var empty = new SmallMatrix(matrix.minutes(), matrix.opportunities(), new double[3]);
    if (!measure.contains("total")) {
      assertThat(empty.values(measure)).containsExactly(0, 0, 0);
    }
    // No opportunities at all
    var bare = new SmallMatrix(matrix.minutes(), new double[3], matrix.demand());
    assertThat(bare.values(measure)).containsExactly(0, 0, 0);
  }

  @Test
  void unknownDemandIsNotNobody() {
    var matrix =
        new SmallMatrix(THREE.minutes(), THREE.opportunities(), new double[] {100, NO, 150});
    assertThat(matrix.values("spatial_availability(binary,30)")).containsExactly(6, NO, 10);
    // It has supply per head like anybody, and competes with nobody
    assertThat(matrix.values("floating_catchment(2sfca,binary,30)"))
        .containsExactly(
            new double[] {6 / 100.0, 6 / 100.0 + 10 / 150.0, 10 / 150.0}, within(1e-15));
    assertThat(matrix.values("floating_catchment(bfca,binary,30)"))
        .containsExactly(
            new double[] {6 / 100.0 / 2, 6 / 100.0 / 2 + 10 / 150.0 / 2, 10 / 150.0 / 2},
            within(1e-15));
    var near =
        new SmallMatrix(
            table(new double[] {5, 10}, new double[] {10, 5}),
            new double[] {3, 4},
            new double[] {NO, 10});
    assertThat(near.values("constrained(doubly_scaled,exponential,0.1)"))
        .containsExactly(new double[] {NO, 7}, within(1e-9));
  }

  @Test
  void passiveLooksFromTheDestinationBack() {
    // Who reaches zone j: 0 and 1 reach 0; 1 and 2 reach 1; 1 and 2 reach 2, within 30
    var people = new SmallMatrix(THREE.minutes(), THREE.demand(), new double[3]);
    assertThat(people.values("cumulative(30)")).containsExactly(100, 300, 200);
    assertThat(people.values("passive(cumulative(30))")).containsExactly(150, 200, 200);
    assertThat(people.values(" passive( gravity(binary,30) ) ")).containsExactly(150, 200, 200);
    assertThat(MeasureDefinition.parse("passive(gravity(pbl))").name())
        .isEqualTo("passive_gravity_pbl");
    assertThat(MeasureDefinition.parse("passive(gravity(pbl))").curve()).contains("pbl");
    assertThat(MeasureDefinition.parse("passive(nearest(1))").unit()).isEqualTo("min");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeasureDefinition.parse("passive(passive(cumulative(30)))"))
        .withMessageContaining("passive already");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> MeasureDefinition.parse("passive(constrained(singly_demand,exponential,0.1))"));
  }

  @ParameterizedTest
  @CsvSource({
    "'floating_catchment(2sfca,binary,30)', fca_2sfca_binary_30, opportunities/person",
    "'floating_catchment(bfca,pbl)', fca_bfca_pbl, opportunities/person",
    "'spatial_availability(linear,60)', spatial_availability_linear_60, opportunities",
    "'spatial_availability(pbl,alpha=0.5)', spatial_availability_pbl_alpha_0.5, opportunities",
    "'constrained(total,linear,60)', constrained_total_linear_60, opportunities",
    "'constrained(singly,linear,60)', constrained_singly_linear_60, opportunities",
    "'constrained(singly_demand,linear,60)', constrained_singly_demand_linear_60, persons",
    "'constrained(doubly_scaled,linear,60)', constrained_doubly_scaled_linear_60, opportunities",
    "'allocated_minutes(doubly,linear,60)', allocated_minutes_doubly_linear_60, min"
  })
  void namesAndUnitsAreThoseOfTheTables(String text, String name, String unit) {
    var definition = MeasureDefinition.parse(text);
    assertThat(definition.name()).isEqualTo(name);
    assertThat(definition.unit()).isEqualTo(unit);
    var curves = java.util.Map.<String, nl.peil.measure.decay.Decay>of("pbl", new Exponential(1));
    var stage =
        definition
            .bind(
                new Binding(nl.peil.model.Mode.AUTO, "s", java.util.OptionalDouble.empty(), curves))
            .orElseThrow();
    assertThat(stage.name()).isEqualTo(name);
    assertThat(stage.unit()).isEqualTo(unit);
    assertThat(stage.needsDemand()).isEqualTo(!text.contains("total"));
    var next =
        ((Gathering) stage)
            .next(new double[((Gathering) stage).sums(0)], new Gathering.Served(new double[0], 0));
    assertThat(next.name()).isEqualTo(name);
    assertThat(next.unit()).isEqualTo(unit);
    assertThat(next.needsDemand()).isEqualTo(!text.contains("total"));
  }

  @ParameterizedTest
  @CsvSource({
    "'floating_catchment(4sfca,binary,30)', 'expected one of 2sfca, e2sfca, 3sfca, bfca'",
    "floating_catchment(2sfca), an argument is missing",
    "'constrained(triply,linear,60)', 'expected total, singly, singly_demand, doubly'",
    "'allocated_minutes(singly,linear,60)', expected doubly",
    "'spatial_availability(linear,60,alpha=x)', expected alpha"
  })
  void refusesWhatItDoesNotKnow(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeasureDefinition.parse(text))
        .withMessageContaining(message);
  }

  @Test
  void refusesAnAlphaThatIsNone() {
    for (double wrong : new double[] {-0.1, NO, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SpatialAvailability("v", "u", new Exponential(1), wrong))
          .withMessageContaining("alpha");
    }
  }
}
